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

    private final Map<RiskFactor, List<String>> cells = new EnumMap<>(RiskFactor.class);

    RiskFactors(long seed, List<DemoArea> areas, DeprivationField deprivation, Residents residents) {
        String late = areas.stream()
                .filter(area -> area.district().equals(CountyPlan.THORNWICK))
                .map(DemoArea::msoaCode)
                .findFirst()
                .orElseThrow();
        for (RiskFactor factor : RiskFactor.values()) {
            SmoothField own = new SmoothField(Chance.of(seed, "landscape of factor " + factor.name()), 9_000);
            Chance chance = Chance.of(seed, "factor " + factor.name());
            List<String> column = new ArrayList<>();
            for (int at = 0; at < areas.size(); at++) {
                DemoArea area = areas.get(at);
                double landscape = 0.7 * own.at(area.middle().x, area.middle().y) + 0.5 * chance.normal();
                int size = factor.group().size(residents, at);
                int counted = chance.binomial(size, factor.probability(deprivation.of(at), landscape));
                boolean isLate = factor == RiskFactor.PARENTAL_SUBSTANCE_MISUSE
                        && area.msoaCode().equals(late);
                column.add(isLate ? NOT_AVAILABLE : cell(factor, counted, size));
            }
            cells.put(factor, List.copyOf(column));
        }
    }

    /** The text of a cell. */
    String cell(RiskFactor factor, int area) {
        return cells.getOrDefault(factor, List.of()).get(area);
    }

    private static String cell(RiskFactor factor, int counted, int size) {
        if (size == 0) {
            return NOT_APPLICABLE;
        }
        if (counted >= 1 && counted <= LARGEST_SUPPRESSED) {
            return SUPPRESSED;
        }
        return BigDecimal.valueOf((long) counted * factor.unit().multiplier())
                .divide(BigDecimal.valueOf(size), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
