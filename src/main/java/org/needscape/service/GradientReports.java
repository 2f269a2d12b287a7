package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.need.Composition;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.GradientTrend;
import org.needscape.need.ModelChoice;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlaceDeciles;
import org.needscape.need.PlacePair;
import org.needscape.need.WhatIf;
import org.needscape.protection.AreaCovariates;
import org.needscape.protection.AreaModels;
import org.needscape.protection.CountView;
import org.needscape.protection.ProtectedObservations;
import org.needscape.stats.CountData;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.LinearGradient;
import org.needscape.stats.SimulatedGradient;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Reports of a gradient: of an extent, beside other places, with what a flatter one would mean, how it changed, and how sure all of it
 * is. Made of protected counts when they are asked for, and remembered until the store changes. Safe for many threads.
 */
public final class GradientReports {

    private static final int REMEMBERED = 32;
    private static final int DRAWS = 10_000;
    private static final long SEED = 1;
    private static final double[] SHARES = {0.25, 0.5, 1};
    private static final int CURVE_POINTS = 24;

    private final Store store;
    private final ProtectedObservations observations;
    private final GradientService gradients;
    private final Remembered<GradientReport> reports = new Remembered<>(REMEMBERED);

    public GradientReports(Store store, ProtectedObservations observations, GradientService gradients) {
        this.store = store;
        this.observations = observations;
        this.gradients = gradients;
    }

    /**
     * A report as JSON.
     *
     * @throws NotFoundException when the extent has no gradient of this id
     * @throws RejectedException for a place that cannot be compared, or where unaccompanied children are not told apart
     */
    public String json(GradientQuestion question) {
        return GradientReportJson.write(report(question)).toString();
    }

    /** Its figures as CSV (RFC 4180), one on each line. */
    public String csv(GradientQuestion question) {
        return GradientReportCsv.of(GradientReportJson.write(report(question)));
    }

    /**
     * One of its charts, SVG.
     *
     * @param chart such as {@code deciles}
     * @throws NotFoundException when there is no such chart
     */
    public String chart(GradientQuestion question, String chart) {
        return GradientReportCharts.svg(report(question), chart);
    }

    GradientReport report(GradientQuestion question) {
        List<GradientService.Heading> offered = gradients.list(question.extent());
        return store.read(session -> {
            Extent extent = session.areas()
                    .findExtent(question.extent())
                    .orElseThrow(() -> new NotFoundException("There is no extent " + question.extent() + "."));
            return reports.get(
                    session.revision() + " " + question, () -> new Making(session, extent, question, offered).report());
        });
    }

    /** One report while it is made. */
    private final class Making {

        private final StoreSession session;
        private final Extent extent;
        private final GradientQuestion question;
        private final List<GradientService.Heading> offered;
        private final SeriesCatalog catalog;
        private final Measure measure;
        private final Geography geography;
        private final AreaFrame frame;
        private final GradientService.Inputs inputs;
        private final CountView counts;
        private final Period period;
        private final List<String> notes = new ArrayList<>();

        Making(StoreSession session, Extent extent, GradientQuestion question, List<GradientService.Heading> offered) {
            this.session = session;
            this.extent = extent;
            this.question = question;
            this.offered = offered;
            this.catalog = SeriesCatalog.of(session, observations, extent.name());
            NotFoundException none =
                    new NotFoundException("The extent " + extent.name() + " has no gradient " + question.id() + ".");
            this.measure = Measure.findAtStart(question.id()).orElseThrow(() -> none);
            this.geography = catalog.geographies().stream()
                    .filter(one -> one.level() == Level.LSOA && findCounts(one).isPresent())
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> none);
            this.frame = AreaFrame.load(session, extent, geography);
            this.inputs = findCounts(geography).flatMap(this::inputs).orElseThrow(() -> none);
            this.period = inputs.counts().key().period();
            this.counts = observations.counts(session, measure.indicatorId(), geography);
        }

        private Optional<StoredSeries> findCounts(Geography of) {
            return catalog.list(measure, of).stream()
                    .filter(series -> question.id()
                            .equals(measure.code() + "-" + series.key().period().slug()))
                    .findFirst();
        }

        private Optional<GradientService.Inputs> inputs(StoredSeries series) {
            Optional<StoredSeries> deciles =
                    catalog.list(SeriesCatalog.IMD_DECILE, geography).stream().findFirst();
            Optional<StoredSeries> children =
                    catalog.findChildren(geography, series.key().period());
            return deciles.isPresent() && children.isPresent()
                    ? Optional.of(new GradientService.Inputs(measure, series, children.get(), deciles.get()))
                    : Optional.empty();
        }

        GradientReport report() {
            boolean told = !counts.accompaniedDeciles(extent.name(), period).isEmpty();
            if (!question.unaccompanied() && !told) {
                throw new RejectedException(
                        "unaccompanied",
                        "Unaccompanied children cannot be left out of " + question.id()
                                + ": its counts do not tell them apart, or they are too few to be shown.");
            }
            List<GradientPlaces.Place> all =
                    places(inputs, question.unaccompanied()).list();
            List<GradientPlaces.Place> chosen = choose(all);
            GradientPlaces.Place county = all.get(0);
            Gradient gradient = Gradient.ofGroups(county.deciles());
            notes.addAll(county.notes());
            notes.addAll(gradient.notes());
            if (gradient.groups().size() < county.deciles().size()) {
                notes.add(
                        "The fitted line takes tenths without events together with a neighbour; nothing is added to them.");
            }
            double[] populations = gradient.groups().stream()
                    .mapToDouble(GradientGroup::population)
                    .toArray();
            long[] events = gradient.groups().stream()
                    .mapToLong(group -> Math.round(group.count().number().orElse(0)))
                    .toArray();
            boolean known = gradient.fit().isPresent();
            Optional<PlaceComparison> comparison = compare(chosen);
            ManifestBuilder manifest = manifest();
            return new GradientReport(
                    question,
                    extent,
                    measure,
                    period,
                    new GradientReport.Offered(offered, all, told),
                    chosen,
                    county,
                    gradient,
                    known ? LinearGradient.fit(populations, events) : Optional.empty(),
                    known
                            ? SimulatedGradient.of(populations, events, GradientGroup.CONFIDENCE_FRACTION, DRAWS, SEED)
                            : Optional.empty(),
                    models(gradient),
                    comparison,
                    comparison.map(this::pairs).orElse(List.of()),
                    funnel(all),
                    whatIfs(gradient),
                    trend(),
                    compositions(),
                    List.of(),
                    notes,
                    Cautions.of(
                            extent,
                            Cautions.GRADIENT,
                            Cautions.hidden(observations.ruleOf(session, List.of(inputs.counts()))),
                            Cautions.SAME_EDITION),
                    manifest.build(),
                    manifest.release());
        }

        private GradientPlaces places(GradientService.Inputs of, boolean unaccompanied) {
            Map<AreaCode, Value> children =
                    new TreeMap<>(observations.listValues(session, of.children().key(), extent.name()));
            children.keySet().retainAll(frame.names().keySet());
            return new GradientPlaces(
                    frame,
                    of.counts().key().period(),
                    counts,
                    children,
                    observations.listValues(session, of.deciles().key(), extent.name()),
                    tables(of),
                    unaccompanied);
        }

        private List<AuthorityDeciles> tables(GradientService.Inputs of) {
            return session.authorities().listDeciles().stream()
                    .filter(table -> table.measure() == measure
                            && table.period().equals(of.counts().key().period())
                            && table.isFictional() == extent.fictional())
                    .toList();
        }

        private List<GradientPlaces.Place> choose(List<GradientPlaces.Place> all) {
            if (question.places().isEmpty()) {
                return usual(all);
            }
            return question.places().stream()
                    .map(code -> GradientPlaces.find(all, code)
                            .orElseThrow(() -> new RejectedException(
                                    "places",
                                    "There is no place " + code + " to compare: choose among "
                                            + String.join(
                                                    ", ",
                                                    all.stream()
                                                            .map(GradientPlaces.Place::code)
                                                            .toList())
                                            + ".")))
                    .toList();
        }

        /** The extent and its neighbours; without any, its most and its least deprived district. */
        private static List<GradientPlaces.Place> usual(List<GradientPlaces.Place> all) {
            List<GradientPlaces.Place> authorities = all.stream()
                    .filter(place -> place.kind() == GradientPlaces.Kind.AUTHORITY)
                    .limit(GradientQuestion.MOST_PLACES - 1L)
                    .toList();
            if (!authorities.isEmpty()) {
                List<GradientPlaces.Place> usual = new ArrayList<>(List.of(all.get(0)));
                usual.addAll(authorities);
                return usual;
            }
            List<GradientPlaces.Place> districts = all.stream()
                    .filter(place -> place.kind() == GradientPlaces.Kind.DISTRICT
                            && place.toCompare().isKnown()
                            && !place.deciles().isEmpty())
                    .sorted(Comparator.comparingDouble(
                            place -> place.toCompare().meanDecile()))
                    .toList();
            return districts.size() < 2
                    ? List.of(all.get(0))
                    : List.of(districts.get(0), districts.get(districts.size() - 1));
        }

        private Optional<PlaceComparison> compare(List<GradientPlaces.Place> chosen) {
            List<PlaceDeciles> able = chosen.stream()
                    .filter(place -> !place.deciles().isEmpty())
                    .map(GradientPlaces.Place::toCompare)
                    .toList();
            boolean nested = chosen.stream().anyMatch(place -> place.kind() == GradientPlaces.Kind.COUNTY)
                    && chosen.stream().anyMatch(place -> place.kind() == GradientPlaces.Kind.DISTRICT);
            if (nested) {
                notes.add(
                        "A district is part of the county, so the two are not independent: their difference is larger than it"
                                + " looks, and tests find it too seldom.");
            }
            return able.size() < 2
                    ? Optional.empty()
                    : Optional.of(PlaceComparison.of(able, able.get(0).code()));
        }

        private List<PlacePair> pairs(PlaceComparison comparison) {
            String against = comparison.reference();
            return comparison.places().stream()
                    .filter(place -> !place.code().equals(against))
                    .map(place -> comparison.pair(place.code(), against))
                    .toList();
        }

        private GradientReport.Models models(Gradient gradient) {
            if (question.unaccompanied()) {
                AreaModels fitted = observations.models(
                        session, measure.indicatorId(), geography, extent.name(), period, covariates());
                if (fitted.reason().isEmpty()) {
                    return new GradientReport.Models(
                            ModelChoice.of(fitted.poisson(), fitted.negativeBinomial()),
                            "Over " + fitted.areasUsed() + " small areas with their national decile, "
                                    + fitted.basis().words() + ".",
                            fitted.areasUsed());
                }
                notes.add(fitted.reason());
            }
            List<GradientGroup> known = gradient.groups().stream()
                    .filter(group -> group.count().isKnown())
                    .toList();
            if (known.size() < gradient.groups().size() || known.size() < 2) {
                return new GradientReport.Models(
                        ModelChoice.of(CountData.of(new double[] {0, 0}, new double[] {1, 1}, new double[] {1, 2})),
                        "No tenth can be modelled.",
                        0);
            }
            return new GradientReport.Models(
                    ModelChoice.of(CountData.of(
                            known.stream()
                                    .mapToDouble(group -> group.count().number().orElseThrow())
                                    .toArray(),
                            known.stream()
                                    .mapToDouble(GradientGroup::population)
                                    .toArray(),
                            known.stream()
                                    .mapToDouble(GradientGroup::meanDecile)
                                    .toArray())),
                    "Over the " + known.size() + " tenths, or groups of tenths, that are shown.",
                    0);
        }

        private Map<AreaCode, AreaCovariates> covariates() {
            Map<AreaCode, Value> children =
                    observations.listValues(session, inputs.children().key(), extent.name());
            Map<AreaCode, AreaCovariates> covariates = new TreeMap<>();
            observations
                    .listValues(session, inputs.deciles().key(), extent.name())
                    .forEach((code, decile) -> decile.number()
                            .ifPresent(number -> covariates.put(
                                    code,
                                    new AreaCovariates(
                                            children.getOrDefault(code, Value.notAvailable())
                                                    .number()
                                                    .orElse(0),
                                            List.of(number)))));
            covariates.keySet().retainAll(frame.names().keySet());
            return covariates;
        }

        private Optional<GradientReport.Funnel> funnel(List<GradientPlaces.Place> all) {
            List<GradientPlaces.Place> shown = new ArrayList<>();
            List<GradientPlaces.Place> hidden = new ArrayList<>();
            for (GradientPlaces.Place place : all) {
                if (place.kind() == GradientPlaces.Kind.DISTRICT) {
                    boolean known =
                            place.count().isKnown() && place.children().number().orElse(0) > 0;
                    (known ? shown : hidden).add(place);
                }
            }
            if (shown.size() < 2) {
                return Optional.empty();
            }
            long[] events = shown.stream()
                    .mapToLong(place -> Math.round(place.count().number().orElseThrow()))
                    .toArray();
            double[] children = shown.stream()
                    .mapToDouble(place -> place.children().number().orElseThrow())
                    .toArray();
            FunnelPlot plot = FunnelPlot.of(
                    events,
                    children,
                    FunnelPlot.Options.defaults()
                            .withSpread(
                                    question.widened() ? FunnelPlot.Spread.MULTIPLICATIVE : FunnelPlot.Spread.PLAIN));
            return Optional.of(new GradientReport.Funnel(plot, shown, hidden, plot.curve(sizes(children))));
        }

        /** Numbers of children from under the smallest place to over the largest. */
        private static double[] sizes(double[] children) {
            double least = java.util.Arrays.stream(children).min().orElse(1) * 0.8;
            double most = java.util.Arrays.stream(children).max().orElse(1) * 1.1;
            double[] sizes = new double[CURVE_POINTS];
            for (int k = 0; k < CURVE_POINTS; k++) {
                sizes[k] = Math.rint(least + (most - least) * k / (CURVE_POINTS - 1));
            }
            return sizes;
        }

        private static List<WhatIf.Outcome> whatIfs(Gradient gradient) {
            List<WhatIf.Outcome> outcomes = new ArrayList<>();
            for (double share : SHARES) {
                outcomes.add(WhatIf.flattened(gradient.groups(), share));
            }
            outcomes.add(WhatIf.everyGroupAsTheLeastDeprived(gradient.groups()));
            return outcomes;
        }

        private GradientTrend trend() {
            Map<Integer, GradientTrend.Period> byYear = new TreeMap<>();
            for (StoredSeries series : catalog.list(measure, geography)) {
                Optional<Integer> year = series.key().period().findYear();
                Optional<GradientService.Inputs> of = inputs(series);
                if (year.isPresent() && of.isPresent()) {
                    GradientPlaces.Place county =
                            places(of.get(), question.unaccompanied()).county();
                    boolean breaks = observations.breaksSeries(session, series, extent.name());
                    byYear.putIfAbsent(
                            year.get(),
                            new GradientTrend.Period(
                                    series.key().period().text(),
                                    year.get(),
                                    county.deciles(),
                                    breaks,
                                    breaks
                                            ? "The publisher of the counts says that they cannot be compared with earlier ones."
                                            : ""));
                }
            }
            return GradientTrend.of(List.copyOf(byYear.values()));
        }

        private List<Composition> compositions() {
            Map<String, List<Composition.Category>> byBreakdown = new LinkedHashMap<>();
            counts.extentCategories(period, extent.name()).forEach(part -> byBreakdown
                    .computeIfAbsent(part.category().breakdownTitle(), ignored -> new ArrayList<>())
                    .add(new Composition.Category(part.category().name(), part.count())));
            Value total = counts.extent(period, extent.name());
            List<Composition> compositions = new ArrayList<>();
            byBreakdown.forEach((title, parts) -> compositions.add(Composition.of(title, parts, total)));
            return compositions;
        }

        private ManifestBuilder manifest() {
            return gradients
                    .manifest(session, frame, inputs)
                    .parameter("places", String.join(",", question.places()))
                    .parameter("unaccompanied", question.unaccompanied() ? "in" : "out")
                    .parameter("funnel", question.widened() ? "adjusted" : "plain");
        }
    }
}
