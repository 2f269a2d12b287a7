package org.needscape.service;

import java.util.List;
import org.needscape.area.Extent;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;

/**
 * Reports of a gradient: of an extent, beside other places, with what a flatter one would mean, how it changed, and how sure all of it
 * is. Made of protected counts when they are asked for, and remembered until the store changes. Safe for many threads.
 */
public final class GradientReports {

    private static final int REMEMBERED = 32;

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
                    session.revision() + " " + question,
                    () -> new GradientReportMaker(observations, gradients, session, extent, question).make(offered));
        });
    }
}
