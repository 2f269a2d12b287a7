package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityChain;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.store.AuthorityStore;

/**
 * What a store knows of authorities, with codes that are one place taken for one ({@link AuthorityChain}). Of two codes with a figure
 * each of the same year the later one counts, unless its figure does not apply or is not available.
 */
final class AuthorityRates {

    private final AuthorityStore store;
    private final Map<AreaCode, Authority> authorities;
    private final AuthorityChain chain;
    private final Map<Period, Map<AreaCode, Value>> children = new HashMap<>();

    AuthorityRates(AuthorityStore store) {
        this.store = store;
        List<Authority> all = store.listAuthorities();
        authorities = all.stream().collect(Collectors.toMap(Authority::code, one -> one, (a, b) -> a, TreeMap::new));
        chain = AuthorityChain.of(all);
    }

    AuthorityChain chain() {
        return chain;
    }

    /** Each authority once, under its latest code. */
    List<Authority> list() {
        return authorities.values().stream()
                .filter(authority -> current(authority.code()).equals(authority))
                .toList();
    }

    /** The authority that a code is or was of. */
    Optional<Authority> find(AreaCode code) {
        return authorities.containsKey(code) ? Optional.of(current(code)) : Optional.empty();
    }

    /** All figures that are not parts, of one measure and period, by latest code. */
    Map<AreaCode, AuthorityRate> of(AuthorityMeasure measure, Period period) {
        List<AuthorityFigure> whole = store.listFigures(measure, period).stream()
                .filter(figure -> figure.category().equals(AuthorityFigure.ALL))
                .toList();
        Map<AreaCode, AuthorityRate> rates = new TreeMap<>();
        merge(whole).forEach((code, figure) -> rates.put(code, rate(figure)));
        return rates;
    }

    /** All figures of an authority, under all of its codes, each measure, period and category once. */
    List<AuthorityFigure> figures(AreaCode code) {
        Map<List<Object>, List<AuthorityFigure>> together = new java.util.LinkedHashMap<>();
        for (AreaCode one : chain.codes(code)) {
            store.listFigures(one).forEach(figure -> together.computeIfAbsent(
                            List.of(figure.measure(), figure.period(), figure.category()), key -> new ArrayList<>())
                    .add(figure));
        }
        return together.values().stream()
                .flatMap(same -> merge(same).values().stream())
                .sorted(java.util.Comparator.comparing(AuthorityFigure::measure)
                        .thenComparing(AuthorityFigure::period)
                        .thenComparing(AuthorityFigure::category))
                .toList();
    }

    AuthorityRate rate(AuthorityFigure figure) {
        return AuthorityRate.of(
                current(figure.authority()),
                figure,
                children.computeIfAbsent(figure.period(), this::publishedChildren)
                        .getOrDefault(figure.authority(), Value.notAvailable()));
    }

    /** Average scores of the Index of Multiple Deprivation by latest code. */
    Map<AreaCode, Double> scores(int indexYear) {
        Map<AreaCode, Double> scores = new TreeMap<>();
        chain.merge(
                        store.listDeprivation(indexYear, AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE),
                        AuthorityDeprivation::authority,
                        line -> line.value().isKnown())
                .forEach((code, line) -> line.value().number().ifPresent(score -> scores.put(code, score)));
        return scores;
    }

    private Map<AreaCode, Value> publishedChildren(Period period) {
        Map<AreaCode, Value> found = new HashMap<>();
        store.listFigures(AuthorityMeasure.CLA_AT_31_MARCH, period).stream()
                .filter(figure -> figure.population().isKnown())
                .forEach(figure -> found.put(figure.authority(), figure.population()));
        return found;
    }

    private Map<AreaCode, AuthorityFigure> merge(Collection<AuthorityFigure> figures) {
        return chain.merge(figures, AuthorityFigure::authority, AuthorityRates::says);
    }

    private static boolean says(AuthorityFigure figure) {
        return figure.number().state() != ValueState.NOT_APPLICABLE
                && figure.number().state() != ValueState.NOT_AVAILABLE;
    }

    private Authority current(AreaCode code) {
        return Objects.requireNonNull(authorities.get(chain.current(code)));
    }
}
