package org.needscape.geoio.table;

import java.util.OptionalDouble;

/**
 * A column of numbers.
 *
 * @param index where it stands, from 0
 * @param header its name as in the file
 * @param symbols how its cells say that there is no number
 * @param rule which numbers are possible
 */
record NumberColumn(int index, String header, SymbolProfile symbols, NumberRule rule) {

    /** Reads its cell of a row. @throws RowRefusedException when the cell cannot be understood or its number is impossible */
    CellReading read(TableRow row) {
        String cell = row.get(index);
        CellReading reading = symbols.read(cell)
                .orElseThrow(() -> new RowRefusedException(
                        header, NumberText.reasonAgainst(cell), NumberText.whatToDoAbout(cell)));
        OptionalDouble number = reading.value().number();
        if (number.isPresent() && !rule.allows(number.getAsDouble())) {
            throw new RowRefusedException(header, "The number is not " + rule.words() + ".", rule.whatToDo());
        }
        return reading;
    }
}
