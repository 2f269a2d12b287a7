package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;
import org.needscape.store.AuthorityStore;

/**
 * What stands beside the rate of an authority: its statistical neighbours, weighted (Σ numbers / Σ children) and unweighted (the mean of
 * their published rates, as authorities publish it), its region and the country.
 */
final class AuthorityComparators {

    private static final double PER = 10_000;

    private final AuthorityStore store;
    private final AuthorityRates rates;

    AuthorityComparators(AuthorityStore store, AuthorityRates rates) {
        this.store = store;
        this.rates = rates;
    }

    /** What a comparator is. */
    enum Kind {
        AUTHORITY("authority"),
        NEIGHBOURS_WEIGHTED("neighbours-weighted"),
        NEIGHBOURS_UNWEIGHTED("neighbours-unweighted"),
        REGION("region"),
        ENGLAND("england");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A rate beside that of an authority.
     *
     * @param code of the region or country; empty for neighbours
     * @param name for people
     * @param ratePer10000 or why there is none
     * @param limits of it; none for a mean of rates
     * @param authorities how many it is made of
     */
    record Beside(
            String code,
            String name,
            Kind kind,
            Period period,
            Value ratePer10000,
            Optional<Interval> limits,
            int authorities) {}

    /** The authority itself and all that there is beside it; nothing where it has no figure. */
    List<Beside> list(AreaCode authority, AuthorityMeasure measure, Period period) {
        return list(authority, rates.of(measure, period), period);
    }

    /** The same, of rates that were read before. */
    List<Beside> list(AreaCode authority, Map<AreaCode, AuthorityRate> all, Period period) {
        AreaCode current = rates.chain().current(authority);
        AuthorityRate own = all.get(current);
        if (own == null) {
            return List.of();
        }
        List<Beside> beside = new ArrayList<>();
        beside.add(single(own, Kind.AUTHORITY));
        beside.addAll(neighbours(current, all, period));
        own.authority().region().map(all::get).ifPresent(region -> beside.add(single(region, Kind.REGION)));
        country(own.authority(), all).ifPresent(country -> beside.add(single(country, Kind.ENGLAND)));
        return beside;
    }

    /** The country's rate for real authorities; a fictional one has none. */
    static Optional<AuthorityRate> country(Authority authority, Map<AreaCode, AuthorityRate> all) {
        return all.values().stream()
                .filter(rate -> rate.authority().level() == AuthorityLevel.COUNTRY
                        && rate.authority().isFictional() == authority.isFictional())
                .findFirst();
    }

    /** The neighbours of an authority under any of its codes, the nearest first. */
    List<StatisticalNeighbour> neighbours(AreaCode authority) {
        List<AreaCode> codes = new ArrayList<>(rates.chain().codes(authority));
        java.util.Collections.reverse(codes);
        return codes.stream()
                .map(store::listNeighbours)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Beside> neighbours(AreaCode authority, Map<AreaCode, AuthorityRate> all, Period period) {
        List<AuthorityRate> known = neighbours(authority).stream()
                .map(line -> all.get(rates.chain().current(line.neighbour())))
                .filter(Objects::nonNull)
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        List<AuthorityRate> counted =
                known.stream().filter(AuthorityRate::isCounted).toList();
        List<AuthorityRate> rated =
                known.stream().filter(rate -> rate.ratePer10000().isKnown()).toList();
        return Stream.of(weighted(counted, period), unweighted(rated, period)).toList();
    }

    private static Beside weighted(List<AuthorityRate> counted, Period period) {
        long number = counted.stream().mapToLong(AuthorityRate::number).sum();
        double children =
                counted.stream().mapToDouble(AuthorityRate::childrenAged0To17).sum();
        return new Beside(
                "",
                "Statistical neighbours, as one",
                Kind.NEIGHBOURS_WEIGHTED,
                period,
                counted.isEmpty() ? Value.notAvailable() : Value.known(number / children * PER),
                counted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(PoissonInterval.ofRatePer10000(number, children, AuthorityRate.CONFIDENCE)),
                counted.size());
    }

    private static Beside unweighted(List<AuthorityRate> rated, Period period) {
        double sum = rated.stream()
                .mapToDouble(rate -> rate.ratePer10000().number().orElseThrow())
                .sum();
        return new Beside(
                "",
                "Statistical neighbours, mean of their rates",
                Kind.NEIGHBOURS_UNWEIGHTED,
                period,
                rated.isEmpty() ? Value.notAvailable() : Value.known(sum / rated.size()),
                Optional.empty(),
                rated.size());
    }

    private static Beside single(AuthorityRate rate, Kind kind) {
        return new Beside(
                rate.code().value(),
                rate.authority().name(),
                kind,
                rate.figure().period(),
                rate.ratePer10000(),
                rate.limits(),
                1);
    }
}
