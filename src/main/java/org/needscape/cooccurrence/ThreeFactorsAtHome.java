package org.needscape.cooccurrence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.needscape.stats.Estimate;

/**
 * Domestic abuse, parental mental ill-health and parental substance misuse among cases of children: how many have one, two or all
 * three, and whether all three come together more often than by chance.
 *
 * <p>"Two" can be read in two ways, so each is named: exactly two, and two or more. All shares are of the cases of which all three
 * factors are known.
 *
 * @param numbers cases by how many of the three they have
 * @param allThree the three together
 */
public record ThreeFactorsAtHome(CaseFactorNumbers numbers, CaseCoOccurrence allThree) {

    public static final String DOMESTIC_ABUSE = "domestic abuse";
    public static final String PARENTAL_MENTAL_ILL_HEALTH = "parental mental ill-health";
    public static final String PARENTAL_SUBSTANCE_MISUSE = "parental substance misuse";

    public ThreeFactorsAtHome {
        if (numbers.factors().size() != 3
                || !numbers.factors().equals(allThree.factors())
                || !numbers.having().equals(allThree.having())
                || numbers.cases().get(3) != allThree.together()) {
            throw new IllegalArgumentException("Not the same three factors of the same cases: " + numbers.factors()
                    + " and " + allThree.factors() + ".");
        }
    }

    /** Counts the cases by the three factors under their own names; empty when one of them was not counted. */
    public static Optional<ThreeFactorsAtHome> find(CaseCombinations cases) {
        List<String> three = List.of(DOMESTIC_ABUSE, PARENTAL_MENTAL_ILL_HEALTH, PARENTAL_SUBSTANCE_MISUSE);
        return cases.factors().containsAll(three)
                ? Optional.of(of(cases, three.get(0), three.get(1), three.get(2)))
                : Optional.empty();
    }

    /** Counts the cases by the three factors where they are called otherwise. */
    public static ThreeFactorsAtHome of(
            CaseCombinations cases, String domesticAbuse, String mentalIllHealth, String substanceMisuse) {
        List<String> three = List.of(domesticAbuse, mentalIllHealth, substanceMisuse);
        return new ThreeFactorsAtHome(CaseFactorNumbers.of(cases, three), CaseCoOccurrence.of(cases, three));
    }

    /** The share of cases with exactly one of the three, with its 95 % limits; empty when there are no cases. */
    public Optional<Estimate> exactlyOneFraction() {
        return numbers.exactlyFraction(1);
    }

    /** The share of cases with any of the three, with its 95 % limits; empty when there are no cases. */
    public Optional<Estimate> oneOrMoreFraction() {
        return numbers.atLeastFraction(1);
    }

    /** The share of cases with exactly two of the three, with its 95 % limits; empty when there are no cases. */
    public Optional<Estimate> exactlyTwoFraction() {
        return numbers.exactlyFraction(2);
    }

    /** The share of cases with two or all three, with its 95 % limits; empty when there are no cases. */
    public Optional<Estimate> twoOrMoreFraction() {
        return numbers.atLeastFraction(2);
    }

    /** The share of cases with all three, with its 95 % limits; empty when there are no cases. */
    public Optional<Estimate> allThreeFraction() {
        return numbers.exactlyFraction(3);
    }

    /** How many times more cases have all three than expected under independence; empty as {@link CaseCoOccurrence#lift()} is. */
    public OptionalDouble liftOfAllThree() {
        return allThree.lift();
    }
}
