package org.needscape.disclosure.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CaseCounter;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.cooccurrence.SupportLevel;
import org.needscape.cooccurrence.ThreeFactorsAtHome;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

class CaseProtectionTest {

    private static final List<String> HOME = List.of(
            ThreeFactorsAtHome.DOMESTIC_ABUSE,
            ThreeFactorsAtHome.PARENTAL_MENTAL_ILL_HEALTH,
            ThreeFactorsAtHome.PARENTAL_SUBSTANCE_MISUSE);

    // To the nearest 5, but no count that is shown may look like a hidden one.
    @ParameterizedTest
    @CsvSource({
        "5, 0, 0, 0",
        "5, 1, 1, hidden",
        "5, 5, 5, hidden",
        "5, 6, 6, 10",
        "5, 12, 12, 10",
        "5, 13, 13, 15",
        "5, 1234, 1234, 1235",
        "5, 0, 1, hidden",
        "5, 5, 9, hidden",
        "1, 1, 1, hidden",
        "1, 2, 2, 5",
        "10, 11, 11, 15",
        "10, 10, 10, hidden",
        "12, 13, 13, 15"
    })
    void countsAreHiddenOrRounded(int threshold, long counted, long all, String shown) {
        Value expected = shown.equals("hidden") ? Value.suppressed() : Value.known(Double.parseDouble(shown));

        assertEquals(expected, new CaseRounding(new DisclosurePolicy(threshold)).shown(counted, all));
    }

    @Test
    void zeroIsHiddenWhereThatIsAgreedAndALargerBaseIsKept() {
        DisclosurePolicy strict = new DisclosurePolicy(5, true, 10, 30, 3);

        assertEquals(Value.suppressed(), new CaseRounding(strict).shown(0, 0));
        assertEquals(Value.known(20), new CaseRounding(strict).shown(24, 24));
    }

    @Test
    void figuresFollowFromTheShownCountsAlone() {
        // 102 both, 48 only abuse, 51 only ill-health, 203 neither: shown as 100, 50, 50, 205.
        ShownCases shown = shown("++-", 102, "+--", 48, "-+-", 51, "---", 203);
        ShownPair pair = shown.pairs().get(0);

        assertEquals(
                List.of(100.0, 50.0, 50.0, 205.0),
                numbers(pair.both(), pair.firstOnly(), pair.secondOnly(), pair.neither()));
        // By hand: 100 * 205 / (50 * 50) and 100 * 405 / (150 * 150).
        assertEquals(8.2, pair.table().orElseThrow().oddsRatio().orElseThrow().estimate(), 1e-12);
        assertEquals(1.8, pair.table().orElseThrow().lift().orElseThrow().estimate(), 1e-12);
        // 150 of 405 by the shown counts 150 and 255; the exact 150 of 404 is nowhere.
        assertEquals(
                150.0 / 405,
                shown.factors()
                        .get(0)
                        .prevalence()
                        .orElseThrow()
                        .shareFraction()
                        .orElseThrow()
                        .estimate(),
                1e-12);
    }

    @Test
    void whereACountIsHiddenNothingIsMadeOfIt() {
        ShownCases shown = shown("++-", 102, "+--", 3, "-+-", 51, "---", 203);

        assertEquals(Value.suppressed(), shown.pairs().get(0).firstOnly());
        assertEquals(Optional.empty(), shown.pairs().get(0).table());
        // Nobody has the third: a true zero, shown as one.
        assertEquals(Value.known(0), shown.factors().get(2).having());
    }

    @Test
    void rareHighNumbersOfFactorsAreTakenTogether() {
        ShownCases shown = shown("---", 100, "+--", 60, "++-", 4, "+++", 3);

        // 4 with two and 3 with three: together 7, shown as 10.
        assertEquals(List.of(100.0, 60.0, 10.0), numbers(shown.numbers().cases()));
        assertTrue(shown.numbers().isLastOrMore());
        assertEquals(10.0 / 170, shown.numbers().shareWith(2, 2).orElseThrow().estimate(), 1e-12);
        // The three at home are never taken together: two is not all three.
        ShownNumbers home = shown.atHome().orElseThrow();
        assertEquals(List.of(Value.known(100), Value.known(60), Value.suppressed(), Value.suppressed()), home.cases());
        assertTrue(home.shareWith(0, 0).isEmpty());
    }

    @Test
    void expectedNumbersArePoissonBinomialOfTheShownShares() {
        ShownCases shown = shown("++-", 50, "+--", 50, "-+-", 50, "---", 50, "--+", 100);

        // Shares 1/3, 1/3, 1/3 of 300: by hand 8/27, 12/27, 6/27 and 1/27; nobody has three, so two or more together.
        List<Double> expected = shown.numbers().expectedFractions(shown.factors());
        assertEquals(8.0 / 27, expected.get(0), 1e-12);
        assertEquals(12.0 / 27, expected.get(1), 1e-12);
        assertEquals(7.0 / 27, expected.get(2), 1e-12);
    }

    @Test
    void combinationsOfFewCasesAreNotListed() {
        ShownCases shown = shown("---", 100, "+--", 60, "-+-", 62, "++-", 4);

        // 60 and 62 are both shown as 60: then their names order them, not which is larger.
        assertEquals(
                List.of(
                        new ShownCombination(List.of(), Value.known(100)),
                        new ShownCombination(List.of(HOME.get(0)), Value.known(60)),
                        new ShownCombination(List.of(HOME.get(1)), Value.known(60))),
                shown.combinations());
    }

    @Test
    void strongerRuleHidesWhatWasShownAndAWeakerOneShowsNothingMore() {
        ShownCases shown = shown("---", 100, "+--", 60, "-+-", 12, "++-", 4);

        ShownCases later = shown.under(new DisclosurePolicy(20));
        assertEquals(Value.suppressed(), later.pairs().get(0).secondOnly());
        assertEquals(Value.known(60), later.pairs().get(0).firstOnly());
        assertEquals(2, later.combinations().size());
        assertEquals(shown, shown.under(new DisclosurePolicy(2)));
    }

    private static ShownCases shown(Object... signsAndNumbers) {
        CaseCounter counter = new CaseCounter(HOME, SupportLevel.labels());
        for (int i = 0; i < signsAndNumbers.length; i += 2) {
            List<FactorFlag> flags = ((String) signsAndNumbers[i])
                    .chars()
                    .mapToObj(sign -> sign == '+' ? FactorFlag.PRESENT : FactorFlag.ABSENT)
                    .toList();
            for (int n = 0; n < (int) signsAndNumbers[i + 1]; n++) {
                counter.add(flags, SupportLevel.MULTIPLE.label());
            }
        }
        CaseCombinations all = counter.combinations();
        return CaseProtection.show(all, all, DisclosurePolicy.DEFAULT);
    }

    private static List<Double> numbers(Value... values) {
        return numbers(Arrays.asList(values));
    }

    private static List<Double> numbers(List<Value> values) {
        return values.stream().map(value -> value.number().orElseThrow()).toList();
    }
}
