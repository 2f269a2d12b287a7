package org.needscape.authority;

import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;

/**
 * A council with duties for children, a region or the country.
 *
 * @param code in the register of the Office for National Statistics, such as E10000031
 * @param name as published, not blank
 * @param level how much of the country it is
 * @param region the code of the region that it lies in, where known; none for a region or the country
 * @param number the three digits by which the Department for Education knows a council, or an empty text. It stays when only the code
 *     changes, which tells that two codes are one place
 */
public record Authority(AreaCode code, String name, AuthorityLevel level, Optional<AreaCode> region, String number) {

    private static final Pattern NUMBER = Pattern.compile("\\d{3}|");
    private static final int LONGEST_NAME = 200;

    public Authority {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The name of an authority has 1 to " + LONGEST_NAME + " characters, not '" + name + "'.");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "The Department for Education's number of an authority has three digits, not '" + number + "'.");
        }
    }

    /** A council of which neither region nor number is known. */
    public static Authority of(AreaCode code, String name) {
        return new Authority(code, name, AuthorityLevel.AUTHORITY, Optional.empty(), "");
    }

    /** Whether it is invented: real and fictional authorities are never compared. */
    public boolean isFictional() {
        return code.isFictional();
    }
}
