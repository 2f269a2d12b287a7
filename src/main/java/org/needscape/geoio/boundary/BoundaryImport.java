package org.needscape.geoio.boundary;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.needscape.area.AreaCode;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

/** One run through a boundary file: chooses, checks, repairs, refuses and counts its records. */
final class BoundaryImport {

    private static final int RECORDS_BETWEEN_REPORTS = 500;
    private static final double LONGEST_WHOLE = 1e15;
    private static final String REDRAW = "Correct the boundary in the source file, or take it from another edition.";

    private final BoundarySource source;
    private final String fileName;
    private final ImportLog log;
    private final String codeColumn;
    private final Optional<String> nameColumn;
    private final Optional<WhereFilter> where;
    private final BoundaryRepair repair;
    private final Set<AreaCode> codes = new HashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private long recordCount;
    private long chosenCount;
    private @Nullable Boolean fictional;

    /** @throws UnreadableFileException when the column with the codes is missing or the condition cannot be taken */
    BoundaryImport(
            BoundarySource source,
            String fileName,
            BoundaryColumns columnRule,
            Optional<String> where,
            ImportLog log,
            GeometryFactory factory) {
        this.source = source;
        this.fileName = fileName;
        this.log = log;
        List<String> columns = source.schema().columns();
        codeColumn = columnRule
                .findCodeColumn(columns)
                .orElseThrow(() -> new UnreadableFileException(columnRule.refusal(fileName, columns)));
        nameColumn = columnRule.findNameColumn(codeColumn, columns);
        this.where = where.map(text -> WhereFilter.parse(text, fileName, columns));
        repair = new BoundaryRepair(source.crs(), factory);
    }

    BoundarySummary run(Consumer<NamedBoundary> sink, Progress progress) throws IOException {
        progress.report(0, "Reading boundaries");
        for (Optional<BoundaryRecord> record = source.next(); record.isPresent(); record = source.next()) {
            take(record.get(), sink);
            if (++recordCount % RECORDS_BETWEEN_REPORTS == 0) {
                progress.report(source.fraction(), recordCount + " boundaries read");
            }
        }
        source.notes().forEach(log::note);
        if (nameColumn.isEmpty()) {
            log.note("The file has no column with names: the codes stand for them.");
        }
        if (where.isPresent()) {
            log.note((recordCount - chosenCount) + " of " + recordCount + " records do not meet the condition.");
        }
        if (codes.isEmpty()) {
            throw nothingTaken();
        }
        progress.report(1, codes.size() + " boundaries read");
        return new BoundarySummary(
                source.format(),
                source.crs().words(),
                codeColumn,
                nameColumn.orElse(""),
                codes.size(),
                Boolean.TRUE.equals(fictional));
    }

    private void take(BoundaryRecord record, Consumer<NamedBoundary> sink) {
        if (record instanceof BoundaryRecord.Skipped skipped) {
            chosenCount++;
            log.read();
            refuse(record.number(), "", "", skipped.reason(), REDRAW);
            return;
        }
        SimpleFeature feature = ((BoundaryRecord.Read) record).feature();
        if (where.isPresent() && !where.get().accepts(feature)) {
            log.read();
            return;
        }
        chosenCount++;
        log.read();
        String text = text(feature.getAttribute(codeColumn));
        if (text.isEmpty()) {
            refuse(record.number(), codeColumn, "", "It has no code.", "Fill in the code or leave the record out.");
        } else if (!AreaCode.isValid(text)) {
            refuse(
                    record.number(),
                    codeColumn,
                    "",
                    "Its code has characters that no area code has.",
                    "Check that " + codeColumn + " is the column with the codes.");
        } else {
            take(record.number(), new AreaCode(text), feature, sink);
        }
    }

    private void take(long number, AreaCode code, SimpleFeature feature, Consumer<NamedBoundary> sink) {
        checkNotMixed(code);
        if (codes.contains(code)) {
            refuse(
                    number,
                    codeColumn,
                    code.value(),
                    "The code stands in the file before.",
                    "Merge the two records into one boundary of several parts.");
            return;
        }
        if (!(feature.getDefaultGeometry() instanceof Geometry geometry) || geometry.isEmpty()) {
            refuse(number, "", code.value(), "It has no boundary.", REDRAW);
            return;
        }
        BoundaryRepair.Outcome outcome = repair.prepare(geometry);
        if (outcome instanceof BoundaryRepair.Outcome.Refused refused) {
            refuse(number, "", code.value(), refused.reason(), REDRAW);
            return;
        }
        BoundaryRepair.Outcome.Ready ready = (BoundaryRepair.Outcome.Ready) outcome;
        String name =
                nameColumn.map(feature::getAttribute).map(BoundaryImport::text).orElse("");
        codes.add(code);
        log.accepted();
        Object closed = feature.getUserData().get(GeoJsonSource.REPAIR);
        String repaired = ready.repair().isEmpty() && closed != null ? closed.toString() : ready.repair();
        if (!repaired.isEmpty()) {
            log.repaired(ImportProblem.repaired(
                    number, "", code.value(), repaired, "Nothing needs doing; look at it on the map if in doubt."));
        }
        sink.accept(new NamedBoundary(code, name.isEmpty() ? code.value() : name, ready.boundary()));
    }

    private void checkNotMixed(AreaCode code) {
        if (fictional != null && fictional != code.isFictional()) {
            throw new UnreadableFileException(
                    fileName + " mixes areas of the fictional county with real ones: import them from two files.");
        }
        fictional = code.isFictional();
    }

    private void refuse(long number, String field, String area, String reason, String whatToDo) {
        reasons.add(reason);
        log.refused(ImportProblem.refused(number, field, area, reason, whatToDo));
    }

    private UnreadableFileException nothingTaken() {
        if (recordCount == 0) {
            return new UnreadableFileException(fileName + " holds no boundaries: choose another file.");
        }
        if (chosenCount == 0) {
            return new UnreadableFileException(
                    "None of the " + recordCount + " records of " + fileName + " meets the condition: check it.");
        }
        String every = chosenCount == 1 ? "the only record" : "all " + chosenCount + " records";
        return new UnreadableFileException(
                reasons.size() == 1
                        ? "Nothing of " + fileName + " can be imported, for one reason in " + every + ": "
                                + reasons.iterator().next()
                        : "Nothing of " + fileName + " can be imported: " + every + " are refused, the first because: "
                                + reasons.iterator().next());
    }

    /** A code or a name as text; whole numbers without a point. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < LONGEST_WHOLE) {
            return Long.toString(number.longValue());
        }
        return value.toString().strip();
    }
}
