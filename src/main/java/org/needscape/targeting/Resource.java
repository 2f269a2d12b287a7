package org.needscape.targeting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What help in an area takes up, and what there is only so much of. */
public enum Resource {
    /** Pounds. */
    MONEY("limits.money", "cost", "budget", "£", ""),
    /** Families or children that workers can take on at a time. */
    CASELOAD("limits.caseload", "caseload", "caseload limit", "", ""),
    /** Children who live in the areas. */
    CHILDREN("limits.children", "number of children", "limit on children", "", " children"),
    /** Areas themselves, of which each is one; the limit is the most areas of the constraints. */
    AREAS("areasTo", "number of areas", "most areas", "", " areas");

    private final String field;
    private final String noun;
    private final String limitNoun;
    private final String prefix;
    private final String suffix;

    Resource(String field, String noun, String limitNoun, String prefix, String suffix) {
        this.field = field;
        this.noun = noun;
        this.limitNoun = limitNoun;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The word of the API: {@code money}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static Resource parse(String code) {
        for (Resource resource : values()) {
            if (resource.code().equals(code)) {
                return resource;
            }
        }
        throw new IllegalArgumentException("Choose money, caseload, children or areas, not '" + code + "'.");
    }

    /** The name of the field that holds the limit. */
    public String field() {
        return field;
    }

    /** What an area has of it, in words: cost, caseload, number of children. */
    public String noun() {
        return noun;
    }

    /** The limit in words. */
    public String limitNoun() {
        return limitNoun;
    }

    /** An amount with its unit, rounded to whole units unless it is below 10, as in £12,500. */
    public String inWords(double amount) {
        BigDecimal number = BigDecimal.valueOf(amount);
        boolean whole = Math.abs(amount) >= 10 || amount == Math.rint(amount);
        String digits = String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", number.setScale(2, RoundingMode.HALF_UP));
        return prefix + digits + suffix;
    }
}
