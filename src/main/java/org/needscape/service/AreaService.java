package org.needscape.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** Extents with their districts, and finding an area by name or code. */
public final class AreaService {

    private final Store store;
    private final Remembered<Map<AreaId, Found>> known = new Remembered<>(8);

    public AreaService(Store store) {
        this.store = store;
    }

    /**
     * An extent with what a person can choose in it.
     *
     * @param extent which areas
     * @param geographies levels and vintages it has areas of
     * @param districts its districts by code, from the lookup
     */
    public record ExtentView(Extent extent, List<Geography> geographies, Map<AreaCode, String> districts) {}

    /** An area that was found. */
    public record Found(AreaCode code, String name, Geography geography, String district, String districtName) {}

    /** All extents, by name. */
    public List<ExtentView> listExtents() {
        return store.read(session -> session.areas().listExtents().stream()
                .map(extent -> view(session, extent))
                .toList());
    }

    /**
     * The areas whose name or code contains the text, those that begin with it first, then by name.
     *
     * @param text what is looked for; blank finds nothing
     * @param limit at most so many
     */
    public List<Found> search(ExtentName extent, String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.UK);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return store.read(session -> all(session, extent)).values().stream()
                .filter(found -> isSmall(found.geography()))
                .filter(found -> name(found).contains(wanted) || code(found).contains(wanted))
                .sorted(Comparator.comparing((Found found) ->
                                !name(found).startsWith(wanted) && !code(found).startsWith(wanted))
                        .thenComparing(Found::name)
                        .thenComparing(Found::code))
                .limit(limit)
                .toList();
    }

    /**
     * The areas that cover a point, at most one for each geography of the extent, ordered by geography; none for a point outside of
     * the National Grid.
     */
    public List<Found> findAt(ExtentName extent, Wgs84Point point) {
        return store.read(session -> {
            Map<AreaId, Found> areas = all(session, extent);
            List<Found> found = new ArrayList<>();
            point.onGrid().ifPresent(metres -> {
                for (Geography geography : session.areas().listGeographies(extent)) {
                    session.areas()
                            .findAreaAt(extent, geography, metres)
                            .map(area -> areas.get(area.id()))
                            .ifPresent(found::add);
                }
            });
            return found;
        });
    }

    private static boolean isSmall(Geography geography) {
        return geography.level() == Level.LSOA || geography.level() == Level.MSOA;
    }

    private static String name(Found found) {
        return found.name().toLowerCase(Locale.UK);
    }

    private static String code(Found found) {
        return found.code().value().toLowerCase(Locale.UK);
    }

    /** Every area of the extent, in order, so that a search which finds equals always lists them alike. */
    private Map<AreaId, Found> all(StoreSession session, ExtentName name) {
        return known.get(session.revision() + " " + name, () -> {
            Extent extent = session.areas()
                    .findExtent(name)
                    .orElseThrow(() -> new NotFoundException("There is no extent " + name + "."));
            Map<AreaId, Found> areas = new TreeMap<>();
            for (Geography geography : session.areas().listGeographies(name)) {
                AreaFrame frame = AreaFrame.load(session, extent, geography);
                frame.names()
                        .forEach((code, areaName) -> areas.put(
                                new AreaId(geography, code),
                                new Found(
                                        code,
                                        areaName,
                                        geography,
                                        frame.districtOf(code),
                                        frame.districtNameOf(code))));
            }
            return Collections.unmodifiableMap(areas);
        });
    }

    private static ExtentView view(StoreSession session, Extent extent) {
        List<Geography> geographies = session.areas().listGeographies(extent.name());
        Map<AreaCode, String> districts = new TreeMap<>();
        for (Geography geography : geographies) {
            if (geography.level() == Level.LSOA) {
                for (AreaParent parent : session.areas()
                        .listParents(extent.name(), geography, Level.LAD)
                        .values()) {
                    districts.put(parent.parent().code(), parent.parentName());
                }
            }
        }
        return new ExtentView(extent, geographies, districts);
    }
}
