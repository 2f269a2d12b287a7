package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.DecileCount;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;

/** What every store promises about authorities. */
public abstract class AuthorityStoreContractTest {

    private static final Period YEAR = new Period("2024");
    private static final Authority ENGLAND =
            new Authority(new AreaCode("E92000001"), "England", AuthorityLevel.COUNTRY, Optional.empty(), "");
    private static final Authority WEST_MIDLANDS =
            new Authority(new AreaCode("E12000005"), "West Midlands", AuthorityLevel.REGION, Optional.empty(), "");
    private static final Authority WARWICKSHIRE = new Authority(
            new AreaCode("E10000031"),
            "Warwickshire",
            AuthorityLevel.AUTHORITY,
            Optional.of(WEST_MIDLANDS.code()),
            "937");
    private static final Authority INVENTED = Authority.of(new AreaCode("E10999002"), "Invented");

    protected Store store;
    private long first;
    private long second;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
        first = load(store, 1, 1);
        second = load(store, 1, 1);
        write(authorities ->
                authorities.saveAuthorities(first, List.of(WARWICKSHIRE, ENGLAND, WEST_MIDLANDS, INVENTED)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void authoritiesComeBackAsTheyWereKeptInTheOrderOfTheirCodes() {
        assertEquals(List.of(WARWICKSHIRE, INVENTED, WEST_MIDLANDS, ENGLAND), read(AuthorityStore::listAuthorities));
        assertEquals(Optional.of(WARWICKSHIRE), read(authorities -> authorities.findAuthority(WARWICKSHIRE.code())));
        assertEquals(Optional.empty(), read(authorities -> authorities.findAuthority(new AreaCode("E10000099"))));
    }

    @Test
    void aFileWithoutRegionAndNumberTakesNeitherAway() {
        write(authorities ->
                authorities.saveAuthorities(second, List.of(Authority.of(WARWICKSHIRE.code(), "County of Warwick"))));

        assertEquals(
                Optional.of(new Authority(
                        WARWICKSHIRE.code(),
                        "County of Warwick",
                        AuthorityLevel.AUTHORITY,
                        WARWICKSHIRE.region(),
                        "937")),
                read(authorities -> authorities.findAuthority(WARWICKSHIRE.code())));
    }

    @Test
    void figuresOfEveryStateComeBackAndLaterOnesTakeTheirPlace() {
        AuthorityFigure hidden = new AuthorityFigure(
                WARWICKSHIRE.code(),
                AuthorityMeasure.CLA_AT_31_MARCH,
                YEAR,
                AuthorityFigure.ALL,
                Value.suppressed(),
                Value.low(),
                Value.notApplicable(),
                Set.of(ValueFlag.LOW_CONFIDENCE));
        AuthorityFigure england = figure(ENGLAND, YEAR, 83_630, 70);
        AuthorityFigure earlier = figure(WARWICKSHIRE, new Period("2023"), 820, 66);
        write(authorities -> authorities.saveFigures(first, List.of(england, hidden, earlier)));

        assertEquals(
                List.of(hidden, england),
                read(authorities -> authorities.listFigures(AuthorityMeasure.CLA_AT_31_MARCH, YEAR)));
        assertEquals(List.of(earlier, hidden), read(authorities -> authorities.listFigures(WARWICKSHIRE.code())));
        assertEquals(
                Map.of(AuthorityMeasure.CLA_AT_31_MARCH, List.of(new Period("2023"), YEAR)),
                read(AuthorityStore::listPeriods));

        AuthorityFigure corrected = figure(WARWICKSHIRE, YEAR, 840, 67);
        write(authorities -> authorities.saveFigures(second, List.of(corrected)));

        assertEquals(
                List.of(corrected, england),
                read(authorities -> authorities.listFigures(AuthorityMeasure.CLA_AT_31_MARCH, YEAR)));
        assertEquals(
                Set.of(first, second),
                read(authorities -> authorities.listDatasets(AuthorityMeasure.CLA_AT_31_MARCH, YEAR)));
    }

    @Test
    void deprivationIsKeptByEditionIndexAndStatistic() {
        AuthorityDeprivation score = deprivation(WARWICKSHIRE, 2019, AuthorityDeprivation.AVERAGE_SCORE, 14.18);
        AuthorityDeprivation extent = deprivation(WARWICKSHIRE, 2019, "extent", 0.1);
        AuthorityDeprivation before = deprivation(WARWICKSHIRE, 2015, AuthorityDeprivation.AVERAGE_SCORE, 14.0);
        write(authorities -> authorities.saveDeprivation(first, List.of(score, extent, before)));
        write(authorities ->
                authorities.saveDeprivation(second, List.of(deprivation(WARWICKSHIRE, 2019, "extent", 0.2))));

        assertEquals(
                List.of(score),
                read(authorities -> authorities.listDeprivation(
                        2019, AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE)));
        assertEquals(
                List.of(before, score, deprivation(WARWICKSHIRE, 2019, "extent", 0.2)),
                read(authorities -> authorities.listDeprivation(WARWICKSHIRE.code())));
        assertEquals(
                List.of(2015, 2019),
                read(authorities ->
                        authorities.listIndexYears(AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE)));
        assertEquals(Set.of(first, second), read(authorities -> authorities.listDatasets(2019)));
    }

    @Test
    void aListOfNeighboursTakesThePlaceOfTheOneBefore() {
        StatisticalNeighbour near =
                new StatisticalNeighbour(WARWICKSHIRE.code(), ENGLAND.code(), 2, OptionalDouble.of(0.25), "");
        StatisticalNeighbour nearest = new StatisticalNeighbour(
                WARWICKSHIRE.code(), WEST_MIDLANDS.code(), 1, OptionalDouble.empty(), "Very close");
        StatisticalNeighbour other =
                new StatisticalNeighbour(ENGLAND.code(), WARWICKSHIRE.code(), 1, OptionalDouble.empty(), "");
        write(authorities -> authorities.saveNeighbours(first, List.of(near, nearest, other)));

        assertEquals(List.of(nearest, near), read(authorities -> authorities.listNeighbours(WARWICKSHIRE.code())));

        write(authorities -> authorities.saveNeighbours(second, List.of(near)));

        assertEquals(List.of(near), read(authorities -> authorities.listNeighbours(WARWICKSHIRE.code())));
        assertEquals(List.of(other), read(authorities -> authorities.listNeighbours(ENGLAND.code())));
    }

    @Test
    void aTableByDecileTakesThePlaceOfTheWholeTableBefore() {
        AuthorityDeciles old = deciles(
                new DecileCount(10, 900.5, Value.known(3)),
                new DecileCount(1, 1_000, Value.suppressed()),
                new DecileCount(2, 0, Value.known(0)));
        write(authorities -> authorities.saveDeciles(first, List.of(old)));

        assertEquals(
                Optional.of(old), read(authorities -> authorities.findDeciles(INVENTED.code(), Measure.CLA, YEAR)));
        assertEquals(
                List.of(1, 2, 10),
                old.deciles().stream().map(DecileCount::decile).toList());

        AuthorityDeciles corrected = deciles(new DecileCount(1, 1_000, Value.known(12)));
        write(authorities -> authorities.saveDeciles(second, List.of(corrected)));

        assertEquals(List.of(corrected), read(AuthorityStore::listDeciles));
        assertEquals(
                Optional.empty(), read(authorities -> authorities.findDeciles(INVENTED.code(), Measure.CIN, YEAR)));
        assertEquals(Set.of(second), read(authorities -> authorities.listDecileDatasets(INVENTED.code())));
    }

    @Test
    void whatIsSavedMustBeOfAnAuthorityAndADataSetThatAreThere() {
        Authority unknown = Authority.of(new AreaCode("E10000099"), "Nowhere");

        assertThrows(
                IllegalArgumentException.class,
                () -> write(authorities -> authorities.saveFigures(first, List.of(figure(unknown, YEAR, 1, 1)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> write(authorities -> authorities.saveFigures(999, List.of(figure(ENGLAND, YEAR, 1, 1)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> write(authorities ->
                        authorities.saveDeprivation(first, List.of(deprivation(unknown, 2019, "extent", 1)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> write(authorities -> authorities.saveNeighbours(
                        first,
                        List.of(new StatisticalNeighbour(
                                ENGLAND.code(), unknown.code(), 1, OptionalDouble.empty(), "")))));
        assertEquals(Map.of(), read(AuthorityStore::listPeriods));
    }

    @Test
    void everyChangeMakesANewRevision() {
        String before = store.read(StoreSession::revision);
        write(authorities -> authorities.saveFigures(first, List.of(figure(ENGLAND, YEAR, 1, 1))));

        assertNotEquals(before, store.read(StoreSession::revision));
    }

    private static AuthorityFigure figure(Authority authority, Period period, double number, double rate) {
        return new AuthorityFigure(
                authority.code(),
                AuthorityMeasure.CLA_AT_31_MARCH,
                period,
                AuthorityFigure.ALL,
                Value.known(number),
                Value.known(rate),
                Value.notAvailable(),
                Set.of());
    }

    private static AuthorityDeprivation deprivation(Authority authority, int year, String statistic, double value) {
        return new AuthorityDeprivation(
                authority.code(), year, AuthorityDeprivation.IMD, statistic, Value.known(value));
    }

    private static AuthorityDeciles deciles(DecileCount... counts) {
        return new AuthorityDeciles(INVENTED, Measure.CLA, YEAR, List.of(counts));
    }

    private void write(Consumer<AuthorityStore> work) {
        store.write(session -> {
            work.accept(session.authorities());
            return true;
        });
    }

    private <T> T read(Function<AuthorityStore, T> work) {
        return store.read(session -> work.apply(session.authorities()));
    }
}
