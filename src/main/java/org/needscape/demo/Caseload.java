package org.needscape.demo;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Measure;

/**
 * How many children of each area receive help and protection on 31 March of each year, or started to be looked after in the year:
 * Poisson counts about children aged 0 to 17 times a rate that falls by the same factor from each national decile to the next.
 * That factor is the planted gradient; early help has the flattest. Child protection plans have a main reason besides.
 */
final class Caseload {

    /** In the order of the files. */
    static final List<Measure> MEASURES =
            List.of(Measure.CIN, Measure.CPP, Measure.CLA, Measure.EARLY_HELP, Measure.CLA_STARTS);

    /** How many times as high the rate is in the most deprived decile as in the least. */
    private static final Map<Measure, Double> TIMES_HIGHER = Map.of(
            Measure.CIN, 6.0, Measure.CPP, 9.0, Measure.CLA, 9.5, Measure.EARLY_HELP, 3.0, Measure.CLA_STARTS, 8.0);

    /** Children per 10,000 in the county in 2022. */
    private static final Map<Measure, Double> RATE_PER_10000 = Map.of(
            Measure.CIN,
            290.0,
            Measure.CPP,
            45.0,
            Measure.CLA,
            69.0,
            Measure.EARLY_HELP,
            180.0,
            Measure.CLA_STARTS,
            27.0);

    static final double GROWTH_PER_YEAR = 1.02;

    /** Of how many plans in a hundred each is the main reason; they are drawn plan by plan, everywhere alike. */
    static final Map<String, Integer> PLAN_REASONS_PERCENT = reasons();

    private final Map<Measure, int[][]> counts = new EnumMap<>(Measure.class);
    private final Map<String, int[][]> plans = new LinkedHashMap<>();

    Caseload(long seed, List<DemoArea> areas, DeprivationIndices indices, Residents residents) {
        for (Measure measure : MEASURES) {
            int[][] all = new int[Residents.YEARS.size()][areas.size()];
            double base = ratePer10000InDecileOne(measure, areas, indices, residents) / 10_000;
            for (int year = 0; year < all.length; year++) {
                Chance chance = Chance.of(seed, "caseload " + measure.code(), Residents.YEARS.get(year));
                double growth = StrictMath.pow(GROWTH_PER_YEAR, year);
                for (int at = 0; at < areas.size(); at++) {
                    int children = residents.aged(Residents.YEARS.get(year), at, 0, 17);
                    double fall =
                            StrictMath.exp(slopePerDecile(measure) * (indices.decile(DeprivationMeasure.IMD, at) - 1));
                    all[year][at] = chance.poisson(children * base * growth * fall);
                }
            }
            counts.put(measure, all);
        }
        PLAN_REASONS_PERCENT
                .keySet()
                .forEach(reason -> plans.put(reason, new int[Residents.YEARS.size()][areas.size()]));
        for (int year = 0; year < Residents.YEARS.size(); year++) {
            Chance chance = Chance.of(seed, "reasons of plans", Residents.YEARS.get(year));
            for (int at = 0; at < areas.size(); at++) {
                for (int plan = count(Measure.CPP, Residents.YEARS.get(year), at); plan > 0; plan--) {
                    plansFor(reason(chance.uniform()))[year][at]++;
                }
            }
        }
    }

    /** Of the child protection plans of an area those with a main reason. */
    int plans(String reason, int year, int area) {
        return plansFor(reason)[Residents.YEARS.indexOf(year)][area];
    }

    private int[][] plansFor(String reason) {
        int[][] all = plans.get(reason);
        if (all == null) {
            throw new IllegalArgumentException("No plans for " + reason);
        }
        return all;
    }

    private static String reason(double share) {
        double percent = 100 * share;
        String last = "";
        for (Map.Entry<String, Integer> reason : PLAN_REASONS_PERCENT.entrySet()) {
            last = reason.getKey();
            percent -= reason.getValue();
            if (percent < 0) {
                break;
            }
        }
        return last;
    }

    private static Map<String, Integer> reasons() {
        Map<String, Integer> percent = new LinkedHashMap<>();
        percent.put("neglect", 47);
        percent.put("emotional abuse", 37);
        percent.put("physical abuse", 8);
        percent.put("sexual abuse", 5);
        percent.put("multiple", 3);
        return Collections.unmodifiableMap(percent);
    }

    /** Children counted in an area on 31 March of a year, or starting in it. */
    int count(Measure measure, int year, int area) {
        int[][] all = counts.get(measure);
        if (all == null) {
            throw new IllegalArgumentException("No counts of " + measure);
        }
        return all[Residents.YEARS.indexOf(year)][area];
    }

    /** How many times as high the expected rate of decile 1 is as that of decile 10. */
    static double timesHigher(Measure measure) {
        Double times = TIMES_HIGHER.get(measure);
        if (times == null) {
            throw new IllegalArgumentException("No gradient of " + measure);
        }
        return times;
    }

    /** The natural logarithm of the rate ratio of one decile to the decile before, negative. */
    static double slopePerDecile(Measure measure) {
        return -StrictMath.log(timesHigher(measure)) / 9;
    }

    /** The expected rate of decile 1 in 2022, chosen so that the county has the rate that was decided on. */
    static double ratePer10000InDecileOne(
            Measure measure, List<DemoArea> areas, DeprivationIndices indices, Residents residents) {
        double children = 0;
        double weighted = 0;
        for (int at = 0; at < areas.size(); at++) {
            int here = residents.aged(Residents.YEARS.get(0), at, 0, 17);
            children += here;
            weighted +=
                    here * StrictMath.exp(slopePerDecile(measure) * (indices.decile(DeprivationMeasure.IMD, at) - 1));
        }
        return RATE_PER_10000.getOrDefault(measure, 0.0) * children / weighted;
    }
}
