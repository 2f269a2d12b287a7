package org.needscape.layer;

import java.util.Locale;
import org.needscape.indicator.ValueState;

/**
 * The colours of layers. Darker is more need everywhere, in one ramp of ten steps; red is kept for hotspots. Lightness falls
 * steadily along the ramp, so it also reads in grey and for colour-blind people. What is not known has greys of its own, one for each
 * reason, so that a hidden area is taken neither for one without data nor for a step of the ramp.
 */
public final class Ramp {

    /** An area that is part of a higher cluster. */
    public static final String HOT = "#b3261e";

    /** An area that is unlike its neighbours. */
    public static final String OUTLIER = "#d9a03f";

    /** An area that is part of a lower cluster. */
    public static final String COLD = "#7fa8c9";

    /** An area that a test found nothing about. */
    public static final String NOT_SIGNIFICANT = "#e9edf2";

    /** An area that no test was made for. */
    public static final String NOT_COMPUTED = "#c9ced6";

    /** More need than most and less help than similar areas. These four differ in lightness too, this one darkest. */
    public static final String MORE_NEED_LESS_HELP = "#3a0f55";

    /** More need than most and more help than similar areas. */
    public static final String MORE_NEED_MORE_HELP = "#1f7a8c";

    /** Less need than most and more help than similar areas. */
    public static final String LESS_NEED_MORE_HELP = "#dcae45";

    /** Less need than most and less help than similar areas. */
    public static final String LESS_NEED_LESS_HELP = "#f3efd6";

    /** An area that a board chose; darker than the rest of its district, which is darker than all others. */
    public static final String TARGET = "#6a1b6e";

    /** Another area of the board's district. */
    public static final String TARGET_DISTRICT = "#cdb7d6";

    private static final int[] ANCHORS = {0x0b2545, 0x25819b, 0x93cfb0, 0xf6f9df};
    private static final int[] UNSURE = {0x4a6a8a, 0xe9edf2};
    private static final int STEPS = 10;

    private Ramp() {}

    /**
     * The colour of a class, evenly spaced along the ramp.
     *
     * @param index 1 for most need
     * @param of how many classes there are, 1 to 10
     * @return {@code #rrggbb}
     */
    public static String colour(int index, int of) {
        if (of < 1 || of > STEPS || index < 1 || index > of) {
            throw new IllegalArgumentException("No colour " + index + " of " + of + ".");
        }
        double position = of == 1 ? 0 : (index - 1) * (ANCHORS.length - 1) / (double) (of - 1);
        int from = (int) Math.min(ANCHORS.length - 2, Math.floor(position));
        return hex(ANCHORS[from], ANCHORS[from + 1], position - from);
    }

    /**
     * The colour of a class of how unsure something is: blue-greys that are no step of the ramp, because unsure is not more need.
     *
     * @param index 1 for most unsure
     * @param of how many classes there are, 1 to 10
     * @return {@code #rrggbb}
     */
    public static String unsure(int index, int of) {
        if (of < 1 || of > STEPS || index < 1 || index > of) {
            throw new IllegalArgumentException("No colour " + index + " of " + of + ".");
        }
        double pale = of == 1 ? 0 : (index - 1) / (double) (of - 1);
        return hex(UNSURE[0], UNSURE[1], pale);
    }

    /**
     * The colour of an area whose value is not known, each state its own; from dark to pale: hidden, rounds to zero, not available,
     * does not apply. Pages draw patterns instead.
     *
     * @param state any but known
     * @return {@code #rrggbb}
     */
    public static String colour(ValueState state) {
        return switch (state) {
            case SUPPRESSED -> "#6b6470";
            case LOW -> "#938c84";
            case NOT_AVAILABLE -> "#b7b3b9";
            case NOT_APPLICABLE -> "#dad6d0";
            case KNOWN -> throw new IllegalArgumentException("A known value has the colour of its class.");
        };
    }

    /** A colour between two, 0 for the first and 1 for the second. */
    private static String hex(int first, int second, double share) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                mix(first, second, 16, share),
                mix(first, second, 8, share),
                mix(first, second, 0, share));
    }

    private static int mix(int first, int second, int shift, double share) {
        int low = first >> shift & 0xff;
        int high = second >> shift & 0xff;
        return (int) Math.round(low + (high - low) * share);
    }
}
