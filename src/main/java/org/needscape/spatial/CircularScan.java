package org.needscape.spatial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.needscape.spatial.ScanOutcome.NotScanned;
import org.needscape.spatial.ScanOutcome.Reason;
import org.needscape.spatial.ScanOutcome.Scanned;

/**
 * Kulldorff's circular scan for counts (discrete Poisson model): which circle around the centre of an area holds more events, or fewer,
 * than chance would put there, whatever its size.
 *
 * <ol>
 *   <li>The expectation of an area is its baseline, all baselines scaled so that they add up to C, the events of all areas.
 *   <li>Around each area, areas enter a circle by distance, those at the same distance (to within 1e-6 m) together, until a cap on
 *       population or radius is passed.
 *   <li>A circle with c events, E expected, has LLR = c ln(c/E) + (C - c) ln((C - c)/(C - E)) where c &gt; E (low rates: c &lt; E), else
 *       0. The most likely cluster is the circle with the largest; among equal ones the smallest radius, then the lowest code of the
 *       centre.
 *   <li>R maps are simulated: C events dealt out to the areas with chances E/C, each from its own stream of random numbers made from seed
 *       and replicate, so that the result is the same for any number of threads. p = (1 + maps whose largest LLR is at least that of the
 *       cluster) / (R + 1).
 *   <li>Further clusters: the next largest LLR of a circle without an area in common with those before, its p against the same maxima,
 *       which is conservative.
 * </ol>
 *
 * <p>Areas whose count or population is not known are left out by the caller, who says so. Areas in which nothing is expected and
 * nothing happened are left out here and listed. A cluster at the edge of the map may go on beyond it.
 *
 * <p>Source: Kulldorff and Nagarwalla, 1995, Statistics in Medicine 14:799-810, DOI 10.1002/sim.4780140809; Kulldorff, 1997,
 * Communications in Statistics: Theory and Methods 26:1481-1496, DOI 10.1080/03610929708831995.
 */
public final class CircularScan {

    /** Areas of circles held at most, 16 bytes each: a county as a whole, England with a cap of some hundred areas. */
    static final long MOST_ENTRIES = 20_000_000;

    /** Steps that all replicates may take together, about a billion in a second. */
    static final double MOST_STEPS = 1e12;

    /** What one event costs in steps, dealt out in one replicate. */
    private static final double STEPS_PER_EVENT = 8;

    /**
     * Scans.
     *
     * @param areas each code once, in any order; the result does not depend on it but for the order of codes within a cluster, and for
     *     the simulated maps
     * @param options rates, caps, replicates, seed
     * @return the clusters, or why there is no scan: fewer than two areas, no events, events without population, one point for all
     *     centres, no circle within the caps, or more circles than memory or time allow
     */
    public static ScanOutcome scan(List<ScanArea> areas, ScanOptions options) {
        return scan(areas, options, Work.UNWATCHED);
    }

    /**
     * Scans, watched.
     *
     * @param work told how far the replicates are; may end the scan
     * @throws java.util.concurrent.CancellationException when it does
     */
    public static ScanOutcome scan(List<ScanArea> areas, ScanOptions options, Work work) {
        List<ScanArea> used = areas.stream().filter(area -> area.baseline() > 0).toList();
        List<ScanArea> unused =
                areas.stream().filter(area -> area.baseline() == 0).toList();
        long events = areas.stream().mapToLong(ScanArea::count).sum();
        Optional<NotScanned> refusal = refusal(used, unused, events, options);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        int total = Math.toIntExact(events);
        double baseline = used.stream().mapToDouble(ScanArea::baseline).sum();
        double[] expectation =
                used.stream().mapToDouble(a -> a.baseline() / baseline * total).toArray();
        ScanLikelihood likelihood = new ScanLikelihood(total, options.rates());
        Optional<ScanCircles> circles = ScanCircles.find(
                used.stream().mapToDouble(ScanArea::eastingMetres).toArray(),
                used.stream().mapToDouble(ScanArea::northingMetres).toArray(),
                expectation,
                used.stream().mapToDouble(ScanArea::population).toArray(),
                likelihood,
                options,
                MOST_ENTRIES);
        if (circles.isEmpty()
                || options.replicates() * (circles.get().entryCount() + STEPS_PER_EVENT * total) > MOST_STEPS) {
            return tooLarge(used.size());
        }
        if (circles.get().circleCount() == 0) {
            return new NotScanned(
                    Reason.NO_CIRCLE,
                    "No circle around an area holds at most " + options.maxPopulationShare()
                            + " of the population: raise the largest share.");
        }
        ScanSearch search = new ScanSearch(used, circles.get(), likelihood);
        List<ScanSearch.Circle> found = search.distinct();
        double[] maxima = found.isEmpty()
                ? new double[0]
                : new ScanReplicates(circles.get(), likelihood, new MultinomialDraws(expectation), used.size())
                        .maxima(options.replicates(), options.seed(), work);
        Arrays.sort(maxima);
        return new Scanned(
                found.stream()
                        .map(circle -> cluster(circle, search, used, total, baseline, maxima))
                        .toList(),
                used.size(),
                unused.stream().map(ScanArea::code).toList(),
                total,
                circles.get().circleCount());
    }

    private CircularScan() {}

    private static Optional<NotScanned> refusal(
            List<ScanArea> used, List<ScanArea> unused, long events, ScanOptions options) {
        Optional<ScanArea> impossible =
                unused.stream().filter(area -> area.count() > 0).findFirst();
        if (impossible.isPresent()) {
            return refuse(
                    Reason.EVENTS_WITHOUT_POPULATION,
                    "Area " + impossible.get().code()
                            + " has events but no population, so none can be expected there: correct it or leave it out.");
        }
        if (used.size() < 2) {
            return refuse(
                    Reason.TOO_FEW_AREAS,
                    "A scan compares areas: it needs at least two with a count and a population.");
        }
        if (events == 0) {
            return refuse(Reason.NO_EVENTS, "There are no events in any area, so there is nothing to look for.");
        }
        if (events * STEPS_PER_EVENT * options.replicates() > MOST_STEPS || events > Integer.MAX_VALUE) {
            return Optional.of(tooLarge(used.size()));
        }
        ScanArea first = used.get(0);
        boolean onePoint = used.stream()
                .allMatch(area -> Math.hypot(
                                area.eastingMetres() - first.eastingMetres(),
                                area.northingMetres() - first.northingMetres())
                        <= NearestFirst.SAME_METRES);
        return onePoint
                ? refuse(Reason.ONE_POINT, "All areas have the same centre: a scan needs their coordinates in metres.")
                : Optional.empty();
    }

    private static Optional<NotScanned> refuse(Reason reason, String sentence) {
        return Optional.of(new NotScanned(reason, sentence));
    }

    private static NotScanned tooLarge(int areaCount) {
        return new NotScanned(
                Reason.TOO_LARGE,
                "Scanning " + areaCount
                        + " areas like this takes too much memory or time: lower the largest share of the"
                        + " population, set a largest radius, or ask for fewer replicates.");
    }

    private static ScanCluster cluster(
            ScanSearch.Circle circle,
            ScanSearch search,
            List<ScanArea> areas,
            int total,
            double baseline,
            double[] sortedMaxima) {
        List<ScanArea> inside = search.members(circle).stream().map(areas::get).toList();
        double atLeast = circle.ratio() - ScanLikelihood.tolerance(circle.ratio());
        int below = 0;
        while (below < sortedMaxima.length && sortedMaxima[below] < atLeast) {
            below++;
        }
        return new ScanCluster(
                areas.get(circle.centre()).code(),
                inside.stream().map(ScanArea::code).toList(),
                inside.stream().mapToInt(ScanArea::count).sum(),
                inside.stream().mapToDouble(ScanArea::baseline).sum() / baseline * total,
                total,
                inside.stream().mapToDouble(ScanArea::population).sum(),
                search.radiusMetres(circle),
                circle.ratio(),
                (1.0 + sortedMaxima.length - below) / (1.0 + sortedMaxima.length));
    }
}
