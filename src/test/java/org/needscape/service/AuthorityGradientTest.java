package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.need.ModelChoice;
import org.needscape.stats.FunnelClass;

/** How rates of whole authorities rise with their deprivation; the authorities are made up. */
class AuthorityGradientTest {

    private static final Period YEAR = new Period("2024");
    private static final double CHILDREN = 100_000;

    private final Map<AreaCode, AuthorityRate> rates = new TreeMap<>();
    private final Map<AreaCode, Double> scores = new TreeMap<>();

    @Test
    void aPlantedRiseIsFoundExactly() {
        // Rates of exactly 50 e^(0.3 z) but for rounding to whole children: e^0.3 = 1.3499.
        plant(20, 0.3);

        AuthorityGradient gradient = gradient();

        assertEquals(1.3499, gradient.ratioPerStandardDeviation().orElseThrow().estimate(), 0.001);
        assertEquals(ModelChoice.Used.POISSON, gradient.models().orElseThrow().used());
        assertEquals(50, gradient.fittedPer10000(0).orElseThrow(), 0.1);
        assertTrue(
                gradient.sentence()
                        .startsWith(
                                "Children looked after at 31 March 2024: over 20 authorities the rate is 35 % higher"
                                        + " for each standard deviation"),
                gradient.sentence());
    }

    @Test
    void decileOneIsTheMostDeprivedTenthOfAuthorities() {
        plant(20, 0.3);

        AuthorityGradient gradient = gradient();

        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                gradient.tenths().stream().map(AuthorityGradient.Tenth::decile).toList());
        assertEquals(2, gradient.tenths().get(0).authorities());
        assertTrue(
                gradient.tenths().get(0).meanScore() > gradient.tenths().get(9).meanScore());
    }

    @Test
    void withoutAnyRiseThereIsNoEvidence() {
        plant(20, 0);

        assertTrue(
                gradient().sentence().contains("there is no evidence that the rate changes"),
                gradient().sentence());
    }

    @Test
    void whoCannotBePlacedIsNamedWithTheReason() {
        plant(12, 0.2);
        add("E06000053", Value.suppressed(), Value.known(1_000), 12.0);
        add("E06000061", Value.known(300), Value.known(80_000), null);
        add("E06000063", Value.notApplicable(), Value.notAvailable(), null);
        add("E06000050", Value.known(100), Value.notAvailable(), 20.0);
        add("E06000051", Value.known(100), Value.known(30_000), null);
        add("E06000052", Value.notAvailable(), Value.known(30_000), 11.0);

        assertEquals(
                Map.of(
                        "E06000053", "Its number is hidden to protect children.",
                        "E06000061",
                                "The Indices of 2019 have no score of it: Northamptonshire was split into North and West"
                                        + " Northamptonshire in 2021.",
                        "E06000063", "It does not apply: the council did not exist in that year.",
                        "E06000050", "Neither the number of its children nor its rate is published.",
                        "E06000051", "The Indices of 2019 have no score of it.",
                        "E06000052", "Its number is not available."),
                reasons(gradient()));
        assertEquals(12, gradient().placed().size());
        // Those whose number and children are known are in the funnel, placed or not.
        assertEquals(14, gradient().counted().size());
    }

    @Test
    void ofTooFewAuthoritiesNoLineIsDrawn() {
        plant(5, 0.3);

        assertEquals(Optional.empty(), gradient().models());
        assertEquals(
                "Children looked after at 31 March 2024: only 5 authorities can be placed by deprivation, too few for a line; at"
                        + " least 10 are needed.",
                gradient().sentence());
    }

    @Test
    void withoutAnyAuthorityNothingFails() {
        assertEquals(List.of(), gradient().placed());
        assertEquals(Optional.empty(), gradient().funnel());
        assertEquals(List.of(), gradient().tenths());
    }

    @Test
    void equalScoresPlaceNobody() {
        for (int i = 0; i < 12; i++) {
            add("E060000" + (10 + i), Value.known(100), Value.known(20_000), 15.0);
        }

        assertEquals(12, gradient().notPlaced().size());
        assertEquals(Optional.empty(), gradient().models());
    }

    @Test
    void anAuthorityFarAboveAllIsHighInTheFunnel() {
        plant(20, 0);
        add("E06000099", Value.known(2_000), Value.known(CHILDREN), 20.0);

        AuthorityGradient gradient = gradient();

        assertEquals(
                FunnelClass.HIGH_998,
                gradient.funnel().orElseThrow().points().get(0).position());
    }

    @Test
    void childrenFollowFromNumberAndRateWhereTheyAreNotPublished() {
        AuthorityRate derived =
                rate("E06000001", Value.known(350), Value.notAvailable(), Value.known(70), Value.known(1));
        AuthorityRate elsewhere =
                rate("E06000001", Value.known(350), Value.notAvailable(), Value.notAvailable(), Value.known(50_000));
        AuthorityRate unknown =
                rate("E06000001", Value.suppressed(), Value.notAvailable(), Value.notAvailable(), Value.notAvailable());

        assertEquals(50_000, derived.childrenAged0To17(), 1e-9);
        assertEquals(AuthorityRate.Source.DERIVED, derived.childrenSource());
        assertEquals(Value.known(70), elsewhere.ratePer10000());
        assertEquals(AuthorityRate.Source.WORKED_OUT, elsewhere.rateSource());
        assertEquals(AuthorityRate.Source.NONE, unknown.childrenSource());
        assertEquals(Optional.empty(), unknown.limits());
    }

    @Property(tries = 30)
    void theRatioDoesNotDependOnTheUnitOfTheScore(@ForAll @DoubleRange(min = 0.1, max = 100) double unit) {
        rates.clear();
        scores.clear();
        plant(15, 0.25);
        double before = gradient().ratioPerStandardDeviation().orElseThrow().estimate();
        scores.replaceAll((code, score) -> score * unit + 7);

        assertEquals(
                before, gradient().ratioPerStandardDeviation().orElseThrow().estimate(), 1e-6);
    }

    /** Authorities with scores in equal steps and rates of 50 e^(slope z). */
    private void plant(int count, double slope) {
        List<Double> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(i - (count - 1) / 2.0);
        }
        double sd = Math.sqrt(steps.stream().mapToDouble(step -> step * step).sum() / (count - 1));
        for (int i = 0; i < count; i++) {
            long number = Math.round(50 * Math.exp(slope * steps.get(i) / sd) * CHILDREN / 10_000);
            add("E080000" + (10 + i), Value.known(number), Value.known(CHILDREN), 20 + steps.get(i));
        }
    }

    private void add(String code, Value number, Value children, Double score) {
        AreaCode area = new AreaCode(code);
        rates.put(area, rate(code, number, children, Value.notAvailable(), Value.notAvailable()));
        if (score != null) {
            scores.put(area, score);
        }
    }

    private static AuthorityRate rate(String code, Value number, Value children, Value rate, Value elsewhere) {
        AuthorityFigure figure = new AuthorityFigure(
                new AreaCode(code),
                AuthorityMeasure.CLA_AT_31_MARCH,
                YEAR,
                AuthorityFigure.ALL,
                number,
                rate,
                children,
                Set.of());
        return AuthorityRate.of(Authority.of(new AreaCode(code), "Name of " + code), figure, elsewhere);
    }

    private AuthorityGradient gradient() {
        return AuthorityGradient.of(AuthorityMeasure.CLA_AT_31_MARCH, YEAR, 2019, rates, scores, false);
    }

    private static Map<String, String> reasons(AuthorityGradient gradient) {
        Map<String, String> reasons = new TreeMap<>();
        gradient.notPlaced().forEach(one -> reasons.put(one.rate().code().value(), one.reason()));
        return reasons;
    }
}
