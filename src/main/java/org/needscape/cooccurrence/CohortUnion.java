package org.needscape.cooccurrence;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How many different children are in any of several cohorts when nobody knows how far the cohorts overlap.
 *
 * <p>Each cohort counts a child once. <em>Overlapping</em> cohorts may share children with each other in any way; <em>unique</em>
 * ones share none, neither with each other nor with an overlapping one. Immutable.
 */
public final class CohortUnion {

    private final List<Cohort> overlapping;
    private final List<Cohort> unique;
    private final long sumOfOverlapping;
    private final long largestOverlapping;
    private final long sumOfUnique;
    private final @Nullable Long population;

    private CohortUnion(List<Cohort> overlapping, List<Cohort> unique, @Nullable Long population) {
        this.overlapping = List.copyOf(overlapping);
        this.unique = List.copyOf(unique);
        this.population = population;
        sumOfOverlapping = sum(overlapping);
        sumOfUnique = sum(unique);
        largestOverlapping =
                overlapping.stream().mapToLong(Cohort::children).max().orElse(0);
        if (population != null && population < Math.addExact(sumOfUnique, largestOverlapping)) {
            throw new IllegalArgumentException("Cohorts with at least " + (sumOfUnique + largestOverlapping)
                    + " different children cannot be part of a population of " + population
                    + ": check that they are of the same place, ages and time.");
        }
    }

    /**
     * Cohorts of a population of unknown size.
     *
     * @param overlapping cohorts that may share children
     * @param unique cohorts that share no child with any other; may be empty
     */
    public static CohortUnion of(List<Cohort> overlapping, List<Cohort> unique) {
        return new CohortUnion(overlapping, unique, null);
    }

    /**
     * The same cohorts within a population that all their children belong to.
     *
     * @param children how many there are
     * @throws IllegalArgumentException when the cohorts hold more children than that, however much they overlap
     */
    public CohortUnion inPopulation(long children) {
        return new CohortUnion(overlapping, unique, children);
    }

    public List<Cohort> overlapping() {
        return overlapping;
    }

    public List<Cohort> unique() {
        return unique;
    }

    /**
     * What is certain: max n_k ≤ children ≤ min(N, Σ n_k), both plus the unique cohorts; no upper cap where the population N is
     * unknown. The lower limit is reached when every child of the smaller cohorts is in the largest one too, the upper when no child
     * is in two. Source: Fréchet, 1935, Fundamenta Mathematicae 25:379-387.
     */
    public ChildrenRange bounds() {
        long fewest = sumOfUnique + largestOverlapping;
        long all = Math.addExact(sumOfUnique, sumOfOverlapping);
        long most = population == null ? all : Math.min(all, population);
        return new ChildrenRange((double) fewest, (double) most);
    }

    /**
     * What an assumed average gives: children in the overlapping cohorts are in k of them on average, so that these hold Σ n / k
     * different children; the unique cohorts are added undivided. A rule of thumb, to be read beside {@link #bounds()}, which it may
     * break: see {@link SystemsEstimate}.
     *
     * @param fewestSystemsPerChild 1 or more; gives the upper limit
     * @param mostSystemsPerChild at least {@code fewestSystemsPerChild}; gives the lower limit
     */
    public SystemsEstimate bySystemsPerChild(double fewestSystemsPerChild, double mostSystemsPerChild) {
        if (!(fewestSystemsPerChild >= 1 && fewestSystemsPerChild <= mostSystemsPerChild)
                || Double.isInfinite(mostSystemsPerChild)) {
            throw new IllegalArgumentException("Children of a cohort are in 1 system or more on average, not in "
                    + fewestSystemsPerChild + " to " + mostSystemsPerChild + ".");
        }
        return new SystemsEstimate(
                new ChildrenRange(
                        sumOfUnique + sumOfOverlapping / mostSystemsPerChild,
                        sumOfUnique + sumOfOverlapping / fewestSystemsPerChild),
                bounds());
    }

    /**
     * The highest average number of systems per child that the sizes of the overlapping cohorts allow: Σ n_k / max n_k, 1 or more
     * and at most the number of cohorts. A higher one would leave fewer children than the largest cohort has. Empty when they hold
     * no child.
     */
    public OptionalDouble highestSystemsPerChild() {
        return largestOverlapping == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) sumOfOverlapping / largestOverlapping);
    }

    private static long sum(List<Cohort> cohorts) {
        return cohorts.stream().mapToLong(Cohort::children).reduce(0, Math::addExact);
    }
}
