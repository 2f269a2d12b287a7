package org.needscape.disclosure.cases;

import java.util.List;
import java.util.function.ObjLongConsumer;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CasePair;
import org.needscape.cooccurrence.CasePrevalence;
import org.needscape.indicator.Value;

/** Every count of a document beside the true one. */
final class Cells {

    private Cells() {}

    static void compare(ShownCases shown, CaseCombinations all, ObjLongConsumer<Value> check) {
        check.accept(shown.cases(), all.cases());
        factors(shown.factors(), all, check);
        for (ShownPair pair : shown.pairs()) {
            CasePair truth = CasePair.of(all, pair.first(), pair.second());
            check.accept(pair.both(), truth.table().both());
            check.accept(pair.firstOnly(), truth.table().firstOnly());
            check.accept(pair.secondOnly(), truth.table().secondOnly());
            check.accept(pair.neither(), truth.table().neither());
        }
        for (ShownCombination combination : shown.combinations()) {
            long truth = all.list().stream()
                    .filter(one -> one.present().equals(combination.factors()))
                    .mapToLong(CaseCombinations.CaseCount::cases)
                    .sum();
            check.accept(combination.cases(), truth);
        }
        for (ShownLevel level : shown.levels()) {
            CaseCombinations truth =
                    RandomCase.LEVELS.contains(level.level()) ? all.atLevel(level.level()) : all.withoutLevel();
            check.accept(level.cases(), truth.cases());
            factors(level.factors(), truth, check);
        }
    }

    private static void factors(List<ShownFactor> factors, CaseCombinations all, ObjLongConsumer<Value> check) {
        for (ShownFactor factor : factors) {
            CasePrevalence truth = CasePrevalence.of(all, factor.factor());
            check.accept(factor.having(), truth.having());
            check.accept(factor.notHaving(), truth.of() - truth.having());
            check.accept(factor.notKnown(), truth.leftOut());
        }
    }
}
