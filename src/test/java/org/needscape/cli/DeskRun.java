package org.needscape.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** One run of a file-to-file command, as a script would see it. */
record DeskRun(int exitCode, String error) {

    static DeskRun of(Object command, List<String> arguments) {
        StringWriter error = new StringWriter();
        int exitCode = new CommandLine(command)
                .setErr(new PrintWriter(error))
                .setOut(new PrintWriter(new StringWriter()))
                .setExecutionExceptionHandler((exception, line, result) -> {
                    line.getErr().println(exception.getMessage());
                    return 1;
                })
                .execute(arguments.toArray(String[]::new));
        return new DeskRun(exitCode, error.toString());
    }

    /** Copies a golden file to a folder. */
    static Path golden(String name, Path folder) throws IOException {
        try (InputStream in = DeskRun.class.getResourceAsStream("/golden/" + name)) {
            Path file = folder.resolve(Path.of(name).getFileName().toString());
            Files.copy(in, file);
            return file;
        }
    }

    /** The rows of a CSV file by their first cell. */
    static Map<String, Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] header = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int k = 0; k < header.length; k++) {
                row.put(header[k], cells[k]);
            }
            rows.put(cells[0], row);
        }
        return rows;
    }

    static List<String> arguments(String... words) {
        return new ArrayList<>(List.of(words));
    }
}
