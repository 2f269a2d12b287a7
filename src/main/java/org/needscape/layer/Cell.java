package org.needscape.layer;

import org.needscape.indicator.Value;

/** What stands in a column of a layer: a number with its state, or a text. */
public sealed interface Cell {

    /** A number, or why there is none. */
    record Number(Value value) implements Cell {}

    /** A text, possibly empty. */
    record Text(String text) implements Cell {}

    static Cell of(Value value) {
        return new Number(value);
    }

    static Cell of(double number) {
        return new Number(Value.ofFinite(number));
    }

    static Cell of(String text) {
        return new Text(text);
    }
}
