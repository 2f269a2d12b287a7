package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needscape.indicator.ValueState;

/** How a board pack says what a revision holds, in the words of the page of target areas. */
final class TargetPackWords {

    static final String NOT_KNOWN = "not known";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final double PERCENT = 100;
    private static final double LEAST_CHANCE = 0.005;

    private TargetPackWords() {}

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static String orNone(String text, String none) {
        return text.isEmpty() ? none : text;
    }

    /** @param iso a day such as {@code 2027-09-30}, or empty */
    static String day(String iso, String none) {
        return iso.isEmpty() ? none : LocalDate.parse(iso).format(DAY);
    }

    static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.asText()));
        return String.join(", ", all);
    }

    /** A number with at most one decimal, or words. */
    static String number(JsonNode node) {
        if (!node.isNumber()) {
            return NOT_KNOWN;
        }
        double value = node.doubleValue();
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,d", Math.round(value))
                : String.format(Locale.UK, "%,.1f", value);
    }

    /** A number of children, whole, or why there is none. */
    static String children(JsonNode node) {
        return node.isNumber()
                ? String.format(Locale.UK, "%,d", Math.round(node.doubleValue()))
                : ValueState.NOT_AVAILABLE.words();
    }

    /** A share, 0 to 1, as a percentage with one decimal. */
    static String share(JsonNode share) {
        return share.isNumber() ? String.format(Locale.UK, "%.1f %%", PERCENT * share.doubleValue()) : "not given";
    }

    /** A chance, 0 to 1, of a hundred; one that rounds to none or to all of them is said to be below or above. */
    static String chance(JsonNode chance) {
        if (!chance.isNumber()) {
            return NOT_KNOWN;
        }
        double value = chance.doubleValue();
        if (value > 0 && value < LEAST_CHANCE) {
            return "below 1 in 100";
        }
        return value < 1 && value >= 1 - LEAST_CHANCE ? "above 99 in 100" : Math.round(PERCENT * value) + " in 100";
    }
}
