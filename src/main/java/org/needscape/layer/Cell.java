package org.needscape.layer;

import org.needscape.indicator.Value;

/** What stands in a column of a layer: a number with its state, or a text. */
public sealed interface Cell {

    /** A number, or why there is none. */
    record OfNumber(Value value) implements Cell {}

    /** A text, possibly empty. */
    record OfText(String text) implements Cell {}

    static Cell of(Value value) {
        return new OfNumber(value);
    }

    static Cell of(double number) {
        return new OfNumber(Value.ofFinite(number));
    }

    static Cell of(String text) {
        return new OfText(text);
    }
}
