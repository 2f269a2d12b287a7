package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.needscape.indicator.Polarity;

/**
 * One measure of the Indices of Deprivation: the score, rank or decile of an index, or a population denominator.
 *
 * @param id the indicator's id, such as {@code imd-score}
 * @param label for people
 * @param unit of its numbers
 * @param polarity scores: higher means more need; ranks and deciles: 1 is most deprived
 * @param kind which statistic it is
 */
record DeprivationMeasure(String id, String label, String unit, Polarity polarity, Kind kind) {

    /** Which statistic. */
    enum Kind {
        SCORE,
        RANK,
        DECILE,
        POPULATION
    }

    static final DeprivationMeasure IMD_RANK = rank(DeprivationIndex.IMD);
    static final DeprivationMeasure IMD_DECILE = decile(DeprivationIndex.IMD);

    /** Headers are cut at 80 characters in a published file and at 63 by some databases; shorter beginnings prove nothing. */
    private static final int SHORTEST_CUT_HEADER = 60;

    private static final String MOST_DEPRIVED = " (where 1 is most deprived)";
    private static final String MOST_DEPRIVED_TENTH = " (where 1 is most deprived 10% of lsoas)";
    private static final Pattern TAIL = Pattern.compile(" \\(where 1 is.*");
    private static final Map<String, DeprivationMeasure> BY_HEADER = headers();

    /** The denominator that the release of 2025 no longer has. */
    private static final DeprivationMeasure AGED_16_TO_59 = population("16-59", "Population aged 16 to 59");

    /** The population denominators by how their headers begin. */
    private static final Map<String, DeprivationMeasure> POPULATIONS = Map.of(
            "total population", population("total", "Total population"),
            "dependent children aged 0-15", population("0-15", "Dependent children aged 0 to 15"),
            "population aged 16-59", AGED_16_TO_59,
            "older population aged 60 and over", population("60-and-over", "Older population aged 60 and over"),
            "working age population 18-", population("working-age", "Working-age population"));

    /** The measure that a header names, whichever release it comes from and wherever it was cut. */
    static Optional<DeprivationMeasure> find(String header) {
        String key = TableText.collapse(TableText.key(header).replace(",", ""));
        for (Map.Entry<String, DeprivationMeasure> population : POPULATIONS.entrySet()) {
            if (key.startsWith(population.getKey())) {
                return Optional.of(population.getValue());
            }
        }
        DeprivationMeasure exact = BY_HEADER.get(TAIL.matcher(key).replaceFirst(""));
        if (exact != null || key.length() < SHORTEST_CUT_HEADER) {
            return Optional.ofNullable(exact);
        }
        Set<DeprivationMeasure> beginning = BY_HEADER.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return beginning.size() == 1 ? beginning.stream().findFirst() : Optional.empty();
    }

    /** Everything that File 7 of a release holds, in its order. */
    static Set<DeprivationMeasure> published(DeprivationRelease release) {
        Set<DeprivationMeasure> all = new LinkedHashSet<>();
        for (DeprivationIndex index : DeprivationIndex.values()) {
            if (release != DeprivationRelease.IOD_2010 || index.compareTo(DeprivationIndex.IDACI) < 0) {
                all.add(score(index));
                all.add(rank(index));
                if (release != DeprivationRelease.IOD_2010) {
                    all.add(decile(index));
                }
            }
        }
        if (release != DeprivationRelease.IOD_2010) {
            POPULATIONS.values().stream()
                    .filter(population -> release != DeprivationRelease.IOD_2025 || !population.equals(AGED_16_TO_59))
                    .sorted(Comparator.comparing(DeprivationMeasure::id))
                    .forEach(all::add);
        }
        return all;
    }

    /** Which numbers it can hold in a release. */
    NumberRule rule(DeprivationRelease release) {
        return switch (kind) {
            case RANK -> NumberRule.wholeFrom1To(release.areaCount());
            case DECILE -> NumberRule.wholeFrom1To(10);
            case POPULATION -> NumberRule.NOT_NEGATIVE;
            case SCORE -> unit.equals("proportion") ? NumberRule.PROPORTION : NumberRule.ANY;
        };
    }

    private static DeprivationMeasure score(DeprivationIndex index) {
        String unit = index.hasProportionAsScore() ? "proportion" : "score";
        return new DeprivationMeasure(
                index.id() + "-score", index.label() + ", score", unit, Polarity.HIGHER_IS_MORE_NEED, Kind.SCORE);
    }

    private static DeprivationMeasure rank(DeprivationIndex index) {
        return new DeprivationMeasure(
                index.id() + "-rank", index.label() + ", rank", "rank", Polarity.LOWER_IS_MORE_NEED, Kind.RANK);
    }

    private static DeprivationMeasure decile(DeprivationIndex index) {
        return new DeprivationMeasure(
                index.id() + "-decile", index.label() + ", decile", "decile", Polarity.LOWER_IS_MORE_NEED, Kind.DECILE);
    }

    private static DeprivationMeasure population(String id, String label) {
        return new DeprivationMeasure(
                "iod-population-" + id,
                label + " (denominator of the Indices of Deprivation)",
                "people",
                Polarity.NOT_STATED,
                Kind.POPULATION);
    }

    private static Map<String, DeprivationMeasure> headers() {
        Map<String, DeprivationMeasure> byHeader = new HashMap<>();
        for (DeprivationIndex index : DeprivationIndex.values()) {
            for (String name : index.headers()) {
                // The release of 2010 says "RANK OF IMD SCORE".
                List<String> scores = List.of(name + " score", name + " score (rate)");
                List<String> ranks = new ArrayList<>(List.of(name + " rank", "rank of " + name + " score"));
                scores.forEach(header -> byHeader.put(header, score(index)));
                ranks.forEach(header -> byHeader.put(header, rank(index)));
                ranks.forEach(header -> byHeader.put(header + MOST_DEPRIVED, rank(index)));
                byHeader.put(name + " decile", decile(index));
                byHeader.put(name + " decile" + MOST_DEPRIVED_TENTH, decile(index));
            }
        }
        return Map.copyOf(byHeader);
    }
}
