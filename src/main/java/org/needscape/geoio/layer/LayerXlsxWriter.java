package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerRow;

/**
 * Writes a layer as an Excel workbook (Office Open XML): a sheet {@code Values} with the columns of its CSV, numbers as numbers and a
 * mark such as {@code [c]} where one is not known; a sheet {@code Columns} that says what they are; a sheet {@code About} with what goes
 * with the figures. It has no formulas, and the same layer gives the same bytes.
 */
public final class LayerXlsxWriter {

    private static final int HEADING = 0;
    private static final int CODE_AND_NAME = 2;

    private final Layer layer;
    private final List<Heading> headings = new ArrayList<>();

    /** A column of the table. */
    private record Heading(String name, String label, String unit) {}

    private LayerXlsxWriter(Layer layer) {
        this.layer = layer;
        heading("code", "Area code (" + layer.geography() + ")", "");
        heading("name", "Area name", "");
        heading("district", "Code of its district", "");
        heading("value", layer.valueLabel(), layer.unit());
        heading("state", "What is known of the value", "");
        heading("class", "Class of the legend", "");
        for (LayerColumn column : layer.columns()) {
            heading(column.name(), column.label(), column.unit());
        }
        heading(LayerExport.STATE_WORDS, "What is known of the value, in words", "");
        layer.release().ifPresent(release -> heading(LayerExport.MARKING, "How far the figures may go", ""));
        if (layer.extent().fictional()) {
            heading("fictional", "That the data is fictional", "");
        }
    }

    /** Writes the workbook and leaves the stream open. */
    public static void write(Layer layer, OutputStream out) throws IOException {
        LayerExport.checkNames(layer);
        LayerXlsxWriter writer = new LayerXlsxWriter(layer);
        TimelessZip.copy(writer::workbook, out);
    }

    private void workbook(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Needscape", "1.0")) {
            values(workbook.newWorksheet("Values"));
            columns(workbook.newWorksheet("Columns"));
            about(workbook.newWorksheet("About"));
        }
    }

    private void heading(String name, String label, String unit) {
        headings.add(new Heading(name, label, unit));
    }

    private void values(Worksheet sheet) {
        for (int column = 0; column < headings.size(); column++) {
            title(sheet, HEADING, column, headings.get(column).name());
        }
        for (int row = 0; row < layer.rows().size(); row++) {
            row(sheet, row + 1, layer.rows().get(row));
        }
        sheet.freezePane(CODE_AND_NAME, 1);
        sheet.setAutoFilter(HEADING, 0, layer.rows().size(), headings.size() - 1);
    }

    private void row(Worksheet sheet, int at, LayerRow row) {
        int column = 0;
        sheet.value(at, column++, row.code().value());
        sheet.value(at, column++, row.name());
        sheet.value(at, column++, row.district());
        number(sheet, at, column++, row.value(), layer.decimals());
        sheet.value(at, column++, row.value().state().code());
        sheet.value(at, column++, row.valueClass());
        for (int i = 0; i < layer.columns().size(); i++) {
            if (row.cells().get(i) instanceof Cell.OfNumber cell) {
                number(sheet, at, column++, cell.value(), layer.columns().get(i).decimals());
            } else if (row.cells().get(i) instanceof Cell.OfText cell) {
                sheet.value(at, column++, cell.text());
            }
        }
        sheet.value(at, column++, row.value().state().words());
        if (layer.release().isPresent()) {
            sheet.value(at, column++, layer.release().get().marking());
        }
        if (layer.extent().fictional()) {
            sheet.value(at, column, LayerExport.FICTIONAL);
        }
    }

    private static void number(Worksheet sheet, int row, int column, Value value, int decimals) {
        if (value.number().isPresent()) {
            sheet.value(
                    row, column, new BigDecimal(LayerNumbers.text(value.number().getAsDouble(), decimals)));
        } else {
            sheet.value(row, column, value.state().mark());
        }
    }

    private void columns(Worksheet sheet) {
        title(sheet, HEADING, 0, "column");
        title(sheet, HEADING, 1, "what it is");
        title(sheet, HEADING, 2, "unit");
        for (int row = 0; row < headings.size(); row++) {
            Heading heading = headings.get(row);
            sheet.value(row + 1, 0, heading.name());
            sheet.value(row + 1, 1, heading.label());
            sheet.value(row + 1, 2, heading.unit());
        }
        sheet.value(headings.size() + 2, 0, "Where no number stands: " + LayerExport.MARKS + ". Zero is written 0.");
        sheet.width(0, 30);
        sheet.width(1, 70);
        sheet.freezePane(0, 1);
    }

    private void about(Worksheet sheet) {
        int row = 0;
        for (String line : LayerAttribution.lines(layer)) {
            sheet.value(row++, 0, line);
        }
        sheet.value(row++, 0, "Method: " + layer.manifest().method());
        sheet.value(
                row++,
                0,
                "Made by " + layer.manifest().software() + ", result "
                        + layer.manifest().resultHash());
        for (var parameter : layer.manifest().parameters().entrySet()) {
            sheet.value(row++, 0, parameter.getKey() + ": " + parameter.getValue());
        }
        sheet.width(0, 120);
    }

    private static void title(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).bold().set();
    }
}
