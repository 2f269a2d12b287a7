package org.needscape.geoio.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.needscape.geoio.shapefile.ZipArchiveReader;

/** The file formats that boundaries are read from, told apart by their content, not by the file's name. */
public enum BoundaryFormat {
    SHAPEFILE_ZIP("zipped shapefile"),
    SHAPEFILE("shapefile"),
    GEOPACKAGE("GeoPackage"),
    GEOJSON("GeoJSON");

    private static final int START_BYTES = 64;
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHP = {0, 0, 0x27, 0x0A};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String words;

    BoundaryFormat(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Optional<BoundaryFormat> detect(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START_BYTES);
        }
        if (ZipArchiveReader.looksLikeZip(start)) {
            return Optional.of(SHAPEFILE_ZIP);
        }
        if (startsWith(start, SQLITE)) {
            return Optional.of(GEOPACKAGE);
        }
        if (startsWith(start, SHP)) {
            return Optional.of(SHAPEFILE);
        }
        int at = startsWith(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (at < start.length && Character.isWhitespace(start[at])) {
            at++;
        }
        return at < start.length && start[at] == '{' ? Optional.of(GEOJSON) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && java.util.Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
