package org.needscape.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Basis;
import org.needscape.indicator.Measure;
import org.needscape.store.StoreSession;

/**
 * Which gradient of an extent a page opens on: the latest one of children looked after that other places can be compared with, else one
 * of another measure; where nothing can be compared, the latest of children looked after.
 */
final class GradientOpening {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What reaches furthest into a family's life first, and numbers at a date before those of starts. */
    private static final Comparator<GradientService.Heading> MOST_TO_SAY = Comparator.comparing(
                    (GradientService.Heading heading) -> measure(heading).basis() != Basis.STOCK)
            .thenComparing(GradientOpening::measure, Comparator.reverseOrder())
            .thenComparing(GradientService.Heading::period, Comparator.reverseOrder());

    private GradientOpening() {}

    /** @return the id of one of those offered; empty where none is */
    static Optional<String> choose(StoreSession session, ExtentName extent, List<GradientService.Heading> offered) {
        boolean fictional =
                session.areas().findExtent(extent).map(Extent::fictional).orElse(false);
        List<GradientService.Heading> ordered =
                offered.stream().sorted(MOST_TO_SAY).toList();
        return ordered.stream()
                .filter(heading -> hasNeighbours(session, fictional, heading) || comparesDistricts(session, heading))
                .findFirst()
                .or(() -> ordered.stream().findFirst())
                .map(GradientService.Heading::id);
    }

    private static boolean hasNeighbours(StoreSession session, boolean fictional, GradientService.Heading heading) {
        return session.authorities().listDeciles().stream()
                .anyMatch(table -> table.measure() == measure(heading)
                        && table.period().slug().equals(heading.period())
                        && table.isFictional() == fictional);
    }

    private static boolean comparesDistricts(StoreSession session, GradientService.Heading heading) {
        return session.results()
                .find(heading.extent(), GradientService.KEY_PREFIX + heading.id())
                .map(kept -> districtsCompared(kept.content()) > 1)
                .orElse(false);
    }

    private static int districtsCompared(String gradient) {
        try {
            return JSON.readTree(gradient)
                    .path(GradientService.DISTRICTS_COMPARED)
                    .asInt(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A gradient that was kept cannot be read.", e);
        }
    }

    private static Measure measure(GradientService.Heading heading) {
        return Measure.parse(heading.measure());
    }
}
