package org.needscape.geoio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads a file with GDAL's own reader. Fails where GDAL is not installed. */
public final class Ogrinfo {

    private Ogrinfo() {}

    /** Everything {@code ogrinfo} says of a file, its warnings included. */
    public static String read(String file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-al", "-ro"));
        command.addAll(List.of(options));
        command.add(file);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    /** Reads a zipped shapefile without unpacking it, whatever the zip is called. */
    public static String readZip(Path file, String... options) throws IOException, InterruptedException {
        return read("/vsizip/" + file.toAbsolutePath(), options);
    }
}
