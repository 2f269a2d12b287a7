package org.needscape.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.needscape.cooccurrence.ChildrenRange;
import org.needscape.cooccurrence.Cohort;
import org.needscape.cooccurrence.CohortUnion;
import org.needscape.cooccurrence.SystemsEstimate;

/** How many different children several cohorts hold, worked out of numbers that are given; nothing of a store is in it. */
public final class CohortRanges {

    private static final int MOST_COHORTS = 30;
    private static final long MOST_CHILDREN = 100_000_000;

    private CohortRanges() {}

    /**
     * In how many cohorts children are on average, if that is assumed.
     *
     * @param least 1 or more
     * @param most at least {@code least}
     */
    public record Systems(double least, double most) {

        public Systems {
            if (!(least >= 1 && least <= most && most <= MOST_COHORTS)) {
                throw new IllegalArgumentException(
                        "Children are in 1 to " + MOST_COHORTS
                                + " cohorts on average: give such a number, or two of which the second is no smaller, such as 2-3.");
            }
        }

        /** Reads {@code 2}, {@code 2.5} or {@code 2-3}. @throws IllegalArgumentException for anything else */
        public static Systems parse(String text) {
            String[] parts = text.strip().split("-", 2);
            try {
                double least = Double.parseDouble(parts[0].strip());
                return new Systems(least, parts.length == 1 ? least : Double.parseDouble(parts[1].strip()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Give systems as a number or two, such as 2 or 2-3.", e);
            }
        }
    }

    /**
     * Works it out.
     *
     * @param overlapping sizes of cohorts that may share children
     * @param unique sizes of cohorts that share no child with any other
     * @param population how many children there are, if that is known
     * @param systems in how many cohorts the children of the overlapping ones are on average, if that is assumed
     * @throws RejectedException when the numbers cannot be
     */
    public static ObjectNode json(
            List<Long> overlapping, List<Long> unique, OptionalLong population, Optional<Systems> systems) {
        if (overlapping.isEmpty() && unique.isEmpty()) {
            throw new RejectedException("count", "Give the size of at least one cohort, such as count=3500.");
        }
        if (overlapping.size() + unique.size() > MOST_COHORTS) {
            throw new RejectedException("count", "Give at most " + MOST_COHORTS + " cohorts.");
        }
        CohortUnion union = CohortUnion.of(cohorts("count", overlapping), cohorts("unique", unique));
        if (population.isPresent()) {
            union = inPopulation(union, population.getAsLong());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node.putObject("certain"), union.bounds());
        if (systems.isEmpty()) {
            return node.putNull("bySystems");
        }
        SystemsEstimate estimate =
                union.bySystemsPerChild(systems.get().least(), systems.get().most());
        ObjectNode rule = node.putObject("bySystems");
        rule.put("fewest", systems.get().least()).put("most", systems.get().most());
        put(rule, estimate.byRule());
        rule.put("possible", estimate.isPossible());
        rule.put("caution", estimate.caution().orElse(null));
        return node;
    }

    private static CohortUnion inPopulation(CohortUnion union, long population) {
        check("population", population);
        try {
            return union.inPopulation(population);
        } catch (IllegalArgumentException e) {
            throw new RejectedException("population", String.valueOf(e.getMessage()));
        }
    }

    private static List<Cohort> cohorts(String field, List<Long> sizes) {
        List<Cohort> cohorts = new ArrayList<>();
        for (long size : sizes) {
            check(field, size);
            cohorts.add(new Cohort("cohort " + (cohorts.size() + 1), size));
        }
        return cohorts;
    }

    private static void check(String field, long children) {
        if (children < 0 || children > MOST_CHILDREN) {
            throw new RejectedException(field, "A number of children is 0 to 100,000,000, not " + children + ".");
        }
    }

    private static void put(ObjectNode node, ChildrenRange range) {
        node.put("low", Math.round(range.low()));
        node.put("high", Math.round(range.high()));
        node.put("words", range.words());
    }
}
