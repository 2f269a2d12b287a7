package org.needscape.geoio.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.needscape.report.UnreadableFileException;

/** The records of a CSV file. */
final class CsvRecords implements TableRecords {

    private final String fileName;
    private final TableBytes.CountedText text;
    private final RecordLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    @SuppressWarnings("NullAway.Init") // there is no record before the first one
    private CSVRecord current;

    private long line;

    CsvRecords(TableBytes bytes, String fileName) throws IOException {
        this.fileName = fileName;
        text = bytes.open();
        limit = new RecordLimit(text.reader(), TableFile.MAX_RECORD_CHARACTERS);
        parser = CSVParser.builder()
                .setReader(limit)
                .setFormat(
                        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get())
                .get();
        records = parser.iterator();
    }

    @Override
    public boolean advance() {
        long next = parser.getCurrentLineNumber() + 1;
        limit.startRecord();
        try {
            if (!records.hasNext()) {
                return false;
            }
            current = records.next();
            line = next;
            refuseLongFields();
            return true;
        } catch (UncheckedIOException e) {
            throw unreadableRow(next, Objects.requireNonNullElse(e.getCause(), e));
        } catch (IllegalStateException e) {
            throw unreadableRow(next, e);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int size() {
        return current.size();
    }

    @Override
    public String get(int column) {
        return current.get(column);
    }

    @Override
    public double fractionRead() {
        return text.fractionRead();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw unreadable(fileName, e);
        }
    }

    private void refuseLongFields() {
        for (int i = 0; i < current.size(); i++) {
            if (current.get(i).length() > TableFile.MAX_FIELD_CHARACTERS) {
                throw new UnreadableFileException(fileName + " has a cell with more than "
                        + TableFile.MAX_FIELD_CHARACTERS + " characters in the row that begins on line " + line
                        + ": look for a quotation mark that is not closed.");
            }
        }
    }

    private UnreadableFileException unreadableRow(long from, Throwable cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return unreadable(fileName, cause);
        }
        if (cause instanceof RecordLimit.ExceededException) {
            return new UnreadableFileException(
                    fileName + " has a row with more than " + TableFile.MAX_RECORD_CHARACTERS
                            + " characters, beginning on line " + from
                            + ": look for a quotation mark that is not closed.",
                    cause);
        }
        return new UnreadableFileException(
                fileName + " cannot be read from line " + from
                        + " on: look for a quotation mark that is not closed or not doubled.",
                cause);
    }

    static UnreadableFileException unreadable(String fileName, Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return new UnreadableFileException(fileName + " cannot be found: check its name and folder.", cause);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new UnreadableFileException(
                    fileName + " is damaged: its compressed data end too early or are not valid. Download it again.",
                    cause);
        }
        return new UnreadableFileException(
                fileName + " cannot be read: check that it is a file and may be read.", cause);
    }
}
