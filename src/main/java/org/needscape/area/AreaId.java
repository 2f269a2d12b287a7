package org.needscape.area;

/**
 * What identifies an area: its geography and its code, never the code alone.
 *
 * @param geography level and vintage
 * @param code the publisher's code
 */
public record AreaId(Geography geography, AreaCode code) implements Comparable<AreaId> {

    @Override
    public int compareTo(AreaId other) {
        int byGeography = geography.compareTo(other.geography);
        return byGeography != 0 ? byGeography : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code + " (" + geography + ")";
    }
}
