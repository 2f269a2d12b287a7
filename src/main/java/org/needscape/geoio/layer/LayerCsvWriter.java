package org.needscape.geoio.layer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerRow;

/**
 * Writes a layer as CSV (RFC 4180, UTF-8): one heading line, then one line for each area with {@code
 * code,name,district,value,state,class}, the layer's columns and {@code state_words}, the state as pages say it. Where a number is not known its mark stands: {@code [c]} hidden,
 * {@code [x]} not available, {@code [z]} does not apply, {@code [low]} rounds to zero. Restricted figures carry their marking in every
 * line, in a column {@code marking}, and an invented extent says {@code fictional data}, in a last column {@code fictional}.
 */
public final class LayerCsvWriter {

    private static final List<String> HEADINGS = List.of("code", "name", "district", "value", "state", "class");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LayerCsvWriter() {}

    /** Writes the table and leaves the stream open. */
    public static void write(Layer layer, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writeLines(layer, writer);
        writer.flush();
    }

    /** Writes the table with the mark in front by which Excel knows UTF-8, and leaves the stream open. */
    public static void writeForExcel(Layer layer, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        writeLines(layer, writer);
        writer.flush();
    }

    private static void writeLines(Layer layer, Writer writer) throws IOException {
        LayerExport.checkNames(layer);
        CsvText headings = new CsvText();
        HEADINGS.forEach(headings::cell);
        layer.columns().forEach(column -> headings.cell(column.name()));
        headings.cell(LayerExport.STATE_WORDS);
        if (layer.release().isPresent()) {
            headings.cell(LayerExport.MARKING);
        }
        if (layer.extent().fictional()) {
            headings.cell("fictional");
        }
        writer.write(headings.toString());
        for (LayerRow row : layer.rows()) {
            writer.write(line(layer, row));
        }
    }

    private static String line(Layer layer, LayerRow row) {
        CsvText line = new CsvText()
                .text(row.code().value())
                .text(row.name())
                .text(row.district())
                .cell(LayerNumbers.textOrMark(row.value(), layer.decimals()))
                .cell(row.value().state().code())
                .text(row.valueClass());
        for (int i = 0; i < layer.columns().size(); i++) {
            LayerColumn column = layer.columns().get(i);
            if (row.cells().get(i) instanceof Cell.OfNumber number) {
                line.cell(LayerNumbers.textOrMark(number.value(), column.decimals()));
            } else if (row.cells().get(i) instanceof Cell.OfText text) {
                line.text(text.text());
            }
        }
        line.cell(row.value().state().words());
        layer.release().ifPresent(release -> line.text(release.marking()));
        if (layer.extent().fictional()) {
            line.cell(LayerExport.FICTIONAL);
        }
        return line.toString();
    }
}
