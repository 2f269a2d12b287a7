package org.needscape.cooccurrence;

import java.util.List;
import java.util.Optional;
import org.needscape.stats.TwoByTwo;

/** Why there is no figure for how factors go together. */
public enum NoAssociation {
    /** Nothing was counted of which all the factors are known. */
    NOTHING_KNOWN("of none are all these factors known"),
    /** A factor was found nowhere: it cannot be found with another more or less often than by chance. */
    FACTOR_NOWHERE("one of these factors was found nowhere"),
    /** A factor was found everywhere: it is with another exactly as often as that is found. */
    FACTOR_EVERYWHERE("one of these factors was found everywhere"),
    /** Each factor is there and missing, but one of the four combinations of two factors was not found. */
    EMPTY_CELL("one of the combinations of these two factors was not found");

    private final String words;

    NoAssociation(String words) {
        this.words = words;
    }

    /** The reason, to go on with after "because". */
    public String words() {
        return words;
    }

    /** Why a lift does not exist; empty where it does. */
    static Optional<NoAssociation> ofLift(List<Long> having, long of) {
        if (of == 0) {
            return Optional.of(NOTHING_KNOWN);
        }
        if (having.contains(0L)) {
            return Optional.of(FACTOR_NOWHERE);
        }
        return having.contains(of) ? Optional.of(FACTOR_EVERYWHERE) : Optional.empty();
    }

    /** Why an odds ratio does not exist; empty where it does. */
    static Optional<NoAssociation> ofOddsRatio(TwoByTwo table) {
        Optional<NoAssociation> factor = ofLift(List.of(table.havingFirst(), table.havingSecond()), table.total());
        boolean full = table.both() > 0 && table.firstOnly() > 0 && table.secondOnly() > 0 && table.neither() > 0;
        return factor.isPresent() || full ? factor : Optional.of(EMPTY_CELL);
    }
}
