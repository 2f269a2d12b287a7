package org.needscape.disclosure.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CaseFactorNumbers;
import org.needscape.cooccurrence.CasePair;
import org.needscape.cooccurrence.CasePrevalence;
import org.needscape.cooccurrence.ThreeFactorsAtHome;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

/**
 * Makes of exact counts of cases what may be shown. It takes numbers from the counted cases only; of those left out it tells no more
 * than whether there is any case at all where none is counted, because hidden must not look like zero.
 */
public final class CaseProtection {

    private static final int MOST_COMBINATIONS = 12;
    private static final String NO_LEVEL = "level not known";

    private final CaseCombinations all;
    private final CaseCombinations counted;
    private final DisclosurePolicy rule;
    private final CaseRounding rounding;

    private CaseProtection(CaseCombinations all, CaseCombinations counted, DisclosurePolicy rule) {
        this.all = all;
        this.counted = counted;
        this.rule = rule;
        this.rounding = new CaseRounding(rule);
    }

    /**
     * Shows cases.
     *
     * @param all every case
     * @param counted those of them that are not left out
     * @param rule which counts are too small
     */
    public static ShownCases show(CaseCombinations all, CaseCombinations counted, DisclosurePolicy rule) {
        return new CaseProtection(all, counted, rule).show();
    }

    private ShownCases show() {
        return new ShownCases(
                rule,
                rounding.shown(counted.cases(), all.cases()),
                factors(all, counted),
                pairs(),
                numbers(),
                atHome(),
                combinations(),
                levels());
    }

    private List<ShownFactor> factors(CaseCombinations every, CaseCombinations some) {
        return every.factors().stream()
                .map(factor -> factor(CasePrevalence.of(every, factor), CasePrevalence.of(some, factor)))
                .toList();
    }

    private ShownFactor factor(CasePrevalence every, CasePrevalence some) {
        return new ShownFactor(
                every.factor(),
                rounding.shown(some.having(), every.having()),
                rounding.shown(some.of() - some.having(), every.of() - every.having()),
                rounding.shown(some.leftOut(), every.leftOut()));
    }

    private List<ShownPair> pairs() {
        List<ShownPair> pairs = new ArrayList<>();
        List<String> names = all.factors();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                CasePair every = CasePair.of(all, names.get(i), names.get(j));
                CasePair some = CasePair.of(counted, names.get(i), names.get(j));
                pairs.add(new ShownPair(
                        names.get(i),
                        names.get(j),
                        cell(some, every, pair -> pair.table().both()),
                        cell(some, every, pair -> pair.table().firstOnly()),
                        cell(some, every, pair -> pair.table().secondOnly()),
                        cell(some, every, pair -> pair.table().neither())));
            }
        }
        return pairs;
    }

    private Value cell(CasePair some, CasePair every, ToLongFunction<CasePair> cell) {
        return rounding.shown(cell.applyAsLong(some), cell.applyAsLong(every));
    }

    /** The rare high numbers of factors are taken together until they are no longer rare. */
    private ShownNumbers numbers() {
        List<Long> some =
                new ArrayList<>(CaseFactorNumbers.of(counted, all.factors()).cases());
        List<Long> every =
                new ArrayList<>(CaseFactorNumbers.of(all, all.factors()).cases());
        while (some.size() > 2 && rounding.isHidden(some.get(some.size() - 1))) {
            takeLastTogether(some);
            takeLastTogether(every);
        }
        return new ShownNumbers(all.factors(), shown(some, every));
    }

    private static void takeLastTogether(List<Long> numbers) {
        long last = numbers.remove(numbers.size() - 1);
        numbers.set(numbers.size() - 1, numbers.get(numbers.size() - 1) + last);
    }

    private Optional<ShownNumbers> atHome() {
        return ThreeFactorsAtHome.find(all).map(ThreeFactorsAtHome::numbers).map(every -> {
            CaseFactorNumbers some = CaseFactorNumbers.of(counted, every.factors());
            return new ShownNumbers(every.factors(), shown(some.cases(), every.cases()));
        });
    }

    private List<Value> shown(List<Long> some, List<Long> every) {
        return IntStream.range(0, some.size())
                .mapToObj(k -> rounding.shown(some.get(k), every.get(k)))
                .toList();
    }

    /** Combinations with the same shown count are in the order of their factors: the order must not tell more than the counts. */
    private List<ShownCombination> combinations() {
        Comparator<ShownCombination> byCount =
                Comparator.comparingLong(combination -> -ShownCases.count(combination.cases()));
        return counted.list().stream()
                .filter(combination -> !rounding.isHidden(combination.cases()))
                .map(combination -> new ShownCombination(
                        combination.present(), rounding.shown(combination.cases(), combination.cases())))
                .sorted(byCount.thenComparing(combination -> String.join(" ", combination.factors())))
                .limit(MOST_COMBINATIONS)
                .toList();
    }

    private List<ShownLevel> levels() {
        List<ShownLevel> levels = new ArrayList<>();
        for (String level : all.levels()) {
            levels.add(level(level, all.atLevel(level), counted.atLevel(level)));
        }
        if (all.withoutLevel().cases() > 0) {
            levels.add(level(NO_LEVEL, all.withoutLevel(), counted.withoutLevel()));
        }
        return levels;
    }

    private ShownLevel level(String level, CaseCombinations every, CaseCombinations some) {
        return new ShownLevel(level, rounding.shown(some.cases(), every.cases()), factors(every, some));
    }
}
