package org.needscape.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of the indicator file, as a publisher would release them: a value where at least six people or none were counted,
 * {@code [c]} where one to five were, {@code [z]} where there is nobody to count among, {@code [x]} where nothing was delivered.
 */
final class RiskFactors {

    static final String SUPPRESSED = "[c]";
    static final String NOT_AVAILABLE = "[x]";
    static final String NOT_APPLICABLE = "[z]";

    private static final int LARGEST_SUPPRESSED = 5;

    private final Map<RiskFactor, List<Measured>> measured = new EnumMap<>(RiskFactor.class);

    /**
     * What is behind a cell.
     *
     * @param share how likely the circumstance is in the area, 0 to 1: the truth that no file holds
     * @param counted of how many it is so
     * @param size among how many
     * @param isLate whether it was never delivered
     */
    private record Measured(double share, int counted, int size, boolean isLate) {}

    RiskFactors(long seed, List<DemoArea> areas, DeprivationField deprivation, Residents residents) {
        String late = areas.stream()
                .filter(area -> area.district().equals(CountyPlan.THORNWICK))
                .map(DemoArea::msoaCode)
                .findFirst()
                .orElseThrow();
        for (RiskFactor factor : RiskFactor.values()) {
            SmoothField own = new SmoothField(Chance.of(seed, "landscape of factor " + factor.name()), 9_000);
            Chance chance = Chance.of(seed, "factor " + factor.name());
            List<Measured> column = new ArrayList<>();
            for (int at = 0; at < areas.size(); at++) {
                DemoArea area = areas.get(at);
                double landscape = 0.7 * own.at(area.middle().x, area.middle().y) + 0.5 * chance.normal();
                int size = factor.group().size(residents, at);
                double share = factor.probability(deprivation.of(at), landscape);
                int counted = chance.binomial(size, share);
                boolean isLate = factor == RiskFactor.PARENTAL_SUBSTANCE_MISUSE
                        && area.msoaCode().equals(late);
                column.add(new Measured(share, counted, size, isLate));
            }
            measured.put(factor, List.copyOf(column));
        }
    }

    /** The text of a cell. */
    String cell(RiskFactor factor, int area) {
        Measured here = measured(factor, area);
        String mark = mark(here);
        return mark.isEmpty()
                ? BigDecimal.valueOf((long) here.counted() * factor.unit().multiplier())
                        .divide(BigDecimal.valueOf(here.size()), 1, RoundingMode.HALF_UP)
                        .toPlainString()
                : mark;
    }

    /** The text of the count behind a cell: the cell's mark where it has no number. */
    String numerator(RiskFactor factor, int area) {
        Measured here = measured(factor, area);
        String mark = mark(here);
        return mark.isEmpty() ? Integer.toString(here.counted()) : mark;
    }

    /** The text of how many there are to count among; that is no secret where the count is. */
    String denominator(RiskFactor factor, int area) {
        Measured here = measured(factor, area);
        return here.isLate() ? NOT_AVAILABLE : Integer.toString(here.size());
    }

    /** How likely a circumstance truly is in an area, 0 to 1; its file only has what chance made of it. */
    double share(RiskFactor factor, int area) {
        return measured(factor, area).share();
    }

    private Measured measured(RiskFactor factor, int area) {
        return measured.getOrDefault(factor, List.of()).get(area);
    }

    /** Why a cell has no number, or nothing where it has one. */
    private static String mark(Measured here) {
        if (here.isLate()) {
            return NOT_AVAILABLE;
        }
        if (here.size() == 0) {
            return NOT_APPLICABLE;
        }
        return here.counted() >= 1 && here.counted() <= LARGEST_SUPPRESSED ? SUPPRESSED : "";
    }
}
