package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.layer.Manifest;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.protection.ProtectedObservations;
import org.needscape.stats.Estimate;
import org.needscape.stats.LogLinearGradient;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * The deprivation-intervention gradient of an extent: how the rate of help and protection falls from the most to the least deprived
 * national decile. Totals that would give a hidden count away are merged before anything is computed from them.
 */
public final class GradientService {

    static final String KEY_PREFIX = "gradient-";

    /** In a gradient's document, how many districts' gradients can be compared with each other. */
    static final String DISTRICTS_COMPARED = "districtsCompared";

    private final Store store;
    private final ProtectedObservations observations;

    public GradientService(Store store, ProtectedObservations observations) {
        this.store = store;
        this.observations = observations;
    }

    /**
     * A gradient in a list.
     *
     * @param id such as {@code cla-2024}
     * @param title for people
     * @param measure the measure's code
     * @param period of the counts, as it stands in addresses
     * @param extent which areas count
     */
    public record Heading(String id, String title, String measure, String period, ExtentName extent) {}

    /** What a gradient is computed from. */
    record Inputs(Measure measure, StoredSeries counts, StoredSeries children, StoredSeries deciles) {

        List<StoredSeries> all() {
            return List.of(counts, children, deciles);
        }
    }

    static String key(Inputs inputs) {
        return KEY_PREFIX + inputs.measure().code() + "-"
                + inputs.counts().key().period().slug();
    }

    static String title(Inputs inputs) {
        return inputs.measure().label() + " by deprivation, "
                + inputs.counts().key().period();
    }

    /** Whether a result is a gradient; the layers of the gap between need and response have keys that begin alike. */
    static boolean isGradient(String key) {
        return key.startsWith(KEY_PREFIX) && !key.startsWith(GapLayer.KEY_PREFIX);
    }

    /** The gradients of an extent, by measure, latest period first. */
    public List<Heading> list(ExtentName extent) {
        return store.read(session -> list(session, extent));
    }

    /** The gradient with most to say, which a page opens on; empty where there is none. */
    public Optional<String> findOpening(ExtentName extent) {
        return store.read(session -> GradientOpening.choose(session, extent, list(session, extent)));
    }

    static List<Heading> list(StoreSession session, ExtentName extent) {
        if (session.areas().findExtent(extent).isEmpty()) {
            throw new NotFoundException("There is no extent " + extent + ".");
        }
        List<Heading> headings = new ArrayList<>();
        for (ResultStore.Heading kept : session.results().list(extent)) {
            if (isGradient(kept.key())) {
                String id = kept.key().substring(KEY_PREFIX.length());
                Measure.findAtStart(id).ifPresent(measure -> {
                    String period = id.substring(measure.code().length() + 1);
                    headings.add(new Heading(id, kept.title(), measure.code(), period, extent));
                });
            }
        }
        return headings;
    }

    /**
     * A gradient as JSON.
     *
     * @throws NotFoundException when the extent has none of this id
     */
    public String get(ExtentName extent, String id) {
        return Optional.of(KEY_PREFIX + id)
                .filter(GradientService::isGradient)
                .flatMap(key -> store.read(session -> session.results().find(extent, key)))
                .map(ResultStore.StoredResult::content)
                .orElseThrow(() -> new NotFoundException("The extent " + extent + " has no gradient " + id + "."));
    }

    /** A gradient as a chart, SVG. */
    public String chart(ExtentName extent, String id) {
        return GradientDocuments.chart(get(extent, id));
    }

    /** Of a gradient that is to be kept: what it depends on. */
    ManifestBuilder manifest(StoreSession session, AreaFrame frame, Inputs inputs) {
        return new GradientFigures(observations, session, frame, inputs.measure()).manifest(inputs);
    }

    /** A gradient to be kept. */
    String compute(StoreSession session, AreaFrame frame, Inputs inputs) {
        GradientFigures figures = new GradientFigures(observations, session, frame, inputs.measure());
        List<GradientPlaces.Place> places =
                figures.places(inputs, List.of(), true).list();
        List<GradientGroup> groups = places.get(0).deciles();
        List<String> notes = new ArrayList<>(places.get(0).notes());
        if (groups.isEmpty()) {
            notes.add("No rate can be shown: the counts are too small, or no decile has both counts and population.");
        }
        Gradient gradient = Gradient.ofGroups(groups);
        notes.addAll(gradient.notes());
        figures.widened(inputs).ifPresent(notes::add);
        figures.rates(
                        inputs,
                        SeriesCatalog.of(session, observations, frame.extent().name()))
                .flatMap(subject -> MoreThanLive.inGradient(frame, subject))
                .ifPresent(notes::add);
        return write(
                frame,
                inputs,
                places,
                gradient,
                notes,
                figures.manifest(inputs),
                observations.ruleOf(session, List.of(inputs.counts())));
    }

    private static String write(
            AreaFrame frame,
            Inputs inputs,
            List<GradientPlaces.Place> places,
            Gradient gradient,
            List<String> notes,
            ManifestBuilder made,
            DisclosurePolicy rule) {
        Manifest manifest = made.build();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", key(inputs).substring(KEY_PREFIX.length()));
        node.put("title", title(inputs));
        node.put("fictional", frame.extent().fictional());
        node.put("unit", RateLayer.UNIT);
        node.put("sentence", sentence(inputs, gradient));
        node.put(
                "designEffect",
                places.get(0).deciles().stream()
                        .mapToDouble(GradientGroup::designEffect)
                        .max()
                        .orElse(1));
        ArrayNode deciles = node.putArray("deciles");
        for (GradientGroup group : places.get(0).deciles()) {
            ObjectNode item = deciles.addObject();
            item.put("decile", group.firstDecile());
            item.put("lastDecile", group.lastDecile());
            item.put("label", group.label());
            item.put("population", Math.round(group.population()));
            put(item, "count", group.count(), 0);
            put(item, "ratePer10000", group.ratePer10000(), 1);
            put(item, "lower", group.lower(), 1);
            put(item, "upper", group.upper(), 1);
            item.put("state", group.count().state().code());
        }
        if (gradient.fit().isPresent()) {
            LogLinearGradient fit = gradient.fit().get();
            put(node.putObject("sii"), fit.sii(), 2);
            put(node.putObject("rii"), fit.rii(), 5);
            node.put("timesHigher", rounded(fit.timesHigher(), 2));
            node.putObject("line").put("intercept", rounded(fit.intercept(), 6)).put("slope", rounded(fit.slope(), 6));
        } else {
            node.putNull("sii").putNull("rii").putNull("timesHigher").putNull("line");
        }
        node.put(
                DISTRICTS_COMPARED,
                places.stream()
                        .filter(place -> place.kind() == GradientPlaces.Kind.DISTRICT && place.canBeCompared())
                        .count());
        ArrayNode noteList = node.putArray("notes");
        notes.forEach(noteList::add);
        ArrayNode cautions = node.putArray("cautions");
        Cautions.of(frame.extent(), Cautions.GRADIENT, Cautions.hidden(rule), Cautions.SAME_EDITION)
                .forEach(cautions::add);
        ArrayNode sources = node.putArray("sources");
        manifest.attributions().forEach(sources::add);
        made.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        node.put("resultHash", manifest.resultHash());
        return node.toString();
    }

    private static String sentence(Inputs inputs, Gradient gradient) {
        return sentence(inputs.measure(), inputs.counts().key().period(), gradient);
    }

    /** What a gradient says. */
    static String sentence(Measure measure, Period period, Gradient gradient) {
        if (gradient.fit().isEmpty()) {
            return "How " + measure.label().toLowerCase(Locale.UK)
                    + " falls with deprivation cannot be computed from these counts.";
        }
        LogLinearGradient fit = gradient.fit().get();
        double times = fit.timesHigher();
        Estimate rii = fit.rii();
        String sure = String.format(Locale.UK, " (95 %% limits %.1f to %.1f)", 1 / rii.upper(), 1 / rii.lower());
        String what = "rate of " + measure.counted() + " (" + period + ")";
        if (rii.lower() <= 1 && rii.upper() >= 1) {
            return "There is no clear fall or rise of the " + what + " from the most to the least deprived areas.";
        }
        return times > 1
                ? String.format(
                        Locale.UK,
                        "The %s is %.1f times higher at the most than at the least deprived end%s.",
                        what,
                        times,
                        sure)
                : String.format(
                        Locale.UK,
                        "The %s is %.1f times lower at the most than at the least deprived end.",
                        what,
                        1 / times);
    }

    private static void put(ObjectNode node, String name, Value value, int decimals) {
        if (value.number().isPresent()) {
            node.put(name, rounded(value.number().getAsDouble(), decimals));
        } else {
            node.putNull(name);
        }
    }

    private static void put(ObjectNode node, Estimate estimate, int decimals) {
        node.put("estimate", rounded(estimate.estimate(), decimals));
        node.put("lower", rounded(estimate.lower(), decimals));
        node.put("upper", rounded(estimate.upper(), decimals));
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
