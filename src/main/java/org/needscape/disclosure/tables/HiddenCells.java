package org.needscape.disclosure.tables;

import java.util.BitSet;

/** The cells that are hidden so far. Of those, the ones that everybody knows anyway are no secrets and protect nothing. */
final class HiddenCells {

    private final LinkedTables tables;
    private final BitSet hidden;
    private final int[] secretsIn;

    HiddenCells(LinkedTables tables) {
        this.tables = tables;
        this.hidden = new BitSet(tables.size());
        this.secretsIn = new int[tables.lineCount()];
    }

    void hide(int cell) {
        if (!hidden.get(cell)) {
            hidden.set(cell);
            if (!tables.isKnownToAll(cell)) {
                for (int line : tables.linesOf(cell)) {
                    secretsIn[line]++;
                }
            }
        }
    }

    boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    boolean isSecret(int cell) {
        return hidden.get(cell) && !tables.isKnownToAll(cell);
    }

    /** In how many totals a cell would be the first secret, so that another would have to follow there. */
    int linesOpened(int cell) {
        int opened = 0;
        for (int line : tables.linesOf(cell)) {
            opened += secretsIn[line] == 0 ? 1 : 0;
        }
        return opened;
    }

    /** A copy. */
    BitSet cells() {
        return (BitSet) hidden.clone();
    }
}
