package org.needscape.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new RefusedException("The folder of " + file + " does not exist: create it first.");
        }
        if (Files.isDirectory(target)) {
            throw new RefusedException(file + " is a folder: name a file to write.");
        }
        try {
            Path temporary = Files.createTempFile(folder, ".needscape-", ".tmp");
            try {
                Files.writeString(temporary, text, StandardCharsets.UTF_8);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failed) {
            throw new RefusedException(
                    file + " cannot be written: check the space on the disk and your rights to the folder.", failed);
        }
    }
}
