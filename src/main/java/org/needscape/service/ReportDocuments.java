package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;

/** An import report as JSON, in which jobs keep it, and as CSV for a person. */
public final class ReportDocuments {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportDocuments() {}

    public static String toJson(ImportReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("fileName", report.fileName());
        node.put("read", report.read());
        node.put("accepted", report.accepted());
        node.put("repaired", report.repaired());
        node.put("refused", report.refused());
        node.put("outside", report.outside());
        ArrayNode notes = node.putArray("notes");
        report.notes().forEach(notes::add);
        ArrayNode problems = node.putArray("problems");
        for (ImportProblem problem : report.problems()) {
            problems.addObject()
                    .put("kind", problem.kind().code())
                    .put("row", problem.row())
                    .put("field", problem.field())
                    .put("area", problem.area())
                    .put("reason", problem.reason())
                    .put("whatToDo", problem.whatToDo());
        }
        return node.toString();
    }

    /** Reads what {@link #toJson} wrote. */
    public static ImportReport fromJson(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            List<String> notes = new ArrayList<>();
            node.required("notes").forEach(note -> notes.add(note.textValue()));
            List<ImportProblem> problems = new ArrayList<>();
            for (JsonNode problem : node.required("problems")) {
                boolean repaired = problem.required("kind").textValue().equals(ImportProblem.Kind.REPAIRED.code());
                problems.add(new ImportProblem(
                        repaired ? ImportProblem.Kind.REPAIRED : ImportProblem.Kind.REFUSED,
                        problem.required("row").longValue(),
                        problem.required("field").textValue(),
                        problem.required("area").textValue(),
                        problem.required("reason").textValue(),
                        problem.required("whatToDo").textValue()));
            }
            return new ImportReport(
                    node.required("fileName").textValue(),
                    node.required("read").longValue(),
                    node.required("accepted").longValue(),
                    node.required("repaired").longValue(),
                    node.required("refused").longValue(),
                    node.required("outside").longValue(),
                    notes,
                    problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line per repaired or refused record, and one per note. */
    public static String toCsv(ImportReport report) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("outcome", "row", "field", "area", "reason", "what_to_do")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord("summary", "", "", "", harmless(report.summary()), "");
            for (String note : report.notes()) {
                printer.printRecord("note", "", "", "", harmless(note), "");
            }
            for (ImportProblem problem : report.problems()) {
                printer.printRecord(
                        problem.kind().code(),
                        problem.row(),
                        harmless(problem.field()),
                        harmless(problem.area()),
                        harmless(problem.reason()),
                        harmless(problem.whatToDo()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Keeps a spreadsheet from taking a text for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
