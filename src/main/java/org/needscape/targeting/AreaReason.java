package org.needscape.targeting;

import java.util.List;
import org.needscape.area.AreaCode;

/**
 * Why an area is in a set, or out of it.
 *
 * @param code whose
 * @param chosen whether it is in
 * @param reason the kind of reason
 * @param displaced which areas would go out if this one came in, by code; empty where that is not the reason
 * @param needLost by how much the need reached would fall then, in the unit of need; below 0 where it would rise, 0 where nothing is
 *     displaced
 * @param sentence the reason for people
 */
public record AreaReason(
        AreaCode code, boolean chosen, Reason reason, List<AreaCode> displaced, double needLost, String sentence) {

    public AreaReason {
        displaced = List.copyOf(displaced);
    }

    /** Kinds of reasons. */
    public enum Reason {
        /** In by the board's word. */
        MUST_HAVE,
        /** In: without it the piece it is in falls apart, into too many or too small ones. */
        JOINS_OTHERS,
        /** In: without it the piece it is in hangs together, but has too few areas. */
        FILLS_PIECE,
        /** In: a better set without it was not found. */
        BRINGS_NEED,
        /** Out by the board's word. */
        MUST_NOT,
        /** Out because its need, or its cost of something limited, is not known. */
        NOT_KNOWN,
        /** Out because it would come in only if others went, which reach as much need or more. */
        DISPLACES_OTHERS,
        /** Out because it takes more than is left of a limit, and no others were found whose going would let it in. */
        NOT_WITHIN_LIMITS,
        /** Out because numbers, pieces or floors do not let it in beside the others. */
        NOT_BESIDE_THE_OTHERS,
        /** Out because it would bring no need. */
        BRINGS_NOTHING,
        /** Out though it reaches more need than the others that it would displace: the set could be better. */
        BETTER_THAN_OTHERS,
        /** Out though it could come in beside the others: the set could be better. */
        FITS_BESIDE_THE_OTHERS
    }
}
