package org.needscape.geoio.layer;

/**
 * One line of a CSV file (RFC 4180). Texts that a spreadsheet would run as a formula get an apostrophe in front; numbers never do, so
 * that -1.771 stays a number.
 */
final class CsvText {

    private static final String END_OF_LINE = "\r\n";

    /** What begins a formula, the full-width forms that spreadsheets take for it too, and the blanks they skip. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder line = new StringBuilder();
    private boolean first = true;

    /** Adds what people wrote: a name, a label, a text. */
    CsvText text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return cell(formula ? "'" + text : text);
    }

    /** Adds what this program made: a number, a mark, a heading. */
    CsvText cell(String content) {
        if (!first) {
            line.append(',');
        }
        first = false;
        boolean quoted = content.indexOf(',') >= 0
                || content.indexOf('"') >= 0
                || content.indexOf('\n') >= 0
                || content.indexOf('\r') >= 0;
        if (quoted) {
            line.append('"').append(content.replace("\"", "\"\"")).append('"');
        } else {
            line.append(content);
        }
        return this;
    }

    /** The line with its end. */
    @Override
    public String toString() {
        return line + END_OF_LINE;
    }
}
