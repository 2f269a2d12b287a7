package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.report.UnreadableFileException;

/**
 * A column of area codes, as far as its header tells: {@code LSOA11CD}, {@code lsoa21cd}, {@code F_LSOA11CD},
 * {@code LSOA code (2011)}, {@code LSOA 2021 Code}, {@code LA Code (2019 boundaries)}, {@code UTLA23CD}; {@code LSOA Code}
 * without the vintage; {@code Area Code} or {@code code} without the level.
 */
final class CodeColumn {

    private static final Pattern LEVELLED =
            Pattern.compile("(?:f )?(lsoa|msoa|wd|ward|electoral ward|lad|ltla|la|local authority district"
                    + "|local authority|ctyua|utla) ?(\\d{4}|\\d{2})? ?(?:cd|code)(?: (\\d{4})(?: boundaries)?)?");
    private static final Pattern BARE = Pattern.compile("(lsoa|msoa) ?(\\d{4}|\\d{2})?");
    private static final Pattern PLAIN = Pattern.compile("(?:area |geography |gss )?code");
    private static final Pattern NAME_OR_OTHER_CODE =
            Pattern.compile("(?:f )?[a-z]+ ?\\d\\d ?(?:cd|cdh|nm|nmw|code|name)"
                    + "|(?:lsoa|msoa|wd|ward|electoral ward|lad|ltla|la|utla|ctyua|local authority|local authority district|area|geography|region|county)"
                    + " ?(?:\\d{2}|\\d{4})? ?(?:cd|code|nm|nmw|name)?(?: \\d{4}(?: boundaries)?)?"
                    + "|name|fid|objectid|object id|globalid");

    private final int index;
    private final String header;
    private final Optional<Level> level;
    private final int year;

    private CodeColumn(int index, String header, Optional<Level> level, int year) {
        this.index = index;
        this.header = header;
        this.level = level;
        this.year = year;
    }

    /** The columns of a header that hold area codes, in the header's order. */
    static List<CodeColumn> findAll(List<String> header) {
        List<CodeColumn> found = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            parse(index, TableText.collapse(header.get(index))).ifPresent(found::add);
        }
        return found;
    }

    /**
     * The column that says which area a row is about: the one of the smallest level. It must be of the geography that the file
     * is declared as.
     *
     * @throws UnreadableFileException when there is none, or another level or vintage
     */
    static CodeColumn choose(TableHeader header, Geography declared, String fileName) {
        List<CodeColumn> all = findAll(header.names());
        Optional<Level> smallest =
                all.stream().flatMap(column -> column.level.stream()).min(Level::compareTo);
        List<CodeColumn> candidates =
                all.stream().filter(column -> column.level.equals(smallest)).toList();
        if (candidates.isEmpty()) {
            throw new UnreadableFileException(
                    fileName + " has no column of area codes: name it " + declared.codeColumn() + ".");
        }
        if (smallest.isPresent() && smallest.get() != declared.level()) {
            throw new UnreadableFileException(
                    fileName + " is about " + smallest.get().label() + " (column "
                            + candidates.get(0).header + "), but was given as " + declared
                            + ": give the geography that its rows are about.");
        }
        Optional<CodeColumn> agreeing = candidates.stream()
                .filter(column -> column.year == declared.vintageYear())
                .findFirst();
        if (agreeing.isPresent()) {
            return agreeing.get();
        }
        Optional<CodeColumn> silent =
                candidates.stream().filter(column -> !column.statesVintage()).findFirst();
        return silent.orElseThrow(() -> new UnreadableFileException(fileName + " holds codes of "
                + candidates.get(0).findGeography().map(Geography::code).orElse("another boundary year") + " (column "
                + candidates.get(0).header + "), but was given as " + declared
                + ": codes of different boundary years must not be joined, although many are the same."));
    }

    /** Whether a header names codes or names of areas of any kind, or the row numbers that map servers add. */
    static boolean isCodeOrName(String header) {
        return header.isEmpty()
                || NAME_OR_OTHER_CODE.matcher(TableText.words(header)).matches()
                || PLAIN.matcher(TableText.words(header)).matches();
    }

    /** Whether a header names codes or names of areas and could not be the name of anything else, such as of a child. */
    static boolean isOfAreas(String header) {
        String words = TableText.words(header);
        return !findAll(List.of(header)).isEmpty()
                || (NAME_OR_OTHER_CODE.matcher(words).matches() && !words.equals("name"));
    }

    int index() {
        return index;
    }

    String header() {
        return header;
    }

    boolean statesVintage() {
        return year > 0;
    }

    Optional<Level> findLevel() {
        return level;
    }

    /** Level and vintage where the header states both. */
    Optional<Geography> findGeography() {
        return level.filter(known -> statesVintage()).map(known -> new Geography(known, year));
    }

    private static Optional<CodeColumn> parse(int index, String header) {
        String words = TableText.words(header);
        Matcher matcher = LEVELLED.matcher(words);
        if (matcher.matches()) {
            String year = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            return Optional.of(new CodeColumn(index, header, Optional.of(levelOf(matcher.group(1))), yearOf(year)));
        }
        matcher = BARE.matcher(words);
        if (matcher.matches()) {
            return Optional.of(
                    new CodeColumn(index, header, Optional.of(levelOf(matcher.group(1))), yearOf(matcher.group(2))));
        }
        return PLAIN.matcher(words).matches()
                ? Optional.of(new CodeColumn(index, header, Optional.empty(), 0))
                : Optional.empty();
    }

    private static Level levelOf(String prefix) {
        return switch (prefix) {
            case "lsoa" -> Level.LSOA;
            case "msoa" -> Level.MSOA;
            case "wd", "ward", "electoral ward" -> Level.WARD;
            case "ctyua", "utla" -> Level.CTYUA;
            default -> Level.LAD;
        };
    }

    /** The boundary year in four digits, 0 where none is stated or it cannot be one. */
    private static int yearOf(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        int year = digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
        return year >= 2001 && year <= 2099 ? year : 0;
    }
}
