package org.needscape.area;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A level and the year of its boundaries, written {@code lsoa-2011}.
 *
 * @param level the level of area
 * @param vintageYear the boundary year, 2001 to 2099
 */
public record Geography(Level level, int vintageYear) implements Comparable<Geography> {

    private static final Pattern CODE = Pattern.compile("([a-z]+)-(\\d{4})");
    private static final Pattern CODE_COLUMN =
            Pattern.compile("(?:\\uFEFF|F_)?(LSOA|MSOA|WD|LAD|CTYUA)(\\d\\d)CD", Pattern.CASE_INSENSITIVE);

    public Geography {
        if (vintageYear < 2001 || vintageYear > 2099) {
            throw new IllegalArgumentException("A boundary year is 2001 to 2099, not " + vintageYear + ".");
        }
    }

    /**
     * Reads a geography code.
     *
     * @param code such as {@code lsoa-2021} or {@code lad-2024}
     * @throws IllegalArgumentException when it is not one, with the list of what is possible
     */
    public static Geography parse(String code) {
        Matcher matcher = CODE.matcher(code.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            Optional<Level> level = Level.findByCode(matcher.group(1));
            if (level.isPresent()) {
                return new Geography(level.get(), Integer.parseInt(matcher.group(2)));
            }
        }
        throw new IllegalArgumentException(
                "Unknown geography '" + code
                        + "': use a level and a boundary year, such as lsoa-2011, lsoa-2021, msoa-2011, ward-2024, lad-2019 or ctyua-2023.");
    }

    /**
     * The geography that a code column of the Office for National Statistics names: {@code LSOA11CD} is {@code lsoa-2011}. Any
     * case, with the byte order mark or the {@code F_} that some downloads carry in front.
     */
    public static Optional<Geography> findByCodeColumn(String column) {
        Matcher matcher = CODE_COLUMN.matcher(column.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Level.findByColumnPrefix(matcher.group(1))
                .map(level -> new Geography(level, 2000 + Integer.parseInt(matcher.group(2))));
    }

    /** The code, such as {@code lsoa-2011}. */
    public String code() {
        return level.code() + "-" + vintageYear;
    }

    /** The column that holds its codes: {@code LSOA11CD}. */
    public String codeColumn() {
        return level.columnPrefix() + twoDigits() + "CD";
    }

    /** The column that holds its names: {@code LSOA11NM}. */
    public String nameColumn() {
        return level.columnPrefix() + twoDigits() + "NM";
    }

    private String twoDigits() {
        return String.format(Locale.ROOT, "%02d", vintageYear % 100);
    }

    @Override
    public int compareTo(Geography other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : Integer.compare(vintageYear, other.vintageYear);
    }

    @Override
    public String toString() {
        return code();
    }
}
