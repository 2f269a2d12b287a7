package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Polarity;

class DomainWeightsTest {

    @Test
    void factorCountsForItsShareOfItsDomainTimesTheDomainsWeight() {
        List<NeedFactor> weighted = DomainWeights.apply(
                List.of(factor("a", 1), factor("b", 3), factor("c", 7)),
                List.of("home", "home", "school"),
                Map.of("home", 0.8, "school", 0.2));

        assertEquals(
                List.of(0.2, 0.6, 0.2),
                weighted.stream()
                        .map(NeedFactor::weight)
                        .map(w -> Math.round(w * 1e12) / 1e12)
                        .toList());
    }

    @Test
    void withoutDomainsWeightsStay() {
        List<NeedFactor> factors = List.of(factor("a", 1), factor("b", 3));

        assertEquals(factors, DomainWeights.apply(factors, List.of("", ""), Map.of()));
    }

    @Test
    void domainsAndFactorsMustFit() {
        assertRefused("has the domain 'school', which the recipe does not list", "school", Map.of("home", 1.0));
        assertRefused("has the domain '', which the recipe does not list", "", Map.of("home", 1.0));
        assertRefused("has the domain 'home', which the recipe does not list", "home", Map.of());
        assertRefused("The domain 'school' has no factor", "home", Map.of("home", 1.0, "school", 1.0));
    }

    private static void assertRefused(String words, String domain, Map<String, Double> domains) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> DomainWeights.apply(List.of(factor("a", 1)), List.of(domain), domains))
                .getMessage();
        assertTrue(String.valueOf(message).contains(words), message);
    }

    private static NeedFactor factor(String column, double weight) {
        return NeedFactor.zScore(column, Polarity.HIGHER_IS_MORE_NEED).withWeight(weight);
    }
}
