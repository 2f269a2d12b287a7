package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.DecileCount;
import org.needscape.authority.Reorganisation;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueFlag;
import org.needscape.store.AuthorityStore;

/** All that is known of one authority as a document: its figures by measure and period, each with what stands beside it. */
final class AuthorityJson {

    private static final String NEIGHBOURS =
            "Neighbours as one: the sum of their numbers over the sum of their children. Mean of their rates: every neighbour counts"
                    + " the same, however many children it has, as authorities publish it; a mean of rates has no limits here.";
    private static final String PARTS =
            "An episode may have several factors, so that their shares add up to more than 1. Other parts are shares of the total of"
                    + " their group; published numbers are rounded or hidden where they are small, so that they may not add up.";
    private static final String LIMITS =
            "Limits are 95 % limits by Byar's method; they allow for chance, not for differences in practice.";

    private final AuthorityStore store;
    private final AuthorityRates rates;
    private final AuthorityComparators comparators;
    private final Authority authority;
    private final Map<AuthorityMeasure, Map<Period, Map<AreaCode, AuthorityRate>>> read = new HashMap<>();

    private AuthorityJson(AuthorityStore store, AuthorityRates rates, Authority authority) {
        this.store = store;
        this.rates = rates;
        this.authority = authority;
        comparators = new AuthorityComparators(store, rates);
    }

    static ObjectNode of(AuthorityStore store, AuthorityRates rates, Authority authority) {
        return new AuthorityJson(store, rates, authority).write();
    }

    private ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        AuthorityViews.putHeading(node, authority);
        authority.region().ifPresentOrElse(code -> putRegion(node, code), () -> node.putNull("region"));
        node.put("number", authority.number());
        List<AreaCode> codes = rates.chain().codes(authority.code());
        ArrayNode former = node.putArray("formerCodes");
        codes.stream().filter(code -> !code.equals(authority.code())).forEach(code -> former.add(code.value()));
        ArrayNode changes = node.putArray("changes");
        Stream.concat(Stream.of(authority.code()), codes.stream())
                .flatMap(code -> Reorganisation.listOf(code).stream())
                .distinct()
                .sorted(Comparator.comparingInt(Reorganisation::year))
                .forEach(change -> changes.add(change.sentence()));
        node.put("unit", AuthorityViews.UNIT);
        putMeasures(node);
        putNeighbours(node);
        putDeprivation(node, codes);
        putDeciles(node);
        ArrayNode cautions = node.putArray("cautions");
        if (authority.isFictional()) {
            cautions.add(Cautions.FICTIONAL);
        }
        List.of(LIMITS, NEIGHBOURS, PARTS).forEach(cautions::add);
        return node;
    }

    private void putRegion(ObjectNode node, AreaCode code) {
        ObjectNode region = node.putObject("region");
        region.put("code", code.value());
        region.put("name", rates.find(code).map(Authority::name).orElse(code.value()));
    }

    private void putMeasures(ObjectNode node) {
        Map<AuthorityMeasure, Map<Period, List<AuthorityFigure>>> figures = new LinkedHashMap<>();
        rates.figures(authority.code())
                .forEach(figure -> figures.computeIfAbsent(figure.measure(), measure -> new LinkedHashMap<>())
                        .computeIfAbsent(figure.period(), period -> new ArrayList<>())
                        .add(figure));
        ArrayNode measures = node.putArray("measures");
        ArrayNode composition = node.putArray("composition");
        figures.forEach((measure, periods) -> {
            ObjectNode one = measures.addObject();
            AuthorityViews.putMeasure(one, measure);
            ArrayNode rows = one.putArray("rows");
            Optional<AuthorityFigure> before = Optional.empty();
            for (Map.Entry<Period, List<AuthorityFigure>> entry : periods.entrySet()) {
                Optional<AuthorityFigure> whole = entry.getValue().stream()
                        .filter(figure -> figure.category().equals(AuthorityFigure.ALL))
                        .findFirst();
                if (whole.isPresent()) {
                    putRow(rows.addObject(), whole.get(), before);
                    before = whole;
                }
                putComposition(composition, measure, entry.getKey(), entry.getValue(), whole);
            }
        });
    }

    private void putRow(ObjectNode row, AuthorityFigure figure, Optional<AuthorityFigure> before) {
        row.put("period", figure.period().text());
        row.put("when", figure.measure().basis().words(figure.period().text()));
        row.put("code", figure.authority().value());
        AuthorityViews.putRate(row, rates.rate(figure));
        Optional<Reorganisation> change = before.flatMap(earlier -> changeBetween(earlier, figure));
        boolean published = figure.flags().contains(ValueFlag.BREAK_IN_SERIES);
        row.put("breakBefore", published || change.isPresent());
        row.put(
                "note",
                change.map(what -> what.sentence() + " Figures before and after are of different places.")
                        .orElse(""));
        ArrayNode beside = row.putArray("comparators");
        Map<AreaCode, AuthorityRate> all = read.computeIfAbsent(figure.measure(), measure -> new HashMap<>())
                .computeIfAbsent(figure.period(), period -> rates.of(figure.measure(), period));
        comparators.list(authority.code(), all, figure.period()).stream()
                .filter(one -> one.kind() != AuthorityComparators.Kind.AUTHORITY)
                .forEach(one -> {
                    ObjectNode line = beside.addObject();
                    line.put("code", one.code());
                    line.put("name", one.name());
                    line.put("kind", one.kind().code());
                    AuthorityViews.put(line, "ratePer10000", one.ratePer10000().number(), AuthorityViews.RATE_DIGITS);
                    AuthorityViews.putLimits(line, one.limits());
                    line.put("authorities", one.authorities());
                });
    }

    /** The change of the place, where two figures are under different codes because of one. */
    private static Optional<Reorganisation> changeBetween(AuthorityFigure earlier, AuthorityFigure later) {
        return Reorganisation.listOf(earlier.authority()).stream()
                .filter(change -> change.what() == Reorganisation.Kind.CHANGED_PLACE
                        && change.before().contains(earlier.authority())
                        && change.after().contains(later.authority()))
                .findFirst();
    }

    private static void putComposition(
            ArrayNode composition,
            AuthorityMeasure measure,
            Period period,
            List<AuthorityFigure> figures,
            Optional<AuthorityFigure> whole) {
        Map<String, List<AuthorityFigure>> groups = new LinkedHashMap<>();
        figures.stream()
                .filter(figure -> !figure.category().equals(AuthorityFigure.ALL))
                .forEach(figure -> groups.computeIfAbsent(figure.group(), group -> new ArrayList<>())
                        .add(figure));
        groups.forEach((group, parts) -> {
            ObjectNode node = composition.addObject();
            node.put("measure", measure.key());
            node.put("breakdown", group.isEmpty() ? measure.label() : group);
            node.put("counted", measure.counted());
            node.put("period", period.text());
            node.put("when", measure.basis().words(period.text()));
            putParts(
                    node,
                    parts,
                    parts.stream().filter(AuthorityJson::isTotal).findFirst().or(() -> whole));
        });
    }

    private static boolean isTotal(AuthorityFigure figure) {
        return figure.partName().equals(AuthorityFigure.TOTAL);
    }

    /** @param whole what the parts are shares of: the total of their group, else the whole measure */
    private static void putParts(ObjectNode node, List<AuthorityFigure> parts, Optional<AuthorityFigure> whole) {
        OptionalDouble total = whole.map(one -> one.number().number()).orElse(OptionalDouble.empty());
        double of = total.orElse(0);
        AuthorityViews.put(node, "total", total, 0);
        ArrayNode rows = node.putArray("rows");
        parts.stream().filter(part -> !isTotal(part)).forEach(part -> {
            ObjectNode row = rows.addObject();
            row.put("category", part.partName());
            AuthorityViews.put(row, "count", part.number().number(), 0);
            row.put("state", part.number().state().code());
            AuthorityViews.put(
                    row,
                    "share",
                    of > 0 ? part.number().map(number -> number / of).number() : OptionalDouble.empty(),
                    AuthorityViews.RATIO_DIGITS);
        });
    }

    private void putNeighbours(ObjectNode node) {
        ArrayNode neighbours = node.putArray("neighbours");
        for (StatisticalNeighbour one : comparators.neighbours(authority.code())) {
            Authority other = rates.find(one.neighbour()).orElseThrow();
            ObjectNode line = neighbours.addObject();
            line.put("code", other.code().value());
            line.put("name", other.name());
            line.put("position", one.position());
            AuthorityViews.put(line, "weight", one.weight(), AuthorityViews.RATIO_DIGITS);
            line.put("closeness", one.closeness());
        }
    }

    private void putDeprivation(ObjectNode node, List<AreaCode> codes) {
        ArrayNode deprivation = node.putArray("deprivation");
        for (AreaCode code : codes) {
            for (AuthorityDeprivation one : store.listDeprivation(code)) {
                ObjectNode line = deprivation.addObject();
                line.put("code", code.value());
                line.put("indexYear", one.indexYear());
                line.put("index", one.index());
                line.put("statistic", one.statistic());
                AuthorityViews.put(line, "value", one.value().number(), 4);
                line.put("state", one.value().state().code());
            }
        }
    }

    private void putDeciles(ObjectNode node) {
        ArrayNode tables = node.putArray("deciles");
        for (AuthorityDeciles table : store.listDeciles()) {
            if (!rates.chain().current(table.authority().code()).equals(authority.code())) {
                continue;
            }
            ObjectNode one = tables.addObject();
            one.put("measure", table.measure().code());
            one.put("label", table.measure().label());
            one.put("period", table.period().text());
            ArrayNode rows = one.putArray("rows");
            for (DecileCount decile : table.deciles()) {
                ObjectNode row = rows.addObject();
                row.put("decile", decile.decile());
                AuthorityViews.put(row, "children", decile.children(), 1);
                AuthorityViews.put(row, "count", decile.count().number(), 0);
                row.put("state", decile.count().state().code());
            }
        }
    }
}
