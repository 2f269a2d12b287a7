package org.needscape.disclosure.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CaseCounter;
import org.needscape.cooccurrence.FactorFlag;

/** A case by chance: half of the factors are rare, some flags and levels are not known. */
record RandomCase(List<FactorFlag> flags, int level) {

    static final List<String> LEVELS = List.of("low", "high");

    static List<RandomCase> list(Random random, int factors, int size) {
        List<RandomCase> cases = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            List<FactorFlag> flags = IntStream.range(0, factors)
                    .mapToObj(k -> flag(random, k % 2 == 0 ? 0.4 : 0.04))
                    .toList();
            cases.add(new RandomCase(flags, random.nextInt(3)));
        }
        return cases;
    }

    static CaseCombinations count(List<RandomCase> cases, int factors) {
        CaseCounter counter = new CaseCounter(
                IntStream.range(0, factors).mapToObj(k -> "f" + k).toList(), LEVELS);
        for (RandomCase one : cases) {
            if (one.level < LEVELS.size()) {
                counter.add(one.flags, LEVELS.get(one.level));
            } else {
                counter.add(one.flags);
            }
        }
        return counter.combinations();
    }

    private static FactorFlag flag(Random random, double share) {
        double draw = random.nextDouble();
        if (draw < 0.02) {
            return FactorFlag.UNKNOWN;
        }
        return draw < 0.02 + share ? FactorFlag.PRESENT : FactorFlag.ABSENT;
    }
}
