package org.needscape.disclosure;

/** What is asked of the short texts that people write about a release, before they stand on pages and in files. */
public final class Wording {

    private Wording() {}

    /**
     * A text on one line that says something.
     *
     * @param what it is, at the beginning of a sentence, such as "The marking"
     * @param most how many characters it may have
     * @throws IllegalArgumentException when it is blank, too long or not one line; the text itself is not repeated
     */
    public static void requireLine(String what, String text, int most) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty: write something. Nothing was changed.");
        }
        requireLength(what, text, most);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " has a line break or control character: write it on one line. Nothing was changed.");
        }
    }

    /**
     * A text that may be empty or have several lines.
     *
     * @param what it is, at the beginning of a sentence, such as "The note"
     * @param most how many characters it may have
     * @throws IllegalArgumentException when it is too long or has control characters; the text itself is not repeated
     */
    public static void requireText(String what, String text, int most) {
        requireLength(what, text, most);
        if (text.chars()
                .anyMatch(character -> Character.isISOControl(character) && !Character.isWhitespace(character))) {
            throw new IllegalArgumentException(
                    what + " has a control character: write it without. Nothing was changed.");
        }
    }

    private static void requireLength(String what, String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters: write at most " + most + ". Nothing was changed.");
        }
    }
}
