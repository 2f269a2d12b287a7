package org.needscape.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Ages against levels of need: which services there are for each, and where there is none.
 *
 * <p>Ages fall into bands that follow from the services' own limits: a new one begins wherever a service begins, and after the last age
 * of a service. So all ages of a band have the same services, whatever the level, and nothing is evened out. A cell without a service is
 * a <em>gap</em>. That a cell has a service says that there is one by its description; it does not say that it has a place free, or that
 * it is near.
 *
 * <p>Without services there is one band and every cell is a gap; whoever shows it says that no list was read.
 *
 * @param bands of ages, rising, without gap or overlap from {@link #FIRST_AGE} to {@link #LAST_AGE}
 * @param cells by band, then by level
 */
public record CoverageMatrix(List<Band> bands, List<Cell> cells) {

    /** The first age looked at. */
    public static final int FIRST_AGE = 0;

    /** The last age looked at: care leavers and young people with special needs are helped until they are 25. */
    public static final int LAST_AGE = 25;

    public CoverageMatrix {
        bands = List.copyOf(bands);
        cells = List.copyOf(cells);
    }

    /**
     * Ages that the same services are for.
     *
     * @param from in completed years
     * @param to in completed years, at least {@code from}
     */
    public record Band(int from, int to) {

        /** Such as {@code 0 to 4} or {@code 5}. */
        public String words() {
            return AgeRange.of(from, to).words();
        }
    }

    /**
     * A band of ages at a level of need.
     *
     * @param tier 1 to 4
     * @param services places in the list of services, rising; none for a gap
     */
    public record Cell(Band band, int tier, List<Integer> services) {
        public Cell {
            services = List.copyOf(services);
        }

        /** Whether there is no service. */
        public boolean isGap() {
            return services.isEmpty();
        }
    }

    /** The matrix of a county's services. */
    public static CoverageMatrix of(List<Service> services) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(FIRST_AGE);
        for (Service service : services) {
            starts.add(service.ages().from());
            service.ages().to().ifPresent(to -> starts.add(to + 1));
        }
        List<Integer> within = new ArrayList<>(starts.headSet(LAST_AGE, true));
        List<Band> bands = new ArrayList<>();
        for (int k = 0; k < within.size(); k++) {
            bands.add(new Band(within.get(k), k + 1 < within.size() ? within.get(k + 1) - 1 : LAST_AGE));
        }
        List<Cell> cells = new ArrayList<>();
        for (Band band : bands) {
            for (int tier = 1; tier <= Service.MOST_TIER; tier++) {
                cells.add(new Cell(band, tier, servicesOf(services, band, tier)));
            }
        }
        return new CoverageMatrix(bands, cells);
    }

    /** The cells without a service. */
    public List<Cell> gaps() {
        return cells.stream().filter(Cell::isGap).toList();
    }

    private static List<Integer> servicesOf(List<Service> services, Band band, int tier) {
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < services.size(); k++) {
            Service service = services.get(k);
            if (service.tiers().contains(tier) && service.ages().overlaps(band.from(), band.to())) {
                found.add(k);
            }
        }
        return found;
    }
}
