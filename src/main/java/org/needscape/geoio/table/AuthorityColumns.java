package org.needscape.geoio.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityLevel;

/**
 * Who a row of the Department for Education's files is about. Its columns stand in any order: {@code la_name} and {@code new_la_code}
 * change places between files, and a tidy table gives the code of every level as {@code new_la_code}.
 */
final class AuthorityColumns {

    private static final Pattern CODE = Pattern.compile("E\\d{8}");
    private static final Pattern NUMBER = Pattern.compile("\\d{3}");

    private final TableHeader header;

    AuthorityColumns(TableHeader header) {
        this.header = header;
    }

    static boolean areIn(TableHeader header) {
        return header.find("time_period").isPresent()
                && header.find("geographic_level").isPresent()
                && header.find("new_la_code").isPresent()
                && header.find("la_name").isPresent();
    }

    /** @throws RowRefusedException when the row is about none */
    Authority read(TableRow row) {
        AuthorityLevel level = level(row);
        Optional<AreaCode> region = code(cell(row, "region_code"));
        String number = cell(row, "old_la_code");
        return switch (level) {
            case COUNTRY -> named(row, level, "country_code", "country_name");
            case REGION -> named(row, level, "region_code", "region_name");
            case AUTHORITY, DISTRICT ->
                new Authority(
                        required(row, "new_la_code"),
                        name(row, "la_name"),
                        level,
                        region,
                        NUMBER.matcher(number).matches() ? number : "");
        };
    }

    /** An authority by a code alone; of no level known a district by its code. */
    static Authority of(AreaCode code, String name) {
        AuthorityLevel level = code.value().startsWith("E07") ? AuthorityLevel.DISTRICT : AuthorityLevel.AUTHORITY;
        return new Authority(code, name, level, Optional.empty(), "");
    }

    /** The code in a cell, whatever its case. @throws RowRefusedException when it is no code of a council */
    static AreaCode readCode(TableRow row, int column, String header) {
        return code(row.get(column))
                .orElseThrow(() -> new RowRefusedException(
                        header,
                        "The cell has no code of an authority.",
                        "Give a code of nine characters, such as E10000031."));
    }

    private Authority named(TableRow row, AuthorityLevel level, String codeColumn, String nameColumn) {
        boolean own = !cell(row, codeColumn).isEmpty();
        return new Authority(
                required(row, own ? codeColumn : "new_la_code"),
                name(row, own ? nameColumn : "la_name"),
                level,
                Optional.empty(),
                "");
    }

    private AuthorityLevel level(TableRow row) {
        String written = cell(row, "geographic_level");
        for (AuthorityLevel level : AuthorityLevel.values()) {
            if (level != AuthorityLevel.DISTRICT && level.published().equalsIgnoreCase(written)) {
                return level;
            }
        }
        throw new RowRefusedException(
                "geographic_level",
                "The row is neither about the country nor a region nor a local authority.",
                "Leave it out: other levels are not taken.");
    }

    private AreaCode required(TableRow row, String column) {
        return code(cell(row, column))
                .orElseThrow(() -> new RowRefusedException(
                        column,
                        "The cell has no code of an authority.",
                        "Give a code of nine characters, such as E10000031."));
    }

    private String name(TableRow row, String column) {
        String name = cell(row, column);
        if (name.isEmpty()) {
            throw new RowRefusedException(column, "The authority has no name.", "Add its name.");
        }
        return name;
    }

    private String cell(TableRow row, String column) {
        return header.find(column).map(row::get).orElse("");
    }

    private static Optional<AreaCode> code(String cell) {
        String upper = cell.toUpperCase(Locale.ROOT);
        return CODE.matcher(upper).matches() && !AreaRows.isNotApplicable(upper)
                ? Optional.of(new AreaCode(upper))
                : Optional.empty();
    }
}
