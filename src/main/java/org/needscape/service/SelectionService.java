package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Release;
import org.needscape.protection.ProtectedObservations;
import org.needscape.protection.Selected;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** Counts children in areas that somebody drew or filtered, where that gives no small number of them away. */
public final class SelectionService {

    private static final double PER_CHILDREN = 10_000;
    private static final int CODES_NAMED = 3;

    private final Store store;
    private final ProtectedObservations observations;

    public SelectionService(Store store, ProtectedObservations observations) {
        this.store = store;
        this.observations = observations;
    }

    /**
     * What is asked for.
     *
     * @param codes of the areas, in any order; a repeated one counts once
     */
    public record Selection(Measure measure, Period period, Geography geography, List<AreaCode> codes) {

        /** The most areas of a selection. */
        public static final int MOST_AREAS = 5_000;

        public Selection {
            codes = codes.stream().distinct().sorted().toList();
            if (codes.isEmpty() || codes.size() > MOST_AREAS) {
                throw new RejectedException(
                        "codes", "A selection has 1 to " + MOST_AREAS + " areas, not " + codes.size() + ".");
            }
        }
    }

    /**
     * The answer.
     *
     * @param extent that the areas belong to
     * @param count rounded where the rule of the counts rounds; hidden of too few children too
     * @param reason one sentence why there is no count, or empty
     * @param children all children of the areas aged 0 to 17
     * @param childrenPeriod of their number, or empty
     * @param rate count per 10,000 children; hidden where the count is
     * @param lower its lower 95 % limit
     * @param upper its upper 95 % limit
     * @param unit of the rate
     * @param cautions what to mind, "fictional" first where it is
     * @param release how far the answer may go; empty when it is made of open data only
     * @param sources of count and children, each once
     */
    public record Answer(
            Extent extent,
            Selection selection,
            Value count,
            String reason,
            Value children,
            String childrenPeriod,
            Value rate,
            Value lower,
            Value upper,
            String unit,
            List<String> cautions,
            Optional<Release> release,
            List<String> sources) {
        public Answer {
            cautions = List.copyOf(cautions);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Counts a selection and records it as shown, or tells why it is not counted.
     *
     * @throws NotFoundException when there is no such extent
     * @throws RejectedException when the extent has no such areas or counts; nothing was changed
     */
    public Answer count(ExtentName extentName, Selection selection) {
        Extent extent = store.read(session -> {
            Extent found = session.areas()
                    .findExtent(extentName)
                    .orElseThrow(() -> new NotFoundException("There is no extent " + extentName + "."));
            check(session, found, selection);
            return found;
        });
        // What was checked cannot go away but for counts that are withdrawn, which are then not available.
        return store.write(session -> {
            Selected selected = observations.select(
                    session,
                    extentName,
                    selection.measure().indicatorId(),
                    selection.geography(),
                    selection.period(),
                    selection.codes());
            return answer(session, extent, selection, selected);
        });
    }

    private void check(StoreSession session, Extent extent, Selection selection) {
        Map<AreaCode, String> names = session.areas().listNames(extent.name(), selection.geography());
        if (names.isEmpty()) {
            throw new RejectedException(
                    "geography",
                    "The extent " + extent.name() + " has no areas of " + selection.geography() + ": it has "
                            + list(session.areas().listGeographies(extent.name())) + ".");
        }
        SeriesCatalog catalog = catalog(session, extent);
        List<StoredSeries> years = catalog.list(selection.measure(), selection.geography());
        if (years.isEmpty()) {
            throw new RejectedException(
                    "measure",
                    "The extent " + extent.name() + " has no counts of "
                            + selection.measure().counted() + " for areas of " + selection.geography()
                            + ": import them first or choose another measure.");
        }
        if (catalog.find(selection.measure().indicatorId(), selection.geography(), selection.period())
                .isEmpty()) {
            throw new RejectedException(
                    "period",
                    "There are no counts of " + selection.measure().counted() + " for this period: choose one of "
                            + list(years.stream().map(one -> one.key().period()).toList()) + ".");
        }
        List<AreaCode> unknown = selection.codes().stream()
                .filter(code -> !names.containsKey(code))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RejectedException("codes", unknown(extent, selection.geography(), unknown));
        }
    }

    private static String unknown(Extent extent, Geography geography, List<AreaCode> codes) {
        int more = codes.size() - CODES_NAMED;
        return "The extent " + extent.name() + " has no areas of " + geography + " with these codes: "
                + list(codes.subList(0, Math.min(codes.size(), CODES_NAMED)))
                + (more > 0 ? " and " + more + " more" : "") + ". Leave them out.";
    }

    private Answer answer(StoreSession session, Extent extent, Selection selection, Selected selected) {
        SeriesCatalog catalog = catalog(session, extent);
        ManifestBuilder manifest = new ManifestBuilder("Counts of selected areas.");
        catalog.find(selection.measure().indicatorId(), selection.geography(), selection.period())
                .ifPresent(series -> manifest.input(session, series.datasets(), series.contentHash()));
        Optional<StoredSeries> population = catalog.findChildren(selection.geography(), selection.period());
        Value children = population
                .map(series -> {
                    manifest.input(session, series.datasets(), series.contentHash());
                    return children(session, extent, selection, series);
                })
                .orElse(Value.notAvailable());
        boolean impossible = selection.measure().hasMoreThanLive(selected.count(), children);
        Value rate = rate(selected, children, impossible);
        // Beside the children of the areas a count would tell a rate that is hidden, as in the layers of rates.
        boolean ofTooFew = selected.count().isKnown() && rate.state() == ValueState.SUPPRESSED;
        return new Answer(
                extent,
                selection,
                ofTooFew ? rate : selected.count(),
                ofTooFew ? tooFew(selected.rule()) : selected.reason(),
                children,
                population.map(series -> series.key().period().text()).orElse(""),
                rate,
                rate.map(ignored -> limits(selected, children).lower()),
                rate.map(ignored -> limits(selected, children).upper()),
                RateLayer.UNIT,
                cautions(extent, selection, selected, impossible && !ofTooFew),
                manifest.release(),
                manifest.build().attributions());
    }

    private Value children(StoreSession session, Extent extent, Selection selection, StoredSeries population) {
        Map<AreaCode, Value> byArea = observations.listValues(session, population.key(), extent.name());
        List<Value> parts = new ArrayList<>();
        selection.codes().forEach(code -> parts.add(byArea.getOrDefault(code, Value.notAvailable())));
        return ValueArithmetic.sum(parts);
    }

    private static List<String> cautions(Extent extent, Selection selection, Selected selected, boolean impossible) {
        List<String> cautions = new ArrayList<>(Cautions.of(extent, Cautions.hidden(selected.rule())));
        if (impossible) {
            cautions.add(extent.fictional() ? 1 : 0, "No rate is shown: " + MoreThanLive.leftOut(selection.measure()));
        }
        return cautions;
    }

    /** As in the layers of rates: of too few children it is hidden unless it is nought; of more than live there it is not available. */
    private static Value rate(Selected selected, Value children, boolean impossible) {
        double count = selected.count().number().orElse(0);
        double all = children.number().orElse(0);
        if (count > 0 && all > 0 && all < selected.rule().minimumDenominator()) {
            return Value.suppressed();
        }
        return impossible ? Value.notAvailable() : ValueArithmetic.ratio(selected.count(), children, PER_CHILDREN);
    }

    private static String tooFew(DisclosurePolicy rule) {
        return "This selection cannot be counted: fewer than " + rule.minimumDenominator()
                + " children aged 0 to 17 live in it. Choose a larger or a whole area.";
    }

    private static Interval limits(Selected selected, Value children) {
        return PoissonInterval.ofRatePer10000(
                Math.round(selected.count().number().orElseThrow()),
                children.number().orElseThrow(),
                RateLayer.CONFIDENCE);
    }

    private SeriesCatalog catalog(StoreSession session, Extent extent) {
        return SeriesCatalog.of(session, observations, extent.name());
    }

    private static String list(List<?> things) {
        return String.join(", ", things.stream().map(Object::toString).toList());
    }
}
