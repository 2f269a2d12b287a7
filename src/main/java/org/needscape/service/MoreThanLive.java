package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * What is said of areas with more children counted than live there ({@link Measure#hasMoreThanLive}).
 *
 * <p>The count stays as its publisher sent it, because which of the two figures is wrong is not known here. A rate of it would be above
 * 10,000 per 10,000: it is not available, and models leave the area out.
 *
 * <p>Only counts that are shown are looked at. To name an area whose count is hidden would tell that it is above the number of children,
 * which everybody may know; its rate is hidden as well, so that nothing impossible is seen of it. No sentence says a count, because the
 * report of an import is kept even when the count may no longer be shown.
 */
final class MoreThanLive {

    private static final int MOST_NAMED = 5;

    private MoreThanLive() {}

    /** The areas of a frame with more counted than live there, as far as the count and its rate are not hidden. */
    static Set<AreaCode> find(AreaFrame frame, RateSubject subject) {
        Set<AreaCode> found = new TreeSet<>();
        for (AreaCode code : frame.names().keySet()) {
            Value count = subject.count().apply(code);
            if (RateLayer.rate(subject, code).state() != ValueState.SUPPRESSED
                    && subject.measure()
                            .hasMoreThanLive(count, subject.children().apply(code))) {
                found.add(code);
            }
        }
        return found;
    }

    /** What stands with a layer of them. */
    static Optional<String> inLayer(AreaFrame frame, RateSubject subject) {
        return sentence(frame, subject, "no rate is shown there.");
    }

    /** What stands with a gradient: their tenths keep them, since the tenths would have fewer than their publisher counted. */
    static Optional<String> inGradient(AreaFrame frame, RateSubject subject) {
        return sentence(frame, subject, "their tenth of deprivation holds the figures as they were sent.");
    }

    /**
     * What stands with an import: the areas of some extents of which it brought the counts or the children, be it that they were counted
     * at another import.
     *
     * @param extents that the import touched
     * @param dataset that the file became
     */
    static List<String> inImport(
            StoreSession session, ProtectedObservations observations, Collection<ExtentName> extents, long dataset) {
        List<String> sentences = new ArrayList<>();
        for (ExtentName name : extents) {
            Optional<Extent> extent = session.areas().findExtent(name);
            if (extent.isPresent()) {
                SeriesCatalog catalog = SeriesCatalog.of(session, observations, name);
                for (Geography geography : catalog.geographies()) {
                    if (geography.level() == Level.LSOA) {
                        AreaFrame frame = AreaFrame.load(session, extent.get(), geography);
                        sentences.addAll(inImport(session, observations, frame, catalog, dataset));
                    }
                }
            }
        }
        return sentences;
    }

    private static List<String> inImport(
            StoreSession session,
            ProtectedObservations observations,
            AreaFrame frame,
            SeriesCatalog catalog,
            long dataset) {
        List<String> sentences = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<StoredSeries> years = catalog.list(measure, frame.geography());
            if (years.isEmpty()) {
                continue;
            }
            RateSubjects subjects = new RateSubjects(
                    observations,
                    session,
                    frame,
                    catalog,
                    measure,
                    observations.counts(session, measure.indicatorId(), frame.geography()));
            for (StoredSeries series : years) {
                boolean isNew = series.datasets().contains(dataset)
                        || catalog.findChildren(frame.geography(), series.key().period())
                                .map(children -> children.datasets().contains(dataset))
                                .orElse(false);
                if (isNew) {
                    subjects.ofYear(series)
                            .flatMap(subject -> sentence(
                                    frame,
                                    subject,
                                    "the figures are kept as they were sent, and no rate is shown there. Correct the counts or"
                                            + " the population and import them again."))
                            .ifPresent(sentences::add);
                }
            }
        }
        return sentences;
    }

    /** What is said of a tenth, or of a place, that is left out. */
    static String leftOut(Measure measure) {
        return "more " + measure.counted() + " are counted there than children live there, which cannot be.";
    }

    private static Optional<String> sentence(AreaFrame frame, RateSubject subject, String consequence) {
        Set<AreaCode> found = find(frame, subject);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = found.stream()
                .limit(MOST_NAMED)
                .map(code -> String.format(
                        Locale.UK,
                        "%s (%s, %,.0f children)",
                        code,
                        frame.names().get(code),
                        subject.children().apply(code).number().orElseThrow()))
                .toList();
        int more = found.size() - named.size();
        return Optional.of("More " + subject.measure().counted() + " (" + subject.period()
                + ") are counted than children aged 0 to 17 live there (" + subject.childrenPeriod()
                + "), which cannot be, in "
                + String.join(", ", named)
                + (more == 0 ? "" : " and " + more + (more == 1 ? " more area" : " more areas")) + ": " + consequence);
    }
}
