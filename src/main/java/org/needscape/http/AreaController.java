package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.progress.Job;
import org.needscape.service.AreaService;
import org.needscape.service.JobService;
import org.needscape.service.ProfileService;
import org.needscape.service.Wgs84Point;

/** Extents, finding an area and its profile. */
final class AreaController {

    private static final int FOUND_BY_DEFAULT = 10;
    private static final int FOUND_AT_MOST = 100;

    private final AreaService areas;
    private final ProfileService profiles;
    private final JobService jobs;

    AreaController(AreaService areas, ProfileService profiles, JobService jobs) {
        this.areas = areas;
        this.profiles = profiles;
        this.jobs = jobs;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/extents", this::extents);
        routes.get("/api/v1/extents/{extent}/areas", this::find);
        routes.get("/api/v1/extents/{extent}/areas/{geography}/{code}", this::profile);
    }

    private void extents(Context context) {
        Parameters.only(context);
        // Jobs first: one that ends in between has left its extents, so there is never neither.
        Optional<Job> demo = jobs.findLoading(false);
        Optional<Job> first = jobs.findLoading(true);
        List<AreaService.ExtentView> extents = areas.listExtents();
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("extents");
        extents.forEach(view -> list.add(Views.extent(view)));
        answer.set("loading", Views.loading(extents.isEmpty() ? first : demo));
        Json.send(context, answer);
    }

    private void find(Context context) {
        Parameters.only(context, "q", "limit", "point");
        ExtentName extent = Parameters.extent(context);
        Optional<Wgs84Point> point = Parameters.queryOnce(context, "point", Wgs84Point::parse);
        boolean search = context.queryParam("q") != null;
        if (search == point.isPresent()) {
            throw new BadRequestException(
                    search ? "point" : "q", "Give either q, a part of a name or code, or point, as lon,lat.");
        }
        List<AreaService.Found> found =
                point.map(place -> at(context, extent, place)).orElseGet(() -> search(context, extent));
        ObjectNode answer = Views.object();
        ArrayNode list = answer.putArray("areas");
        found.forEach(area -> list.add(Views.found(area)));
        Json.send(context, answer);
    }

    private List<AreaService.Found> search(Context context, ExtentName extent) {
        String text = Parameters.query(context, "q", value -> value).orElse("");
        if (text.length() > 100) {
            throw new BadRequestException("q", "Look for at most 100 characters.");
        }
        int limit = Parameters.query(context, "limit", AreaController::limit).orElse(FOUND_BY_DEFAULT);
        return areas.search(extent, text, limit);
    }

    private List<AreaService.Found> at(Context context, ExtentName extent, Wgs84Point point) {
        if (context.queryParam("limit") != null) {
            throw new BadRequestException("limit", "A limit goes with q; a point has one area for each geography.");
        }
        return areas.findAt(extent, point);
    }

    private void profile(Context context) {
        Parameters.only(context);
        Json.send(
                context,
                Views.profile(profiles.get(
                        Parameters.extent(context), Parameters.geography(context), Parameters.area(context))));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1) {
                return Math.min(limit, FOUND_AT_MOST);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A limit is a whole number from 1 to " + FOUND_AT_MOST + ".", e);
        }
        throw new IllegalArgumentException("A limit is a whole number from 1 to " + FOUND_AT_MOST + ".");
    }
}
