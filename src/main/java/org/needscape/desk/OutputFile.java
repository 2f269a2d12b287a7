package org.needscape.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The file a use case writes: complete, or not there. */
final class OutputFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private OutputFile() {}

    /** The extension of a file in lower case, without the full stop. */
    static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** @throws WrongUsageException when the extension is not one of these */
    static String requireExtension(Path file, List<String> possible) {
        String extension = extension(file);
        if (!possible.contains(extension)) {
            throw new WrongUsageException("The output " + file.getFileName() + " must end in ."
                    + String.join(" or .", possible) + ": other formats are not in this version for this method.");
        }
        return extension;
    }

    static void writeCsv(Path file, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer =
                CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get().print(text)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        write(file, text.toString());
    }

    static void writeJson(Path file, JsonNode json) {
        try {
            write(file, JSON.writeValueAsString(json) + "\n");
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Path file, String text) {
        WholeFile.at(file).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
