package org.needscape.service;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.indicator.Measure;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.protection.ProtectedCounts;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.StoreSession;

/**
 * The protected figures that the gradients of a measure are made of, read once for one answer: all its years lean on the same counts
 * and deciles. Lives as long as the session; not for several threads.
 */
final class GradientFigures {

    private final ProtectedObservations observations;
    private final StoreSession session;
    private final AreaFrame frame;
    private final Measure measure;
    private final ProtectedCounts counts;
    private final Map<SeriesKey, Map<AreaCode, Value>> values = new HashMap<>();

    GradientFigures(ProtectedObservations observations, StoreSession session, AreaFrame frame, Measure measure) {
        this.observations = observations;
        this.session = session;
        this.frame = frame;
        this.measure = measure;
        this.counts = observations.counts(session, measure.indicatorId(), frame.geography());
    }

    ProtectedCounts counts() {
        return counts;
    }

    /** The values of a series for the areas of the frame, by code; areas without one are absent. */
    Map<AreaCode, Value> values(SeriesKey series) {
        return values.computeIfAbsent(series, key -> {
            Map<AreaCode, Value> read = new TreeMap<>(
                    observations.listValues(session, key, frame.extent().name()));
            read.keySet().retainAll(frame.names().keySet());
            return read;
        });
    }

    /**
     * The places whose gradients can be compared.
     *
     * @param tables of neighbouring authorities, of the same measure and period
     * @param unaccompanied whether unaccompanied asylum-seeking children count
     */
    GradientPlaces places(GradientService.Inputs inputs, List<AuthorityDeciles> tables, boolean unaccompanied) {
        return new GradientPlaces(
                frame,
                measure,
                inputs.counts().key().period(),
                counts,
                values(inputs.children().key()),
                values(inputs.deciles().key()),
                tables,
                unaccompanied,
                designEffect(inputs).orElse(1));
    }

    /** What is said of limits that allow for brothers and sisters; nothing where they do not. */
    Optional<String> widened(GradientService.Inputs inputs) {
        OptionalDouble effect = designEffect(inputs);
        return effect.isPresent()
                ? Optional.of(String.format(
                        Locale.UK,
                        "Limits are widened because brothers and sisters are counted together (design effect %.1f).",
                        effect.getAsDouble()))
                : Optional.empty();
    }

    /** The rates of small areas, to be looked through for more children than live there; none without children to divide by. */
    Optional<RateSubject> rates(GradientService.Inputs inputs, SeriesCatalog catalog) {
        return new RateSubjects(observations, session, frame, catalog, measure, counts).ofYear(inputs.counts());
    }

    /** What a gradient depends on. */
    ManifestBuilder manifest(GradientService.Inputs inputs) {
        ManifestBuilder manifest = new ManifestBuilder(
                        "Rates per 10,000 children aged 0 to 17 by national deprivation decile with"
                                + " exact Poisson limits below 10 events and Byar's from 10; slope and relative index of inequality by the"
                                + " log-linear form, with closed-form limits. Deciles that would give a hidden count away are taken"
                                + " together with their neighbour.")
                .areas(frame)
                .parameter("measure", measure.code())
                .parameter("period", inputs.counts().key().period().text())
                .parameter("population", inputs.children().key().period().text())
                .parameter("deciles", inputs.deciles().key().edition())
                .parameter(
                        "largestHiddenCount",
                        Integer.toString(observations
                                .ruleOf(session, List.of(inputs.counts()))
                                .threshold()))
                .dependsOn(counts.fingerprint());
        designEffect(inputs).ifPresent(effect -> manifest.parameter("designEffect", Double.toString(effect)));
        inputs.all().forEach(input -> manifest.input(session, input.datasets(), input.contentHash()));
        return manifest;
    }

    private OptionalDouble designEffect(GradientService.Inputs inputs) {
        return counts.designEffect(
                inputs.counts().key().period(), frame.extent().name());
    }
}
