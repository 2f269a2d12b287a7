package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;
import org.needscape.service.CaseService;
import org.needscape.service.CohortRanges;
import org.needscape.service.PlaceCoOccurrenceService;

/** What comes together: among cases of children, over places, and how many children several cohorts hold. */
final class CoOccurrenceController {

    private static final String CSV = ".csv";
    private static final String CSV_MEDIA_TYPE = "text/csv; charset=utf-8";

    private final CaseService cases;
    private final PlaceCoOccurrenceService places;

    CoOccurrenceController(CaseService cases, PlaceCoOccurrenceService places) {
        this.cases = cases;
        this.places = places;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents/{extent}/cases", this::list);
        routes.get("/api/v1/extents/{extent}/cases/{document}", this::document);
        routes.get("/api/v1/extents/{extent}/place-cooccurrence", this::places);
        routes.get("/api/v1/cohort-range", CoOccurrenceController::cohorts);
    }

    private void list(Context context) {
        Parameters.only(context);
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("cases");
        for (CaseService.Heading heading : cases.list(Parameters.extent(context))) {
            ObjectNode node = list.addObject();
            node.put("period", heading.period());
            heading.districts().forEach(node.putArray("districts")::add);
            String address = "/api/v1/extents/" + heading.extent() + "/cases/" + new Period(heading.period()).slug();
            node.putObject("links").put("json", address).put("csv", address + CSV);
        }
        Json.send(context, answer);
    }

    private void document(Context context) {
        Parameters.only(context, "district");
        Optional<AreaCode> district = Parameters.queryOnce(context, "district", AreaCode::new);
        String name = context.pathParam("document");
        if (name.endsWith(CSV)) {
            String period = name.substring(0, name.length() - CSV.length());
            Documents.send(context, cases.csv(Parameters.extent(context), period, district), CSV_MEDIA_TYPE);
        } else {
            Documents.send(context, cases.json(Parameters.extent(context), name, district), Json.MEDIA_TYPE);
        }
    }

    private void places(Context context) {
        Parameters.only(context);
        Documents.send(context, places.json(Parameters.extent(context)), Json.MEDIA_TYPE);
    }

    private static void cohorts(Context context) {
        Parameters.only(context, "count", "unique", "population", "systems");
        OptionalLong population = Parameters.queryOnce(context, "population", text -> children("population", text))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        Optional<CohortRanges.Systems> systems = Parameters.queryOnce(context, "systems", CohortRanges.Systems::parse);
        Json.send(context, CohortRanges.json(sizes(context, "count"), sizes(context, "unique"), population, systems));
    }

    private static List<Long> sizes(Context context, String name) {
        return context.queryParams(name).stream()
                .map(text -> children(name, text))
                .toList();
    }

    private static long children(String name, String text) {
        try {
            return Long.parseLong(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw new BadRequestException(name, "Give " + name + " as a whole number of children, such as 3500.");
        }
    }
}
