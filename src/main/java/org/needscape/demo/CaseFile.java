package org.needscape.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.needscape.indicator.Measure;

/**
 * The fictional county's case file: one row for each case of a child who was helped, with the area of the home, the level of need and
 * flags of what was found at home. Which flags come together was planted; the level rises with what was found. No case is that of a
 * child.
 */
final class CaseFile {

    static final String FILE = "cases_fictional.csv";
    static final int CASES = 2_500;
    static final int YEAR = 2024;

    /** Of some cases nobody wrote down whether a parent misuses alcohol or drugs. */
    static final double NOT_KNOWN = 0.03;

    /** What lifts a case to the second, third and fourth level, in standard deviations of chance. */
    private static final double[] STEPS = {-0.4, 0.7, 1.7};

    private static final double LIFT_PER_FACTOR = 0.35;

    private CaseFile() {}

    /** The file's content. */
    static String text(County county) {
        List<String> header = new ArrayList<>(List.of("LSOA21CD", "period", "level"));
        header.addAll(CaseFlag.columns());
        Table table = new Table(header);
        Chance chance = Chance.of(county.seed(), "cases");
        double[] helped = helped(county);
        for (int number = 0; number < CASES; number++) {
            List<CaseFlag> flags = flags(chance);
            List<String> row = new ArrayList<>(List.of(
                    county.areas().get(area(helped, chance)).code(),
                    Integer.toString(YEAR),
                    Integer.toString(level(flags, chance))));
            for (CaseFlag flag : CaseFlag.values()) {
                boolean known = flag != CaseFlag.PARENTAL_SUBSTANCE_MISUSE || chance.uniform() >= NOT_KNOWN;
                row.add(known ? (flags.contains(flag) ? "1" : "0") : "");
            }
            table.add(row);
        }
        return table.text();
    }

    private static List<CaseFlag> flags(Chance chance) {
        List<CaseFlag> flags = new ArrayList<>();
        for (CaseFlag flag : CaseFlag.values()) {
            if (chance.uniform() < flag.probability(flags)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static int level(List<CaseFlag> flags, Chance chance) {
        long lifting = flags.stream().filter(CaseFlag::raisesLevel).count();
        double need = LIFT_PER_FACTOR * lifting + chance.normal() - 0.5;
        return 1 + (int) Arrays.stream(STEPS).filter(step -> need > step).count();
    }

    /** Children in need by area, added up: a case is as likely where many are helped. */
    private static double[] helped(County county) {
        double[] sums = new double[county.areas().size()];
        double sum = 0;
        for (int at = 0; at < sums.length; at++) {
            sum += county.caseload().count(Measure.CIN, YEAR, at);
            sums[at] = sum;
        }
        return sums;
    }

    private static int area(double[] sums, Chance chance) {
        double draw = chance.uniform() * sums[sums.length - 1];
        int at = 0;
        while (sums[at] <= draw) {
            at++;
        }
        return at;
    }
}
