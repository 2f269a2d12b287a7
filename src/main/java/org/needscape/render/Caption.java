package org.needscape.render;

import java.util.ArrayList;
import java.util.List;

/** A text under a chart, in lines that fit its width of 360 pixels; a word that is longer than a line is cut. */
final class Caption {

    private static final double LINE = 16;
    private static final int LINE_CHARACTERS = 50;

    private final List<String> lines = new ArrayList<>();

    Caption(String text) {
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = rest.length();
            if (end > LINE_CHARACTERS) {
                int blank = rest.lastIndexOf(' ', LINE_CHARACTERS);
                end = blank > 0 ? blank : LINE_CHARACTERS;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
    }

    /** How many pixels it takes; 0 without a text. */
    double height() {
        return lines.size() * LINE;
    }

    /** Draws it with its first line standing at {@code y}. */
    void draw(SvgText svg, double x, double y) {
        for (int k = 0; k < lines.size(); k++) {
            svg.leaf("text", lines.get(k), "x", x, "y", y + k * LINE, "font-size", 12);
        }
    }
}
