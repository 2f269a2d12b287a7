package org.needscape.geoio.table;

import java.util.Set;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.report.ImportLog;

/** What becomes of what the totals of a table of counts say of families. */
final class FamilySizes {

    private final Measure measure;
    private final ImportLog log;
    private int notSaid;

    FamilySizes(Measure measure, ImportLog log) {
        this.measure = measure;
        this.log = log;
    }

    /** The indicator that keeps them, as restricted as their counts. */
    static Indicator indicator(Measure measure, Indicator counts) {
        return new Indicator(
                measure.familiesSquaredId(),
                measure.label() + ", squared sizes of families",
                "children squared",
                counts.polarity(),
                counts.theme(),
                Indicator.NOT_STATED,
                Indicator.NOT_STATED,
                counts.source(),
                counts.licence(),
                counts.sensitivity());
    }

    /**
     * What is kept beside a count.
     *
     * @param squared the squared sizes of its families, or why they are not known
     */
    Observation take(Observation count, Value squared) {
        // No children are in no family, whether or not that is said.
        notSaid += count.value().number().orElse(0) > 0 && !squared.isKnown() ? 1 : 0;
        SeriesKey key = count.series();
        return new Observation(
                new SeriesKey(
                        measure.familiesSquaredId(), key.geography(), key.period(), key.category(), key.edition()),
                count.area(),
                squared,
                Set.of(),
                Value.notAvailable(),
                Value.notAvailable());
    }

    /** Says where it was not said. */
    void note() {
        if (notSaid > 0) {
            log.note(
                    "How children come in families is not said in " + notSaid + (notSaid == 1 ? " row" : " rows")
                            + " with a count: limits allow for brothers and sisters only where every area of a period says it.");
        }
    }
}
