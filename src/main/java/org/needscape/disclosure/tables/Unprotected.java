package org.needscape.disclosure.tables;

import java.util.BitSet;

/**
 * Hidden cells that are not proven to be wide enough and for which nothing is left to hide.
 *
 * @param allHidden all that they are tied to is hidden, so that it may change with them: they are safe
 * @param harmless they were hidden to protect others only, and what everybody knows from earlier tells them: that tells nothing of
 *     few people
 * @param exposed they must not be told, and what everybody knows from earlier tells too much of them
 */
record Unprotected(BitSet allHidden, BitSet harmless, BitSet exposed) {

    Unprotected() {
        this(new BitSet(), new BitSet(), new BitSet());
    }
}
