package org.needscape.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CoverageMatrixTest {

    private static Service service(AgeRange ages, Integer... tiers) {
        return new Service("A", ages, List.of(tiers), OptionalLong.empty(), OptionalInt.empty(), List.of());
    }

    /** Worked out by hand: limits at 0, 5, 6, 16 cut 0 to 25 into four bands. */
    @Test
    void bandsFollowFromTheLimitsOfTheServices() {
        CoverageMatrix matrix = CoverageMatrix.of(List.of(
                service(AgeRange.of(0, 5), 1, 2), service(AgeRange.of(5, 15), 2), service(AgeRange.from(16), 4)));

        assertEquals(
                List.of("0 to 4", "5", "6 to 15", "16 to 25"),
                matrix.bands().stream().map(CoverageMatrix.Band::words).toList());
        assertEquals(
                List.of(List.of(0), List.of(0), List.of(), List.of(), List.of(0), List.of(0, 1), List.of(), List.of()),
                matrix.cells().stream()
                        .limit(8)
                        .map(CoverageMatrix.Cell::services)
                        .toList());
        assertEquals(
                List.of(
                        "0 to 4 3",
                        "0 to 4 4",
                        "5 3",
                        "5 4",
                        "6 to 15 1",
                        "6 to 15 3",
                        "6 to 15 4",
                        "16 to 25 1",
                        "16 to 25 2",
                        "16 to 25 3"),
                matrix.gaps().stream()
                        .map(gap -> gap.band().words() + " " + gap.tier())
                        .toList());
    }

    @Test
    void serviceBeyondTheLastAgeCutsNothingAndFillsNothing() {
        CoverageMatrix matrix = CoverageMatrix.of(List.of(service(AgeRange.from(26), 1, 2, 3, 4)));

        assertEquals(List.of(new CoverageMatrix.Band(0, 25)), matrix.bands());
        assertEquals(4, matrix.gaps().size());
    }

    @Test
    void withoutServicesEverythingIsOneGap() {
        assertEquals(4, CoverageMatrix.of(List.of()).gaps().size());
        assertEquals(1, CoverageMatrix.of(List.of()).bands().size());
    }

    @Test
    void serviceThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> AgeRange.of(5, 4));
        assertThrows(IllegalArgumentException.class, () -> AgeRange.from(-1));
        assertThrows(IllegalArgumentException.class, () -> AgeRange.of(0, 121));
        assertThrows(IllegalArgumentException.class, () -> service(AgeRange.of(0, 5)));
        assertThrows(IllegalArgumentException.class, () -> service(AgeRange.of(0, 5), 5));
        assertThrows(IllegalArgumentException.class, () -> service(AgeRange.of(0, 5), 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Site.AtPoint(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Site.AtPoint(700_001, 0));
    }

    /** Year of age by year of age, the matrix says what the services say of themselves. */
    @Property(tries = 300)
    void everyAgeAndLevelHasExactlyItsServices(@ForAll("lists") List<Service> services) {
        CoverageMatrix matrix = CoverageMatrix.of(services);
        int next = CoverageMatrix.FIRST_AGE;
        for (CoverageMatrix.Band band : matrix.bands()) {
            assertEquals(next, band.from());
            next = band.to() + 1;
        }
        assertEquals(CoverageMatrix.LAST_AGE + 1, next);
        assertEquals(matrix.bands().size() * Service.MOST_TIER, matrix.cells().size());
        for (CoverageMatrix.Cell cell : matrix.cells()) {
            for (int age = cell.band().from(); age <= cell.band().to(); age++) {
                List<Integer> expected = new ArrayList<>();
                for (int k = 0; k < services.size(); k++) {
                    if (services.get(k).ages().contains(age)
                            && services.get(k).tiers().contains(cell.tier())) {
                        expected.add(k);
                    }
                }
                assertEquals(expected, cell.services(), "age " + age + ", level " + cell.tier());
            }
        }
        assertTrue(matrix.gaps().stream().allMatch(gap -> gap.services().isEmpty()));
    }

    @Provide
    Arbitrary<List<Service>> lists() {
        Arbitrary<AgeRange> ages = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(-1, 30))
                .as((from, more) -> more < 0 ? AgeRange.from(from) : AgeRange.of(from, from + more));
        Arbitrary<List<Integer>> tiers = Arbitraries.integers()
                .between(1, 4)
                .set()
                .ofMinSize(1)
                .map(set -> set.stream().sorted().toList());
        return Combinators.combine(ages, tiers)
                .as((range, levels) -> service(range, levels.toArray(Integer[]::new)))
                .list()
                .ofMaxSize(12);
    }
}
