package org.needscape.service;

import java.util.Locale;

/** Names as parts of addresses. */
final class Slugs {

    /** The longest. */
    static final int MOST_CHARACTERS = 60;

    private Slugs() {}

    /**
     * A name as lower-case letters, digits and single hyphens.
     *
     * @param field that the name was given in
     * @throws RejectedException when nothing is left of it
     */
    static String of(String name, String field) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), MOST_CHARACTERS));
        String slug = cut.replaceAll("^-+|-+$", "");
        if (slug.isEmpty()) {
            throw new RejectedException(field, "The " + field + " needs a letter or a digit.");
        }
        return slug;
    }
}
