package org.needscape.demo;

import java.util.List;
import java.util.Map;
import org.needscape.indicator.Measure;

/**
 * An invented authority beside the county, of which only its deciles are known. Its counts are expected numbers, rounded, without
 * chance, so that what a comparison finds depends on the county's own counts only.
 *
 * <p>With {@link #HARROWFEN} the inverse intervention law is planted: it is less deprived, and intervenes more at equal
 * deprivation, with a steeper gradient. {@link #STONEMERE} is more deprived and has the county's own rates in every decile, so that
 * all of its higher crude rate is deprivation.
 *
 * <p>Their sizes make both sure. In decile 1 of Harrowfen 500 children are looked after: with those of the county the logarithm of
 * the ratio has a standard error of about 0.07, less than a quarter of ln 1.35. Stonemere has fewer than the county, so that the
 * chance in the county's counts, which is all there is, is about half the standard error of the comparison: at 5 % it seems to differ
 * in fewer than one of a thousand counties.
 *
 * @param code of the authority
 * @param name of the authority
 * @param children aged 0 to 17 by decile from the most deprived, every year the same
 * @param timesTheCountysRate how many times the county's expected rate its own is in decile 1
 * @param timesHigher how many times as high its expected rate is in decile 1 as in decile 10, by measure
 */
record Neighbour(
        String code,
        String name,
        List<Integer> children,
        double timesTheCountysRate,
        Map<Measure, Double> timesHigher) {

    static final Neighbour HARROWFEN = new Neighbour(
            "E10999002",
            "Harrowfen",
            List.of(20_000, 18_000, 20_000, 26_000, 34_000, 44_000, 58_000, 72_000, 80_000, 88_000),
            1.35,
            Map.of(Measure.CLA, 12.0, Measure.CIN, 7.5));

    static final Neighbour STONEMERE = new Neighbour(
            "E06999003",
            CountyPlan.CITY_NAME,
            List.of(9_000, 8_500, 7_500, 6_500, 5_500, 5_000, 4_800, 4_600, 4_400, 4_200),
            1.0,
            Map.of(
                    Measure.CLA, Caseload.timesHigher(Measure.CLA),
                    Measure.CIN, Caseload.timesHigher(Measure.CIN)));

    static final List<Neighbour> ALL = List.of(HARROWFEN, STONEMERE);

    /** What is known of them, in the order of their file. */
    static final List<Measure> MEASURES = List.of(Measure.CLA, Measure.CIN);

    Neighbour {
        children = List.copyOf(children);
        timesHigher = Map.copyOf(timesHigher);
    }

    /** The natural logarithm of the rate ratio of one decile to the decile before, negative. */
    double slopePerDecile(Measure measure) {
        return -StrictMath.log(timesHigher.getOrDefault(measure, 1.0)) / (children.size() - 1);
    }

    /** How many times the county's expected rate its own is in a decile. */
    double timesTheCountysRate(Measure measure, int decile) {
        return timesTheCountysRate
                * StrictMath.exp((slopePerDecile(measure) - Caseload.slopePerDecile(measure)) * (decile - 1));
    }

    /**
     * Its children counted in a decile and year.
     *
     * @param countyPer10000 the county's expected rate in decile 1 in 2022
     */
    long count(Measure measure, int year, int decile, double countyPer10000) {
        double growth = StrictMath.pow(Caseload.GROWTH_PER_YEAR, Residents.YEARS.indexOf(year));
        double ratePer10000 =
                countyPer10000 * timesTheCountysRate * growth * StrictMath.exp(slopePerDecile(measure) * (decile - 1));
        return StrictMath.round(children.get(decile - 1) * ratePer10000 / 10_000);
    }
}
