package org.needscape.geoio.shapefile;

import java.util.regex.Pattern;

/**
 * A field of a shapefile's attribute table.
 *
 * @param name 1 to 10 letters, digits and underscores, beginning with a letter; the format holds no more
 * @param type text or number
 * @param length bytes in the table: 1 to 254 for text, 1 to 18 for a number, its sign and point included
 * @param decimals digits after the point of a number, 0 for text
 */
public record DbfField(String name, Type type, int length, int decimals) {

    /** The longest text the format holds, in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 254;

    /** The longest number that other readers take without loss. */
    public static final int MAX_NUMBER_LENGTH = 18;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,9}");

    /** What a field holds, with the letter that says so in the table. */
    public enum Type {
        TEXT('C'),
        NUMBER('N');

        private final char letter;

        Type(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }
    }

    public DbfField {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a field name of a shapefile: '" + name + "'.");
        }
        int longest = type == Type.TEXT ? MAX_TEXT_BYTES : MAX_NUMBER_LENGTH;
        if (length < 1 || length > longest) {
            throw new IllegalArgumentException(
                    "Field " + name + " has length " + length + "; possible is 1 to " + longest + ".");
        }
        if (decimals < 0 || (decimals > 0 && (type == Type.TEXT || decimals > length - 2))) {
            throw new IllegalArgumentException(
                    "Field " + name + " of length " + length + " cannot have " + decimals + " decimals.");
        }
    }

    /** A text of at most so many bytes of UTF-8; a longer one is cut at a character's border. */
    public static DbfField text(String name, int bytes) {
        return new DbfField(name, Type.TEXT, bytes, 0);
    }

    /** A whole number of at most so many digits, the sign included. */
    public static DbfField wholeNumber(String name, int digits) {
        return new DbfField(name, Type.NUMBER, digits, 0);
    }

    /** A number of at most so many characters, sign and point included, with a fixed count of decimals. */
    public static DbfField number(String name, int length, int decimals) {
        return new DbfField(name, Type.NUMBER, length, decimals);
    }
}
