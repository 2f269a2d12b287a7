package org.needscape.render;

/** How much room a text takes, estimated for the widest of the usual system fonts, because the reader's own is not known. */
final class TextSize {

    private static final double WIDTH_PER_CHARACTER = 0.58;

    private TextSize() {}

    /** The width of a text in pixels. */
    static double width(String text, double fontSize) {
        return text.codePointCount(0, text.length()) * fontSize * WIDTH_PER_CHARACTER;
    }

    /** The text, or as much of its beginning as fits a width, followed by an ellipsis. */
    static String cut(String text, double widthPixels, double fontSize) {
        int most = (int) Math.floor(widthPixels / (fontSize * WIDTH_PER_CHARACTER) + 1e-9);
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, Math.max(most - 1, 0));
        return text.substring(0, end).strip() + "\u2026";
    }
}
