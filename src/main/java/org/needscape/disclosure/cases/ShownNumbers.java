package org.needscape.disclosure.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.needscape.indicator.Value;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonBinomial;
import org.needscape.stats.WilsonInterval;

/**
 * How many of some factors cases have at once, as shown, among the cases of which all of them are known.
 *
 * @param factors which factors are counted
 * @param cases with none, one, two ... of them; where there are fewer numbers than that, the last stands for as many or more
 */
public record ShownNumbers(List<String> factors, List<Value> cases) {

    private static final double CONFIDENCE = 0.95;

    public ShownNumbers {
        factors = List.copyOf(factors);
        cases = List.copyOf(cases);
        if (cases.size() < 2 || cases.size() > factors.size() + 1) {
            throw new IllegalArgumentException(
                    cases.size() + " numbers do not go with " + factors.size() + " factors.");
        }
    }

    ShownNumbers map(UnaryOperator<Value> change) {
        return new ShownNumbers(factors, cases.stream().map(change).toList());
    }

    /** Whether the last number stands for as many or more. */
    public boolean isLastOrMore() {
        return cases.size() <= factors.size();
    }

    /** Cases of which all factors are known; empty when a number is hidden. */
    public OptionalLong of() {
        return sum(0, cases.size());
    }

    /** The cases with at least and at most so many factors; empty when one of the numbers is hidden. */
    public OptionalLong casesWith(int least, int most) {
        return sum(least, most + 1);
    }

    /** Their share, with Wilson's 95 % limits; empty when a number is hidden or there are no cases. */
    public Optional<Estimate> shareWith(int least, int most) {
        OptionalLong of = of();
        if (of.isEmpty() || of.getAsLong() == 0) {
            return Optional.empty();
        }
        double some = sum(least, most + 1).orElseThrow();
        double all = of.getAsLong();
        Interval limits = WilsonInterval.of(some, all, CONFIDENCE);
        return Optional.of(new Estimate(some / all, limits.lower(), limits.upper()));
    }

    /**
     * The shares expected if the factors had nothing to do with each other, one for each number; none when a factor's share cannot
     * be said.
     *
     * @param shown the factors as shown, these among them
     */
    public List<Double> expectedFractions(List<ShownFactor> shown) {
        List<Double> shares = new ArrayList<>();
        for (String factor : factors) {
            shown.stream()
                    .filter(one -> one.factor().equals(factor))
                    .flatMapToDouble(one -> one.share().stream())
                    .forEach(shares::add);
        }
        if (shares.size() != factors.size()) {
            return List.of();
        }
        double[] exactly = PoissonBinomial.distribution(
                shares.stream().mapToDouble(Double::doubleValue).toArray());
        List<Double> expected = new ArrayList<>();
        double rest = 1;
        for (int k = 0; k < cases.size() - 1; k++) {
            expected.add(exactly[k]);
            rest -= exactly[k];
        }
        expected.add(isLastOrMore() ? Math.max(0, rest) : exactly[factors.size()]);
        return expected;
    }

    private OptionalLong sum(int from, int to) {
        long sum = 0;
        for (Value number : cases.subList(from, to)) {
            if (!number.isKnown()) {
                return OptionalLong.empty();
            }
            sum += ShownCases.count(number);
        }
        return OptionalLong.of(sum);
    }
}
