package org.needscape.cooccurrence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.needscape.stats.Estimate;
import org.needscape.stats.Independence;

/**
 * How many risk factors cases of children have at once, against the Poisson-binomial distribution that would hold if the factors had
 * nothing to do with each other. More cases than expected with none and with many mean that factors come together.
 *
 * @param factors the factors that are counted, K of them
 * @param having cases that have each of them, in the order of the factors
 * @param cases with exactly k of them, for k = 0 to K, among the cases of which all are known
 * @param leftOut cases of which at least one of them is not known
 */
public record CaseFactorNumbers(List<String> factors, List<Long> having, List<Long> cases, long leftOut) {

    public CaseFactorNumbers {
        factors = List.copyOf(factors);
        having = List.copyOf(having);
        cases = List.copyOf(cases);
        Shares.checkNotNegative("Cases left out", leftOut);
        if (factors.isEmpty() || having.size() != factors.size() || cases.size() != factors.size() + 1) {
            throw new IllegalArgumentException(
                    "Factors " + factors + " do not match " + having + " having them and numbers " + cases + ".");
        }
        long of = total(cases);
        having.forEach(number -> Shares.checkPart("Cases having a factor", number, of));
        cases.forEach(number -> Shares.checkPart("Cases with a number of factors", number, of));
        List<Long> numbers = cases;
        long found = IntStream.range(0, numbers.size())
                .mapToLong(k -> k * numbers.get(k))
                .sum();
        if (found != total(having)) {
            throw new IllegalArgumentException(
                    "Cases by number of factors hold " + found + " factors, but " + total(having) + " were counted.");
        }
    }

    /** Counts the cases by how many of these factors they have. */
    public static CaseFactorNumbers of(CaseCombinations cases, List<String> factors) {
        int all = cases.mask(factors);
        List<Long> having = factors.stream()
                .map(factor -> cases.mask(List.of(factor)))
                .map(one -> cases.count(all, present -> (present & one) == one))
                .toList();
        List<Long> numbers = IntStream.rangeClosed(0, factors.size())
                .mapToObj(k -> cases.count(all, present -> Integer.bitCount(present) == k))
                .toList();
        return new CaseFactorNumbers(factors, having, numbers, cases.cases() - total(numbers));
    }

    /** Cases of which all the factors are known. */
    public long of() {
        return total(cases);
    }

    /** The share with exactly k of the factors, with Wilson's 95 % limits; empty when there are no cases. */
    public Optional<Estimate> exactlyFraction(int k) {
        return Shares.of(cases.get(k), of());
    }

    /** The share with k of the factors or more, with Wilson's 95 % limits; empty when there are no cases. */
    public Optional<Estimate> atLeastFraction(int k) {
        return Shares.of(total(cases.subList(k, cases.size())), of());
    }

    /** The shares expected under independence for k = 0 to K, which add up to 1; no shares when there are no cases. */
    public List<Double> expectedFractions() {
        return of() == 0
                ? List.of()
                : Arrays.stream(Independence.expectedNumbers(having, of()))
                        .boxed()
                        .toList();
    }

    /** How many times more cases have exactly k factors than expected; empty when none are expected or there are no cases. */
    public OptionalDouble timesExpected(int k) {
        List<Double> expected = expectedFractions();
        return expected.isEmpty() || expected.get(k) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) cases.get(k) / of() / expected.get(k));
    }

    private static long total(List<Long> numbers) {
        return numbers.stream().flatMapToLong(LongStream::of).sum();
    }
}
