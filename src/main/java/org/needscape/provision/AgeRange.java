package org.needscape.provision;

import java.util.OptionalInt;

/**
 * Ages that a service is for, in completed years. Both ends count: 0 to 5 are children until the day they turn six.
 *
 * @param from the first year of age, 0 to 120
 * @param to the last one, at least {@code from} and at most 120; empty for no upper age
 */
public record AgeRange(int from, OptionalInt to) {

    /** The oldest age that anything is for. */
    public static final int OLDEST = 120;

    /** @throws IllegalArgumentException when an age is out of range or the last is before the first */
    public AgeRange {
        if (from < 0 || from > OLDEST || to.orElse(from) < from || to.orElse(from) > OLDEST) {
            throw new IllegalArgumentException("Ages run from 0 to " + OLDEST + " and upwards, not from " + from
                    + " to " + (to.isPresent() ? to.getAsInt() : "none") + ".");
        }
    }

    /** From an age to another, both counted. */
    public static AgeRange of(int from, int to) {
        return new AgeRange(from, OptionalInt.of(to));
    }

    /** From an age on, without an end. */
    public static AgeRange from(int from) {
        return new AgeRange(from, OptionalInt.empty());
    }

    /** Whether it is for people of an age in completed years. */
    public boolean contains(int age) {
        return age >= from && age <= to.orElse(Integer.MAX_VALUE);
    }

    /** Whether any age is in both: those from {@code first} to {@code last}, both counted. */
    public boolean overlaps(int first, int last) {
        return from <= last && to.orElse(Integer.MAX_VALUE) >= first;
    }

    /** Such as {@code 0 to 5}, {@code 16 and over} or {@code 7}. */
    public String words() {
        if (to.isEmpty()) {
            return from + " and over";
        }
        return to.getAsInt() == from ? Integer.toString(from) : from + " to " + to.getAsInt();
    }
}
