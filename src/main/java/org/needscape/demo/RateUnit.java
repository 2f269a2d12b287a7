package org.needscape.demo;

/** How a circumstance is expressed. */
enum RateUnit {
    PERCENT("percent", 100),
    PER_1000("per 1,000", 1000);

    private final String words;
    private final int multiplier;

    RateUnit(String words, int multiplier) {
        this.words = words;
        this.multiplier = multiplier;
    }

    String words() {
        return words;
    }

    int multiplier() {
        return multiplier;
    }
}
