package org.needscape.geoio.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that any of them can be what no spreadsheet program would write. */
public final class RawWorkbook {

    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder related = new StringBuilder();
    private int count;

    public RawWorkbook() {
        with("[Content_Types].xml", "<Types/>");
        with(
                "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='" + TYPES
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    }

    /** A sheet with these rows as XML, such as {@code <row r='1'><c r='A1'><v>1</v></c></row>}. */
    public RawWorkbook sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    /** @param attributes of the sheet's tab */
    public RawWorkbook sheet(String name, String rows, String attributes) {
        count++;
        sheets.append("<sheet name='")
                .append(name)
                .append("' sheetId='")
                .append(count)
                .append("' r:id='s");
        sheets.append(count).append("' ").append(attributes).append("/>");
        relate("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return with(
                "xl/worksheets/sheet" + count + ".xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public RawWorkbook texts(String items) {
        relate("t", "sharedStrings", "/xl/sharedStrings.xml");
        return with("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    /** A part of this name, in place of what was there. */
    public RawWorkbook with(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public RawWorkbook with(String name, byte[] bytes) {
        parts.put(name, bytes.clone());
        return this;
    }

    public byte[] bytes() {
        parts.putIfAbsent(
                "xl/workbook.xml",
                ("<workbook xmlns:r='" + TYPES + "'><sheets>" + sheets + "</sheets></workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships>" + related + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void relate(String id, String type, String target) {
        related.append("<Relationship Id='")
                .append(id)
                .append("' Type='")
                .append(TYPES)
                .append('/')
                .append(type);
        related.append("' Target='").append(target).append("'/>");
    }
}
