package org.needscape.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.NotComputed;

/** From where on an area counts as high on a measure: by its place among all areas of which the measure is known. */
public enum HighShare {
    /** One of the fifth of areas with most need. */
    FIFTH("highest-fifth", "highest-need fifth", 5),
    /** One of the tenth of areas with most need. */
    TENTH("highest-tenth", "highest-need tenth", 10);

    private final String code;
    private final String title;
    private final int parts;

    HighShare(String code, String title, int parts) {
        this.code = code;
        this.title = title;
        this.parts = parts;
    }

    /**
     * The share of a code.
     *
     * @throws IllegalArgumentException when there is none, naming those that there are
     */
    public static HighShare parse(String code) {
        return Arrays.stream(values())
                .filter(share -> share.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Say highest-fifth or highest-tenth, not " + code + "."));
    }

    /** The word of the API. */
    public String code() {
        return code;
    }

    /** Its name, within a sentence. */
    public String title() {
        return title;
    }

    /**
     * Flags the n / parts highest of n known values, rounded up, and all that equal the lowest of these.
     *
     * @param values higher for more need
     * @return 1 or 0 where the value is known, and elsewhere why it is not; empty without known values, and where equal values would flag
     *     more than half of the areas, so that being flagged would say nothing
     */
    public Optional<AreaValues> flags(AreaValues values) {
        double[] known = IntStream.range(0, values.size())
                .filter(values::isKnown)
                .mapToDouble(values::get)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        double threshold = known[known.length - 1 - (known.length - 1) / parts];
        AreaValues.Builder flags = new AreaValues.Builder(values.size());
        int flagged = 0;
        for (int area = 0; area < values.size(); area++) {
            if (values.isKnown(area)) {
                boolean isHigh = values.get(area) >= threshold;
                flagged += isHigh ? 1 : 0;
                flags.known(area, isHigh ? 1 : 0);
            } else {
                flags.unknown(area, values.reason(area).orElse(NotComputed.MISSING));
            }
        }
        return 2 * flagged > known.length ? Optional.empty() : Optional.of(flags.build());
    }

    /**
     * Where all flags are 1 together.
     *
     * @param flags at least one, each over the same areas
     * @return 1 where all are 1, 0 where all are known and one is 0; elsewhere why one of them is not known
     */
    public static AreaValues all(List<AreaValues> flags) {
        int size = flags.get(0).size();
        AreaValues.Builder all = new AreaValues.Builder(size);
        for (int area = 0; area < size; area++) {
            int each = area;
            Optional<NotComputed> unknown =
                    flags.stream().flatMap(one -> one.reason(each).stream()).findFirst();
            if (unknown.isPresent()) {
                all.unknown(area, unknown.get());
            } else {
                all.known(area, flags.stream().allMatch(one -> one.get(each) == 1) ? 1 : 0);
            }
        }
        return all.build();
    }
}
