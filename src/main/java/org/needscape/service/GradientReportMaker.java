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
import org.needscape.indicator.CategoryOrder;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.need.Composition;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.GradientTrend;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlaceDeciles;
import org.needscape.need.PlacePair;
import org.needscape.need.WhatIf;
import org.needscape.protection.AreaCovariates;
import org.needscape.protection.AreaModels;
import org.needscape.protection.ProtectedCounts;
import org.needscape.protection.ProtectedObservations;
import org.needscape.stats.LinearGradient;
import org.needscape.stats.SimulatedGradient;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** One report of a gradient while it is made. */
final class GradientReportMaker {

    private static final int DRAWS = 10_000;
    private static final long SEED = 1;
    private static final double[] SHARES = {0.25, 0.5, 1};

    private final ProtectedObservations observations;
    private final StoreSession session;
    private final Extent extent;
    private final GradientQuestion question;
    private final SeriesCatalog catalog;
    private final Measure measure;
    private final Geography geography;
    private final AreaFrame frame;
    private final GradientService.Inputs inputs;
    private final GradientFigures figures;
    private final ProtectedCounts counts;
    private final List<AuthorityDeciles> tables;
    private final Period period;
    private final Optional<RateSubject> rates;
    private final List<String> notes = new ArrayList<>();

    GradientReportMaker(
            ProtectedObservations observations, StoreSession session, Extent extent, GradientQuestion question) {
        this.observations = observations;
        this.session = session;
        this.extent = extent;
        this.question = question;
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
        this.figures = new GradientFigures(observations, session, frame, measure);
        this.counts = figures.counts();
        this.tables = session.authorities().listDeciles();
        this.rates = figures.rates(inputs, catalog);
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

    /** @param offered every gradient of the extent */
    GradientReport make(List<GradientService.Heading> offered) {
        if (question.local() && counts.localTenths(extent.name(), period).isEmpty()) {
            throw new RejectedException(
                    "tenths",
                    "There are no tenths of this county for " + question.id()
                            + ": the counts are too small to be shown by them, or the ranks of the areas are not loaded.");
        }
        boolean told = !counts.accompaniedDeciles(extent.name(), period).isEmpty();
        if (!question.unaccompanied() && !told) {
            throw new RejectedException(
                    "unaccompanied",
                    "Unaccompanied children cannot be left out of " + question.id()
                            + ": its counts do not tell them apart, or they are too few to be shown.");
        }
        List<GradientPlaces.Place> all =
                places(inputs, question.unaccompanied()).list();
        GradientPlaces.Place county = question.local() ? county(inputs) : all.get(0);
        List<GradientPlaces.Place> chosen =
                question.local() ? List.of(county) : GradientChoice.among(all, question.places());
        Gradient gradient = Gradient.ofGroups(county.deciles());
        notes.addAll(county.notes());
        notes.addAll(gradient.notes());
        figures.widened(inputs).ifPresent(widened -> {
            notes.add(widened);
            notes.add(
                    "Comparisons of places beyond their rates, the funnel, what a flatter gradient would mean and the models allow"
                            + " for brothers and sisters only so far as they allow for rates that differ by more than chance.");
        });
        rates.flatMap(subject -> MoreThanLive.inGradient(frame, subject)).ifPresent(notes::add);
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
        double[] designEffects = gradient.groups().stream()
                .mapToDouble(GradientGroup::designEffect)
                .toArray();
        boolean known = gradient.fit().isPresent();
        Optional<PlaceComparison> comparison = compare(chosen);
        ManifestBuilder manifest = manifest(chosen);
        return new GradientReport(
                question,
                extent,
                measure,
                period,
                new GradientReport.Offered(
                        offered,
                        all,
                        told,
                        !counts.localTenths(extent.name(), period).isEmpty()),
                chosen,
                county,
                gradient,
                known ? LinearGradient.fit(populations, events, designEffects) : Optional.empty(),
                known
                        ? SimulatedGradient.of(
                                populations, events, designEffects, GradientGroup.CONFIDENCE_FRACTION, DRAWS, SEED)
                        : Optional.empty(),
                models(gradient),
                comparison,
                comparison.map(this::pairs).orElse(List.of()),
                GradientFunnel.of(all, question.widened()),
                whatIfs(gradient),
                trend(),
                compositions(),
                CountyComparators.of(session, extent.name(), geography, measure, period),
                notes,
                Cautions.of(
                        extent,
                        question.local() ? Cautions.LOCAL_TENTHS : "",
                        Cautions.GRADIENT,
                        Cautions.hidden(observations.ruleOf(session, List.of(inputs.counts()))),
                        Cautions.SAME_EDITION),
                manifest.build(),
                manifest.release());
    }

    private GradientPlaces places(GradientService.Inputs of, boolean unaccompanied) {
        return figures.places(of, tables(of), unaccompanied);
    }

    private GradientPlaces.Place county(GradientService.Inputs of) {
        GradientPlaces places = places(of, question.unaccompanied());
        return question.local() ? places.countyByLocalTenths() : places.county();
    }

    private List<AuthorityDeciles> tables(GradientService.Inputs of) {
        return tables.stream()
                .filter(table -> table.measure() == measure
                        && table.period().equals(of.counts().key().period())
                        && table.isFictional() == extent.fictional())
                .toList();
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
        if (question.unaccompanied() && !question.local()) {
            AreaModels fitted = counts.models(extent.name(), period, covariates());
            if (fitted.reason().isEmpty()) {
                return GradientModels.overAreas(fitted);
            }
            notes.add(fitted.reason());
        }
        return GradientModels.overTenths(gradient);
    }

    private Map<AreaCode, AreaCovariates> covariates() {
        Map<AreaCode, Value> children = figures.values(inputs.children().key());
        Map<AreaCode, AreaCovariates> covariates = new TreeMap<>();
        figures.values(inputs.deciles().key()).forEach((code, decile) -> decile.number()
                .ifPresent(number -> covariates.put(
                        code,
                        new AreaCovariates(
                                children.getOrDefault(code, Value.notAvailable())
                                        .number()
                                        .orElse(0),
                                List.of(number)))));
        rates.ifPresent(subject -> covariates.keySet().removeAll(MoreThanLive.find(frame, subject)));
        return covariates;
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
                GradientPlaces.Place county = county(of.get());
                boolean breaks = observations.breaksSeries(session, series, extent.name());
                List<String> said = new ArrayList<>(county.leftOut());
                if (breaks) {
                    said.add(0, "The publisher of the counts says that they cannot be compared with earlier ones.");
                }
                byYear.putIfAbsent(
                        year.get(),
                        new GradientTrend.Period(
                                series.key().period().text(),
                                year.get(),
                                county.deciles(),
                                breaks,
                                String.join(" ", said)));
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
        byBreakdown.forEach((title, parts) -> compositions.add(
                Composition.of(title, CategoryOrder.sorted(parts, Composition.Category::name), total)));
        return compositions;
    }

    private ManifestBuilder manifest(List<GradientPlaces.Place> chosen) {
        ManifestBuilder manifest = figures.manifest(inputs)
                .parameter("tenths", question.local() ? "local" : "national")
                .parameter("places", String.join(",", question.places()))
                .parameter("unaccompanied", question.unaccompanied() ? "in" : "out")
                .parameter("funnel", question.widened() ? "adjusted" : "plain");
        for (GradientPlaces.Place place : chosen) {
            if (place.kind() == GradientPlaces.Kind.AUTHORITY) {
                manifest.input(
                        session,
                        session.authorities().listDecileDatasets(new AreaCode(place.code())),
                        Hashes.ofTexts(List.of(place.toString())));
            }
        }
        return manifest;
    }
}
