package org.needscape.cooccurrence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The level of need that help answers, 1 to 4. */
public enum SupportLevel {
    UNIVERSAL(1, "universal"),
    ADDITIONAL(2, "additional"),
    MULTIPLE(3, "multiple"),
    ACUTE(4, "acute");

    private final int number;
    private final String word;

    SupportLevel(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** For people, such as "level 3, multiple need". */
    public String label() {
        return "level " + number + ", " + word + " need";
    }

    /** The labels of all, from the first level to the fourth. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(SupportLevel::label).toList();
    }

    /** Reads 1 to 4, "level 1" or "tier 1", and the names with or without "need"; empty for anything else. */
    public static Optional<SupportLevel> find(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("^(level|tier) ?|( needs?)$", "");
        return Arrays.stream(values())
                .filter(level -> plain.equals(level.word) || plain.equals(Integer.toString(level.number)))
                .findFirst();
    }
}
