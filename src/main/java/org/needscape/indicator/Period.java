package org.needscape.indicator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a number is about, in its publisher's words: {@code 2020}, {@code mid-2019}, {@code 2015/16-2016/17}.
 *
 * @param text not blank, at most 60 characters
 */
public record Period(String text) implements Comparable<Period> {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d|19\\d\\d)(?!\\d)");

    public Period {
        text = text.strip();
        if (text.isEmpty() || text.length() > 60) {
            throw new IllegalArgumentException(
                    "A period has 1 to 60 characters, such as 2020 or mid-2019, not '" + text + "'.");
        }
    }

    /** The period as part of an address: lower-case letters, digits and single hyphens. */
    public String slug() {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "period" : slug;
    }

    /** The first calendar year named in it, if any. */
    public Optional<Integer> findYear() {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    @Override
    public int compareTo(Period other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
