package org.needscape.targeting;

import org.needscape.area.AreaCode;

/**
 * Why an area is in a set, or out of it.
 *
 * @param code whose
 * @param chosen whether it is in
 * @param reason the kind of reason
 * @param sentence the reason for people
 */
public record AreaReason(AreaCode code, boolean chosen, Reason reason, String sentence) {

    /** Kinds of reasons. */
    public enum Reason {
        /** In by the board's word. */
        MUST_HAVE,
        /** In though it brings little for its cost: without it the areas fall into too many or too small pieces. */
        JOINS_OTHERS,
        /** In: a better set without it was not found. */
        BRINGS_NEED,
        /** Out by the board's word. */
        MUST_NOT,
        /** Out because its need, or its cost of something limited, is not known. */
        NOT_KNOWN,
        /** Out because the limits leave too little for it beside the others. */
        NOT_WITHIN_LIMITS,
        /** Out because numbers, pieces or floors do not let it in beside the others. */
        NOT_BESIDE_THE_OTHERS,
        /** Out because it would bring no need. */
        BRINGS_NOTHING
    }
}
