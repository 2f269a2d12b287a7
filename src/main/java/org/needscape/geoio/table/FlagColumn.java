package org.needscape.geoio.table;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.indicator.ValueFlag;

/**
 * The column {@code flag} of a table of counts, for what the county says about its numbers: {@code b} for a break in series
 * (from this period on something else is counted), {@code e} estimated, {@code r} revised, {@code u} low confidence; several with
 * blanks or commas between them, none in an empty cell.
 */
final class FlagColumn {

    private static final Map<String, ValueFlag> LETTERS = Map.of(
            "b", ValueFlag.BREAK_IN_SERIES,
            "e", ValueFlag.ESTIMATED,
            "r", ValueFlag.REVISED,
            "u", ValueFlag.LOW_CONFIDENCE);

    private final int index;
    private final String name;

    private FlagColumn(int index, String name) {
        this.index = index;
        this.name = name;
    }

    static Optional<FlagColumn> find(TableHeader header) {
        return header.find("flag", "flags").map(index -> new FlagColumn(index, header.name(index)));
    }

    int index() {
        return index;
    }

    String header() {
        return name;
    }

    /** What a row's flags say besides what its number says itself. @throws RowRefusedException for an unknown one */
    CellReading read(TableRow row, CellReading count) {
        String cell = row.get(index);
        if (cell.isEmpty()) {
            return count;
        }
        Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
        flags.addAll(count.flags());
        for (String letter : TableText.key(cell).split("[ ,;]+", -1)) {
            ValueFlag flag = LETTERS.get(letter);
            if (flag == null) {
                throw new RowRefusedException(
                        name,
                        "The flag is not known.",
                        "Write b for a break in series, e for estimated, r for revised or u for low confidence.");
            }
            flags.add(flag);
        }
        return new CellReading(count.value(), flags);
    }
}
