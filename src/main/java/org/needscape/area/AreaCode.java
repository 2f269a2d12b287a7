package org.needscape.area;

import java.util.regex.Pattern;

/**
 * The code of an area as its publisher writes it, such as {@code E01029345}. It identifies an area only together with a
 * {@link Geography}: see {@link AreaId}.
 *
 * @param value 1 to 32 letters, digits, full stops, underscores or hyphens; surrounding blanks are not allowed
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final int MOST_CHARACTERS = 32;
    private static final Pattern FICTIONAL = Pattern.compile("E(?!99)\\d\\d999\\d{3}");

    public AreaCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Not an area code: '" + value + "'. A code has 1 to 32 letters or digits.");
        }
    }

    /**
     * Whether the code belongs to the fictional demonstration county. Its codes are {@code Exx999nnn}, a block that no
     * published register uses (the pseudo code E99999999, "not applicable", is not part of it), so that fictional data can be
     * told from real data by itself, wherever a file ends up.
     */
    public boolean isFictional() {
        return FICTIONAL.matcher(value).matches();
    }

    /** Whether a text could be an area code at all. */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (!isAllowed(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '_'
                || character == '-';
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
