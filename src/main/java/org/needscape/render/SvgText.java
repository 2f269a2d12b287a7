package org.needscape.render;

import java.util.Locale;

/** Builds an SVG document: elements with attributes, everything escaped, numbers with at most two decimals. */
final class SvgText {

    private final StringBuilder text = new StringBuilder();

    /** Opens an element; attributes are names and values in turn. */
    SvgText open(String name, Object... attributes) {
        element(name, attributes).append('>');
        return this;
    }

    /** Closes the element opened last under this name. */
    SvgText close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    SvgText empty(String name, Object... attributes) {
        element(name, attributes).append("/>\n");
        return this;
    }

    /** An element that holds a text. */
    SvgText leaf(String name, String content, Object... attributes) {
        element(name, attributes).append('>').append(escape(content));
        return close(name);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A number with at most two decimals, no exponent and no trailing zeros. */
    static String number(double value) {
        String fixed = String.format(Locale.ROOT, "%.2f", value);
        String trimmed = fixed.replaceAll("0+$", "").replaceAll("\\.$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    static String escape(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    // XML 1.0 has no other control characters.
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private StringBuilder element(String name, Object... attributes) {
        text.append('<').append(name);
        for (int k = 0; k < attributes.length; k += 2) {
            Object value = attributes[k + 1];
            text.append(' ')
                    .append(attributes[k])
                    .append("=\"")
                    .append(value instanceof Double number ? number(number) : escape(String.valueOf(value)))
                    .append('"');
        }
        return text;
    }
}
