package org.needscape.journey;

/** The three kinds of area that must never be taken for one another: what is said and drawn of each, and what stands in files. */
enum Shown {
    HIDDEN(GovernedCounty.HIDDEN, Fill.SLANTED, "hidden to protect children", "suppressed", "[c]"),
    NOT_GIVEN(GovernedCounty.NOT_GIVEN, Fill.DASHED, "not available", "not-available", "[x]"),
    ZERO(GovernedCounty.ZERO, Fill.PLAIN, "0 per 10,000", "known", "0") {
        @Override
        String onMap() {
            return "0 (none)";
        }
    };

    final String code;
    final Fill fill;
    final String words;
    final String state;
    final String inCsv;

    Shown(String code, Fill fill, String words, String state, String inCsv) {
        this.code = code;
        this.fill = fill;
        this.words = words;
        this.state = state;
        this.inCsv = inCsv;
    }

    /** What the map says of it under the pointer. */
    String onMap() {
        return words;
    }
}
