package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.store.AuthorityStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** Whole authorities: which there are, what is known of one, and how rates rise with deprivation over all of them. */
public final class AuthorityService {

    private static final String NOTHING =
            "There are no figures of authorities: import the Department for Education's files with import authority first.";

    private final Store store;

    public AuthorityService(Store store) {
        this.store = store;
    }

    /**
     * What a gradient over authorities is asked for; what is not given is chosen: children looked after, the latest period and the latest
     * edition of the Indices.
     */
    public record Question(Optional<AuthorityMeasure> measure, Optional<Period> period, Optional<Integer> indexYear) {}

    /** Every authority once, measures with their periods, and editions of the Indices. */
    public EncodedDocument list() {
        return encoded(store.read(AuthorityService::list));
    }

    /**
     * All that is known of an authority, under its latest code or an earlier one.
     *
     * @throws NotFoundException when there is none of this code
     */
    public EncodedDocument get(AreaCode code) {
        return encoded(document(code));
    }

    /**
     * A chart of an authority by period.
     *
     * @param chart {@code trend} of rates, with those that stand beside them, or {@code trend-count} of numbers
     * @param measure what is counted; the first that there are figures of without it
     * @throws NotFoundException when there is no such authority, measure or chart
     */
    public String chart(AreaCode code, String chart, Optional<AuthorityMeasure> measure) {
        String key = measure.map(AuthorityMeasure::key).orElse("");
        return switch (chart) {
            case "trend" -> AuthorityCharts.trend(document(code), key);
            case "trend-count" -> AuthorityCharts.trendOfCounts(document(code), key);
            default -> throw new NotFoundException("There is no chart " + chart + ": there are trend, trend-count.");
        };
    }

    private ObjectNode document(AreaCode code) {
        return store.read(session -> {
            AuthorityRates rates = new AuthorityRates(session.authorities());
            Authority authority = rates.find(code)
                    .orElseThrow(() -> new NotFoundException(
                            "There is no authority of that code: list the authorities to see which there are."));
            ObjectNode node = AuthorityJson.of(session.authorities(), rates, authority);
            List<Set<Long>> datasets = new ArrayList<>();
            rates.chain()
                    .codes(authority.code())
                    .forEach(one -> datasets.add(session.authorities().listDecileDatasets(one)));
            rates.figures(authority.code()).stream()
                    .map(figure -> session.authorities().listDatasets(figure.measure(), figure.period()))
                    .distinct()
                    .forEach(datasets::add);
            session.authorities()
                    .listIndexYears(AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE)
                    .forEach(year -> datasets.add(session.authorities().listDatasets(year)));
            AuthorityViews.putSources(node, datasets, session.datasets());
            return node;
        });
    }

    /**
     * A chart of the gradient over authorities.
     *
     * @param chart {@code scatter} against deprivation, or {@code funnel}
     * @param chosen the authority that is named in the scatter; none without it
     * @param adjusted whether the limits of the funnel allow for authorities that differ more than by chance
     * @throws NotFoundException as {@link #gradient}, or when there is no such chart
     */
    public String gradientChart(Question question, String chart, Optional<AreaCode> chosen, boolean adjusted) {
        ObjectNode document = store.read(session -> gradient(session, question));
        return switch (chart) {
            case "scatter" ->
                AuthorityCharts.scatter(document, chosen.map(AreaCode::value).orElse(""));
            case "funnel" -> AuthorityCharts.funnel(document, adjusted);
            default -> throw new NotFoundException("There is no chart " + chart + ": there are scatter, funnel.");
        };
    }

    /**
     * The gradient over authorities as JSON.
     *
     * @throws NotFoundException when there are no such figures or no such edition; it says which there are
     */
    public EncodedDocument gradient(Question question) {
        return encoded(store.read(session -> gradient(session, question)));
    }

    /** The same as CSV. @throws NotFoundException as {@link #gradient} */
    public EncodedDocument gradientCsv(Question question) {
        ObjectNode document = store.read(session -> gradient(session, question));
        return EncodedDocument.of(AuthorityGradientCsv.of(document).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode list(StoreSession session) {
        AuthorityStore authorities = session.authorities();
        AuthorityRates rates = new AuthorityRates(authorities);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("authorities");
        for (Authority authority : rates.list()) {
            ObjectNode line = list.addObject();
            AuthorityViews.putHeading(line, authority);
            line.put("region", authority.region().map(AreaCode::value).orElse(""));
            line.put("number", authority.number());
            ArrayNode former = line.putArray("formerCodes");
            rates.chain().codes(authority.code()).stream()
                    .filter(code -> !code.equals(authority.code()))
                    .forEach(code -> former.add(code.value()));
            line.putObject("links").put("json", "/api/v1/authorities/" + authority.code());
        }
        Map<AuthorityMeasure, List<Period>> periods = authorities.listPeriods();
        putChoices(node, authorities, periods);
        List<Set<Long>> datasets = new ArrayList<>();
        periods.forEach(
                (measure, all) -> all.forEach(period -> datasets.add(authorities.listDatasets(measure, period))));
        AuthorityViews.putSources(node, datasets, session.datasets());
        return node;
    }

    private static void putChoices(
            ObjectNode node, AuthorityStore authorities, Map<AuthorityMeasure, List<Period>> periods) {
        ArrayNode measures = node.putArray("measures");
        periods.forEach((measure, all) -> {
            ObjectNode line = measures.addObject();
            AuthorityViews.putMeasure(line, measure);
            AuthorityViews.putPeriods(line, all);
        });
        ArrayNode editions = node.putArray("indexYears");
        authorities
                .listIndexYears(AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE)
                .forEach(editions::add);
    }

    private static ObjectNode gradient(StoreSession session, Question question) {
        AuthorityStore authorities = session.authorities();
        Map<AuthorityMeasure, List<Period>> periods = authorities.listPeriods();
        AuthorityMeasure measure = measure(question, periods);
        Period period = period(question, measure, periods.getOrDefault(measure, List.of()));
        int indexYear = indexYear(question, authorities);
        AuthorityRates rates = new AuthorityRates(authorities);
        Map<AreaCode, AuthorityRate> all = rates.of(measure, period);
        boolean fictional =
                all.values().stream().allMatch(rate -> rate.authority().isFictional());
        Map<AreaCode, AuthorityRate> compared = new TreeMap<>(all);
        compared.values().removeIf(rate -> rate.authority().isFictional() != fictional);
        Map<AreaCode, Double> scores = rates.scores(indexYear);
        AuthorityGradient gradient = AuthorityGradient.of(
                measure, period, indexYear, compared, scores, isByDistrict(rates, scores.keySet()));
        Optional<AuthorityRate> country = compared.values().stream()
                .filter(rate -> rate.authority().level() == AuthorityLevel.COUNTRY)
                .findFirst();
        ObjectNode node = AuthorityGradientJson.of(gradient, country, fictional);
        putChoices(node.putObject("choices"), authorities, periods);
        AuthorityViews.putSources(
                node,
                List.of(authorities.listDatasets(measure, period), authorities.listDatasets(indexYear)),
                session.datasets());
        return node;
    }

    private static boolean isByDistrict(AuthorityRates rates, Set<AreaCode> scored) {
        return scored.stream()
                .flatMap(code -> rates.find(code).stream())
                .anyMatch(authority -> authority.level() == AuthorityLevel.DISTRICT);
    }

    private static AuthorityMeasure measure(Question question, Map<AuthorityMeasure, List<Period>> periods) {
        if (periods.isEmpty()) {
            throw new NotFoundException(NOTHING);
        }
        AuthorityMeasure measure =
                question.measure().orElseGet(() -> periods.keySet().iterator().next());
        if (!periods.containsKey(measure)) {
            throw new NotFoundException("There are no figures of " + measure.key() + "; there are figures of "
                    + periods.keySet().stream().map(AuthorityMeasure::key).collect(Collectors.joining(", ")) + ".");
        }
        return measure;
    }

    private static Period period(Question question, AuthorityMeasure measure, List<Period> periods) {
        Period period = question.period().orElseGet(() -> periods.get(periods.size() - 1));
        if (!periods.contains(period)) {
            throw new NotFoundException(
                    "There are no figures of " + measure.key() + " for that period; there are figures for "
                            + periods.stream().map(Period::text).collect(Collectors.joining(", ")) + ".");
        }
        return period;
    }

    private static int indexYear(Question question, AuthorityStore authorities) {
        List<Integer> years = authorities.listIndexYears(AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE);
        if (years.isEmpty()) {
            throw new NotFoundException("There is no deprivation of authorities: import File 11 of the Indices of"
                    + " Deprivation, upper-tier local authorities, with import authority first.");
        }
        int year = question.indexYear().orElseGet(() -> years.get(years.size() - 1));
        if (!years.contains(year)) {
            throw new NotFoundException("There is no such edition of the Indices by authority; there is "
                    + years.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + ".");
        }
        return year;
    }

    private static EncodedDocument encoded(ObjectNode node) {
        return EncodedDocument.of(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
