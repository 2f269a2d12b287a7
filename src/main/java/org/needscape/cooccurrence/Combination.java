package org.needscape.cooccurrence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which factors are present and which unknown; all others are known to be absent.
 *
 * @param present bit k stands for factor k
 * @param unknown bit k stands for factor k; no bit is in both
 * @param level index of a level of intervention, or {@link #NO_LEVEL}
 */
record Combination(int present, int unknown, int level) implements Comparable<Combination> {

    static final int NO_LEVEL = -1;

    static Combination of(List<FactorFlag> flags, int level) {
        return new Combination(mask(flags, FactorFlag.PRESENT), mask(flags, FactorFlag.UNKNOWN), level);
    }

    /** The place of a name among names, refused where it is not there. */
    static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no " + name + " among " + names + ".");
        }
        return index;
    }

    static List<String> distinct(List<String> names) {
        if (new HashSet<>(names).size() != names.size() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Names must differ and not be blank: " + names + ".");
        }
        return List.copyOf(names);
    }

    private static int mask(List<FactorFlag> flags, FactorFlag flag) {
        return IntStream.range(0, flags.size())
                .filter(k -> flags.get(k) == flag)
                .map(k -> 1 << k)
                .sum();
    }

    @Override
    public int compareTo(Combination other) {
        return Comparator.comparingInt(Combination::level)
                .thenComparingInt(Combination::present)
                .thenComparingInt(Combination::unknown)
                .compare(this, other);
    }
}
