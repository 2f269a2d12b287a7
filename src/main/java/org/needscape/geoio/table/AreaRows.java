package org.needscape.geoio.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

/**
 * The rows of a table as rows about areas: reads the code of each, passes over areas that are not loaded, and turns a row that
 * cannot be taken into a refused row of the report. Stops for the file as a whole when it identifies people, mixes real and
 * fictional areas, or is of another boundary year.
 */
final class AreaRows {

    /** Takes one row whole or throws {@link RowRefusedException} before anything of it was handed on. */
    @FunctionalInterface
    interface Taker {
        void take(AreaCode area, TableRow row);
    }

    private static final Pattern GSS_CODE = Pattern.compile("[A-Z]\\d{8}");
    private static final Pattern NOT_APPLICABLE = Pattern.compile("[A-Z]9{8}");

    private final TableFile table;
    private final CodeColumn column;
    private final Geography geography;
    private final Set<AreaCode> loaded;
    private final ImportLog log;
    private final VintageCheck vintage;
    private boolean real;
    private boolean fictional;

    /**
     * @param column the column with the code of each row's area
     * @throws UnreadableFileException when the table identifies people or no area of its geography is loaded
     */
    AreaRows(TableFile table, CodeColumn column, Geography geography, TableRequest request) {
        PersonalColumns.refuse(table.header(), request.fileName());
        this.table = table;
        this.column = column;
        this.geography = geography;
        loaded = Set.copyOf(request.loadedCodes().apply(geography));
        log = request.log();
        if (loaded.isEmpty()) {
            throw new UnreadableFileException(
                    request.fileName() + " is about " + geography + ", but no boundaries of " + geography
                            + " are loaded: import those first, or use the file for the boundaries that are loaded.");
        }
        vintage = new VintageCheck(geography, column.statesVintage(), loaded, request.fileName());
    }

    /** Whether the codes read so far belong to the fictional county. */
    boolean areFictional() {
        return fictional;
    }

    /** How many areas of the geography are loaded. */
    int loadedCount() {
        return loaded.size();
    }

    /** Hands over the rows of loaded areas. @throws UnreadableFileException when the whole file must not be taken */
    void forEach(Taker taker) {
        table.forEachRow(row -> {
            log.read();
            String area = "";
            try {
                refuseWrongWidth(row);
                String written = row.get(column.index());
                AreaCode code = parse(written);
                area = code.value();
                see(code);
                if (!loaded.contains(code)) {
                    log.outside();
                    return;
                }
                taker.take(code, row);
                log.accepted();
                if (!written.equals(area)) {
                    log.repaired(ImportProblem.repaired(
                            row.line(), column.header(), area, "The code is written in small letters.", "Nothing."));
                }
            } catch (RowRefusedException e) {
                log.refused(ImportProblem.refused(row.line(), e.field(), area, e.reason(), e.whatToDo()));
            }
        });
        vintage.finish();
    }

    private void refuseWrongWidth(TableRow row) {
        int expected = table.header().size();
        if (row.size() != expected) {
            throw new RowRefusedException(
                    "",
                    "The row has " + row.size() + " cells where the header has " + expected + ".",
                    "Check the row for a missing or extra comma or quotation mark.");
        }
    }

    private AreaCode parse(String written) {
        if (written.isEmpty()) {
            throw new RowRefusedException(column.header(), "The area code is missing.", "Add the code of the area.");
        }
        if (AreaCode.isValid(written)) {
            AreaCode code = new AreaCode(written);
            if (loaded.contains(code)) {
                return code;
            }
            String upper = written.toUpperCase(Locale.ROOT);
            if (isCodeOf(geography.level(), upper)) {
                return new AreaCode(upper);
            }
        }
        throw new RowRefusedException(
                column.header(),
                "The code is not one of " + geography.level().label() + ".",
                "Give the nine-character code of an area of " + geography + ".");
    }

    /** Whether a code has the shape of the level's codes; those of Scotland and Northern Ireland are taken for it unseen. */
    static boolean isCodeOf(Level level, String code) {
        if (!GSS_CODE.matcher(code).matches()) {
            return false;
        }
        if (isNotApplicable(code) || code.charAt(0) == 'S' || code.charAt(0) == 'N') {
            return true;
        }
        String entity = code.substring(0, 3);
        return switch (level) {
            case LSOA -> Set.of("E01", "W01").contains(entity);
            case MSOA -> Set.of("E02", "W02").contains(entity);
            case WARD -> Set.of("E05", "W05").contains(entity);
            case LAD -> Set.of("E06", "E07", "E08", "E09", "W06").contains(entity);
            case CTYUA -> Set.of("E06", "E08", "E09", "E10", "E13", "W06").contains(entity);
        };
    }

    /** Whether a code is one of the pseudo codes for "not applicable", such as E99999999. */
    static boolean isNotApplicable(String code) {
        return NOT_APPLICABLE.matcher(code).matches();
    }

    private void see(AreaCode code) {
        if (code.isFictional()) {
            fictional = true;
        } else if (!isNotApplicable(code.value())) {
            real = true;
        }
        if (real && fictional) {
            throw new UnreadableFileException(table.fileName()
                    + " mixes areas of the fictional county with real ones: they never stand in one file.");
        }
        vintage.see(code);
    }
}
