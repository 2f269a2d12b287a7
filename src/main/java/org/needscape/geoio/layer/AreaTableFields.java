package org.needscape.geoio.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.indicator.Value;
import org.needscape.layer.AreaTable;
import org.needscape.layer.Cell;
import org.needscape.layer.LayerColumn;

/**
 * What stands in each record of a file made of a table of areas: the code, its columns, and behind each column of numbers that has one
 * which is not known, {@code COLUMN_state} that says why; in fictional tables {@code fictional}. An unknown number is left out, never 0.
 */
final class AreaTableFields {

    private static final int MAX_NAME_LENGTH = 10;
    private static final int MOST_DECIMALS = 9;

    private final AreaTable table;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> shortNames = new HashSet<>();

    /**
     * One field.
     *
     * @param name in GeoJSON and GeoPackage
     * @param shortName in shapefiles
     * @param label what it is, for people
     * @param unit of its numbers, or empty
     * @param isNumber whether it holds numbers, else texts
     * @param value a {@link Double}, a {@link String}, or empty where a number is not known
     */
    record Field(
            String name,
            String shortName,
            String label,
            String unit,
            boolean isNumber,
            Function<AreaTable.Row, Optional<Object>> value) {}

    AreaTableFields(AreaTable table) {
        this.table = table;
        text("code", "CODE", "Area code", row -> row.code().value());
        for (int k = 0; k < table.columns().size(); k++) {
            add(table.columns().get(k), k);
        }
        if (table.isFictional()) {
            text("fictional", "FICTIONAL", "Fictional data", row -> LayerExport.FICTIONAL);
        }
    }

    List<Field> list() {
        return fields;
    }

    /** The field of a shapefile, wide enough for every number with as many of nine decimals as fit. */
    DbfField dbf(Field field) {
        if (!field.isNumber()) {
            int longest = table.rows().stream()
                    .mapToInt(row ->
                            String.valueOf(field.value().apply(row).orElse("")).getBytes(StandardCharsets.UTF_8).length)
                    .max()
                    .orElse(1);
            return DbfField.text(field.shortName(), Math.max(1, Math.min(longest, DbfField.MAX_TEXT_BYTES)));
        }
        int wholeDigits = 1;
        int decimals = 0;
        for (AreaTable.Row row : table.rows()) {
            if (field.value().apply(row).orElse("") instanceof Double number) {
                BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
                // One more than there are, for the sign.
                wholeDigits = Math.max(wholeDigits, exact.precision() - exact.scale() + 1);
                decimals = Math.max(decimals, Math.min(exact.scale(), MOST_DECIMALS));
            }
        }
        int room = Math.max(0, DbfField.MAX_NUMBER_LENGTH - 1 - Math.max(2, wholeDigits));
        int kept = Math.min(decimals, room);
        return DbfField.number(field.shortName(), DbfField.MAX_NUMBER_LENGTH, kept);
    }

    /** A number as it fits a field. */
    static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    private void add(LayerColumn column, int index) {
        if (column.type() == LayerColumn.Type.TEXT) {
            text(
                    column.name(),
                    column.shortName(),
                    column.label(),
                    row -> row.cells().get(index) instanceof Cell.OfText text ? text.text() : "");
            return;
        }
        Function<AreaTable.Row, Value> value =
                row -> row.cells().get(index) instanceof Cell.OfNumber number ? number.value() : Value.notAvailable();
        fields.add(new Field(
                column.name(),
                free(column.shortName(), ""),
                column.label(),
                column.unit(),
                true,
                row -> value.apply(row).number().stream()
                        .mapToObj(number -> (Object) number)
                        .findFirst()));
        if (table.rows().stream().anyMatch(row -> !value.apply(row).isKnown())) {
            fields.add(new Field(
                    LayerExport.stateName(column),
                    free(column.shortName(), "_S"),
                    "Whether " + column.label() + " is known",
                    "",
                    false,
                    row -> Optional.of(value.apply(row).state().code())));
        }
    }

    private void text(String name, String shortName, String label, Function<AreaTable.Row, String> value) {
        fields.add(new Field(name, free(shortName, ""), label, "", false, row -> Optional.of(value.apply(row))));
    }

    private String free(String wanted, String ending) {
        String candidate = join(wanted, ending);
        for (int k = 1; !shortNames.add(candidate.toUpperCase(Locale.ROOT)); k++) {
            candidate = join(wanted, ending + "_" + k);
        }
        return candidate;
    }

    private static String join(String start, String ending) {
        return start.substring(0, Math.min(start.length(), MAX_NAME_LENGTH - ending.length())) + ending;
    }
}
