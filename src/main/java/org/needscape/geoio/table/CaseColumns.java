package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.cooccurrence.SupportLevel;
import org.needscape.indicator.Period;
import org.needscape.report.UnreadableFileException;

/** The columns of a case file: level, period where it is there, and one for each factor. */
final class CaseColumns {

    private static final int FEWEST_FACTORS = 2;
    private static final int MOST_FACTORS = 16;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_PERIODS = 20;

    private final TableHeader header;
    private final int level;
    private final Optional<Integer> period;
    private final Optional<Period> stated;
    private final String fileName;
    private final Map<String, Integer> factors;
    private final Map<String, Period> periods = new HashMap<>();

    private CaseColumns(
            TableHeader header,
            int level,
            Optional<Integer> period,
            Optional<Period> stated,
            String fileName,
            Map<String, Integer> factors) {
        this.header = header;
        this.level = level;
        this.period = period;
        this.stated = stated;
        this.fileName = fileName;
        this.factors = factors;
    }

    /**
     * Finds them. Every column that is none of areas, the level or the period is that of a factor.
     *
     * @throws UnreadableFileException when there is no level or period, or too few or too many factors
     */
    static CaseColumns find(TableHeader header, Optional<Period> stated, String fileName) {
        int level = header.find(
                        "level", "tier", "level of need", "level_of_need", "intervention level", "intervention_level")
                .orElseThrow(() -> new UnreadableFileException(fileName
                        + " has no column 'level': add it, with 1 to 4 for the level of need that help answers."));
        Optional<Integer> period = header.find("period", "time_period", "year");
        if (period.isEmpty() && stated.isEmpty()) {
            throw new UnreadableFileException(
                    fileName + " has no column 'period': say which period its cases are of, or add the column.");
        }
        Map<String, Integer> factors = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.name(column);
            boolean isOther = column == level || period.equals(Optional.of(column)) || CodeColumn.isCodeOrName(name);
            if (!isOther && factors.put(checked(FactorNames.of(name), fileName), column) != null) {
                throw new UnreadableFileException(
                        fileName + " has two columns for " + FactorNames.of(name) + ": remove or rename one of them.");
            }
        }
        requireSomeButNotTooMany(factors.size(), fileName);
        return new CaseColumns(header, level, period, stated, fileName, factors);
    }

    /** The names of the factors, in the order of their columns. */
    List<String> factors() {
        return List.copyOf(factors.keySet());
    }

    /** The level of a row, empty where it is not known. @throws RowRefusedException when the cell says neither */
    Optional<SupportLevel> readLevel(TableRow row) {
        String cell = row.get(level);
        Optional<SupportLevel> found = SupportLevel.find(cell);
        if (found.isEmpty() && !isMarkForNotKnown(cell)) {
            throw new RowRefusedException(
                    header.name(level),
                    "The level is none of the four.",
                    "Write 1 to 4, or universal, additional, multiple or acute, or leave it blank.");
        }
        return found;
    }

    /** The period of a row. @throws RowRefusedException when there is none, or another than was said */
    Period readPeriod(TableRow row) {
        if (period.isEmpty()) {
            return stated.orElseThrow();
        }
        String cell = row.get(period.get());
        String field = header.name(period.get());
        if (cell.isEmpty() || cell.length() > LONGEST_NAME) {
            throw new RowRefusedException(
                    field, "The period is missing or too long.", "Give a period such as 2024/25.");
        }
        Period read = periods.computeIfAbsent(cell, Period::new);
        if (periods.size() > MOST_PERIODS) {
            throw new UnreadableFileException(
                    fileName + " has more than " + MOST_PERIODS + " different periods in the column " + field
                            + ": it must hold the period that all cases of a year are of, not a date of each.");
        }
        if (stated.isPresent() && !stated.get().equals(read)) {
            throw new RowRefusedException(
                    field,
                    "The row is about another period than " + stated.get() + ".",
                    "Leave the period out to take every row by its own.");
        }
        return read;
    }

    /** The flags of a row, in the order of the factors. @throws RowRefusedException when a cell is no flag */
    List<FactorFlag> readFlags(TableRow row) {
        List<FactorFlag> flags = new ArrayList<>();
        for (int column : factors.values()) {
            flags.add(flag(row.get(column), header.name(column)));
        }
        return flags;
    }

    private static FactorFlag flag(String cell, String field) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "y", "true" -> FactorFlag.PRESENT;
            case "0", "no", "n", "false" -> FactorFlag.ABSENT;
            default -> {
                if (!isMarkForNotKnown(cell)) {
                    throw new RowRefusedException(
                            field,
                            "The cell is neither 1 nor 0, yes nor no, nor a mark for not known.",
                            "Write 1 or 0, or leave it blank where it is not known.");
                }
                yield FactorFlag.UNKNOWN;
            }
        };
    }

    private static boolean isMarkForNotKnown(String cell) {
        return SymbolProfile.GENERAL
                .read(cell)
                .filter(reading -> !reading.value().isKnown())
                .isPresent();
    }

    private static String checked(String name, String fileName) {
        if (name.length() > LONGEST_NAME) {
            throw new UnreadableFileException(fileName + " has a column name with more than " + LONGEST_NAME
                    + " characters (" + TableFile.shorten(name) + "): give it a shorter one.");
        }
        return name;
    }

    private static void requireSomeButNotTooMany(int factors, String fileName) {
        if (factors < FEWEST_FACTORS) {
            throw new UnreadableFileException(
                    fileName + " has " + (factors == 0 ? "no column" : "one column only")
                            + " of flags: what comes together takes at least two, such as domestic_abuse, with 1 or 0 for each case.");
        }
        if (factors > MOST_FACTORS) {
            throw new UnreadableFileException(fileName + " has " + factors + " columns of flags and at most "
                    + MOST_FACTORS + " are taken: leave out those that matter least.");
        }
    }
}
