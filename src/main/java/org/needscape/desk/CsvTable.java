package org.needscape.desk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

/**
 * A CSV file with a header, held in memory. Byte order mark, blanks around names and Windows-1252 are put up with; a row of
 * another length than the header is an error, because its cells would be read under the wrong names.
 */
final class CsvTable {

    private final String fileName;
    private final Map<String, Integer> columns;
    private final List<CSVRecord> rows;

    private CsvTable(String fileName, Map<String, Integer> columns, List<CSVRecord> rows) {
        this.fileName = fileName;
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads a file. */
    static CsvTable read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(decode(Files.readAllBytes(file))))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw new UnreadableFileException(name + " is empty: it needs a header line and a row per area.");
            }
            Map<String, Integer> columns = new HashMap<>();
            CSVRecord header = records.get(0);
            for (int k = 0; k < header.size(); k++) {
                if (columns.put(header.get(k).strip(), k) != null) {
                    throw new UnreadableFileException(
                            name + " has two columns " + header.get(k).strip() + ": rename or remove one of them.");
                }
            }
            for (CSVRecord row : records) {
                if (row.size() != header.size()) {
                    throw new UnreadableFileException(name + ", row " + row.getRecordNumber() + ": " + row.size()
                            + " cells under " + header.size() + " column names.");
                }
            }
            return new CsvTable(name, columns, records.subList(1, records.size()));
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(name + " does not exist: check the path.", missing);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new UnreadableFileException(
                    name + " cannot be read as CSV: check that it is a comma-separated text file.", unreadable);
        }
    }

    String fileName() {
        return fileName;
    }

    int size() {
        return rows.size();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The codes of a column, each valid and once. */
    List<AreaCode> codes(String column) {
        List<AreaCode> codes = codeCells(column);
        Set<AreaCode> seen = new HashSet<>();
        for (int row = 0; row < codes.size(); row++) {
            if (!seen.add(codes.get(row))) {
                throw new RefusedException(at(row, column) + ": this code stood in an earlier row already; keep one.");
            }
        }
        return codes;
    }

    /** The codes of a column, each valid. */
    List<AreaCode> codeCells(String column) {
        int index = index(column);
        List<AreaCode> codes = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String text = rows.get(row).get(index).strip();
            if (!AreaCode.isValid(text)) {
                throw new RefusedException(
                        at(row, column) + ": this is no area code; a code has 1 to 32 letters or digits.");
            }
            codes.add(new AreaCode(text));
        }
        return codes;
    }

    /** The texts of a column. */
    List<String> texts(String column) {
        int index = index(column);
        return rows.stream().map(row -> row.get(index).strip()).toList();
    }

    /**
     * The values of a column. A cell that is neither number nor known mark is not available, and said so.
     *
     * @param notices where to say it
     */
    List<Value> values(String column, List<String> notices) {
        int index = index(column);
        List<Value> values = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            values.add(CellText.parse(rows.get(row).get(index)).orElseGet(() -> {
                notices.add(at(at, column) + ": neither a number nor a known mark; taken as not available.");
                return Value.notAvailable();
            }));
        }
        return values;
    }

    /** As {@link #values}, and numbers below 0, or with a fraction where whole ones are needed, are not available either. */
    List<Value> amounts(String column, boolean whole, List<String> notices) {
        List<Value> values = new ArrayList<>(values(column, notices));
        for (int row = 0; row < values.size(); row++) {
            double number = values.get(row).number().orElse(0);
            if (number < 0 || (whole && number != Math.rint(number))) {
                notices.add(at(row, column) + (whole ? ": not a whole number of 0 or more" : ": below 0")
                        + "; taken as not available.");
                values.set(row, Value.notAvailable());
            }
        }
        return values;
    }

    /** {@code file.csv, row 7, column count}; the header is row 1. */
    String at(int row, String column) {
        return fileName + ", row " + (row + 2) + ", column " + column;
    }

    private int index(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new RefusedException(fileName + " has no column " + column + "; it has "
                    + String.join(", ", new java.util.TreeSet<>(columns.keySet())) + ".");
        }
        return index;
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
