package org.needscape.need;

/**
 * What to mind where several pairs of places are compared: the limits of each allow for chance in that pair alone, so about one pair in
 * twenty differs where nothing does.
 */
public final class ManyPairs {

    private static final int ONE_IN = 20;

    private ManyPairs() {}

    /** In two or three plain sentences; empty for fewer than two pairs. */
    public static String sentence(int pairs) {
        if (pairs < 2) {
            return "";
        }
        return "These are " + pairs
                + " pairs. Where nothing differs, about 1 pair in 20 differs by chance alone; among so many "
                + expected(pairs)
                + ". The pairs share places, so one unusual place shows in several of them.";
    }

    private static String expected(int pairs) {
        int least = pairs / ONE_IN;
        if (least == 0) {
            return "there are up to " + pairs + " chances in 20 that at least one does";
        }
        return "that is " + (pairs % ONE_IN == 0 ? "" + least : least + " or " + (least + 1));
    }
}
