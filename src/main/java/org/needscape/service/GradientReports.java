package org.needscape.service;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.needscape.area.Extent;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Reports of a gradient: of an extent, beside other places, with what a flatter one would mean, how it changed, and how sure all of it
 * is. Made of protected counts when they are asked for, and remembered until the store changes. Safe for many threads.
 */
public final class GradientReports {

    private static final int REMEMBERED = 32;

    /** As many reports, each with its table of figures and seven charts. */
    private static final int DOCUMENTS = REMEMBERED * 9;

    private final Store store;
    private final ProtectedObservations observations;
    private final Remembered<GradientReport> reports = new Remembered<>(REMEMBERED);
    private final Remembered<EncodedDocument> documents = new Remembered<>(DOCUMENTS);

    public GradientReports(Store store, ProtectedObservations observations) {
        this.store = store;
        this.observations = observations;
    }

    /**
     * A report as JSON.
     *
     * @throws NotFoundException when the extent has no gradient of this id
     * @throws RejectedException for a place that cannot be compared, where unaccompanied children are not told apart, or where the extent
     *     cannot be told by its own tenths
     */
    public EncodedDocument json(GradientQuestion question) {
        return document(
                question, "json", report -> GradientReportJson.write(report).toString());
    }

    /** Its figures as CSV (RFC 4180), one on each line. */
    public EncodedDocument csv(GradientQuestion question) {
        return document(question, "csv", report -> GradientReportCsv.of(GradientReportJson.write(report)));
    }

    /**
     * One of its charts, SVG.
     *
     * @param chart such as {@code deciles}
     * @throws NotFoundException when there is no such chart
     */
    public EncodedDocument chart(GradientQuestion question, String chart) {
        return document(question, "chart " + chart, report -> GradientReportCharts.svg(report, chart));
    }

    private EncodedDocument document(GradientQuestion question, String name, Function<GradientReport, String> writing) {
        return store.read(session -> {
            String asked = session.revision() + " " + question;
            return documents.get(
                    asked + " " + name,
                    () -> EncodedDocument.of(writing.apply(reports.get(asked, () -> make(session, question)))
                            .getBytes(StandardCharsets.UTF_8)));
        });
    }

    private GradientReport make(StoreSession session, GradientQuestion question) {
        Extent extent = session.areas()
                .findExtent(question.extent())
                .orElseThrow(() -> new NotFoundException("There is no extent " + question.extent() + "."));
        return new GradientReportMaker(observations, session, extent, question)
                .make(GradientService.list(session, question.extent()));
    }
}
