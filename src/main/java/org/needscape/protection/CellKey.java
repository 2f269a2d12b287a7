package org.needscape.protection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;

/**
 * Names a published count of a measure.
 *
 * @param when the period
 * @param kind what kind of place
 * @param place a code, an extent's name, or both with a group's label; of a selection how many areas it has and their hash
 */
record CellKey(String when, Kind kind, String place) {

    /** Kinds of places that counts are published for. */
    enum Kind {
        AREA,
        DISTRICT,
        EXTENT,
        GROUP,
        SELECTION
    }

    /** Names a selection: the same areas have the same name, in whatever order they come. */
    static CellKey ofSelection(Period period, Collection<AreaCode> areas) {
        List<String> codes = areas.stream().map(AreaCode::value).sorted().toList();
        // Thousands of codes would be remembered again with every release.
        return new CellKey(period.text(), Kind.SELECTION, codes.size() + " areas " + hash(codes));
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

    /** As it is remembered: one line without a line break or an equals sign before the value. */
    String text() {
        return when.replace('|', '/').replace('=', '-') + "|" + kind + "|" + place;
    }
}
