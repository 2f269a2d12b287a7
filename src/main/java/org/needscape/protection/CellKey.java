package org.needscape.protection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.indicator.Period;

/**
 * Names a published count of a measure.
 *
 * @param when the period
 * @param kind what kind of place
 * @param place a code, an extent's name, or both with a group's label; of a selection how many areas it has
 * @param areas the {@linkplain #nameOf name} of the areas that the count is the sum of, so that the sum of other areas of the same
 *     place is another count; empty for a small area by itself
 */
record CellKey(String when, Kind kind, String place, String areas) {

    private static final int NAME_DIGITS = 16;
    private static final String BETWEEN = "|";
    private static final Pattern TO_ESCAPE = Pattern.compile("[|=%\\p{Cntrl}\u0085\u2028\u2029]");

    /** Kinds of places that counts are published for. */
    enum Kind {
        AREA,
        DISTRICT,
        EXTENT,
        GROUP,
        SELECTION,
        /** A part of a place's count: the children of one category. */
        CATEGORY
    }

    /** Names the count of a small area. */
    static CellKey ofArea(Period period, AreaCode code) {
        return new CellKey(period.text(), Kind.AREA, code.value(), "");
    }

    /** Names the sum of areas. */
    static CellKey ofSum(Period period, Kind kind, String place, Collection<AreaCode> areas) {
        return new CellKey(period.text(), kind, place, nameOf(areas));
    }

    /** Names the count of a district as the sum of areas. */
    static CellKey ofDistrict(Period period, AreaId district, Collection<AreaCode> areas) {
        return ofSum(period, Kind.DISTRICT, district.geography() + " " + district.code(), areas);
    }

    /** Names a selection: the same areas have the same name, in whatever order they come. */
    static CellKey ofSelection(Period period, Collection<AreaCode> areas) {
        return ofSum(period, Kind.SELECTION, areas.size() + " areas", areas);
    }

    /** Names the part of this count that belongs to a category. */
    CellKey category(String category) {
        return new CellKey(when, Kind.CATEGORY, place + ", " + escaped(category), areas);
    }

    /** Names a set of areas: the same areas have the same name, in whatever order they come. */
    static String nameOf(Collection<AreaCode> areas) {
        // Thousands of codes would be remembered again with every release.
        return hash(areas.stream().map(AreaCode::value).sorted().toList()).substring(0, NAME_DIGITS);
    }

    /** SHA-256 of texts, each on a line of its own. */
    static String hash(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** As it is remembered: one line without an equals sign. */
    String text() {
        String name = escaped(when) + BETWEEN + kind + BETWEEN + place;
        return areas.isEmpty() ? name : name + BETWEEN + areas;
    }

    /** What {@link #text} was made from, if it is of a period. */
    static Optional<CellKey> parse(String text, Period period) {
        String[] parts = text.split(Pattern.quote(BETWEEN), -1);
        return parts[0].equals(escaped(period.text()))
                ? Optional.of(
                        new CellKey(period.text(), Kind.valueOf(parts[1]), parts[2], parts.length > 3 ? parts[3] : ""))
                : Optional.empty();
    }

    /** Words from a file without what separates names, and so that no two of them become the same. */
    private static String escaped(String words) {
        return TO_ESCAPE
                .matcher(words)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "%%%04x", (int) match.group().charAt(0)));
    }
}
