package org.needscape.area;

import java.util.Locale;
import java.util.Optional;

/** The level of a geography, with the prefix that the Office for National Statistics gives its code columns. */
public enum Level {
    LSOA("LSOA", "small areas"),
    MSOA("MSOA", "middle-layer areas"),
    WARD("WD", "wards"),
    LAD("LAD", "districts"),
    CTYUA("CTYUA", "counties and unitary authorities");

    private final String columnPrefix;
    private final String label;

    Level(String columnPrefix, String label) {
        this.columnPrefix = columnPrefix;
        this.label = label;
    }

    /** What code columns begin with: {@code LSOA} in {@code LSOA11CD}, {@code WD} in {@code WD24CD}. */
    public String columnPrefix() {
        return columnPrefix;
    }

    /** The plural used on pages. */
    public String label() {
        return label;
    }

    /** The word used in geography codes: {@code lsoa}, {@code ward}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> findByCode(String code) {
        for (Level level : values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    static Optional<Level> findByColumnPrefix(String prefix) {
        for (Level level : values()) {
            if (level.columnPrefix.equalsIgnoreCase(prefix)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
