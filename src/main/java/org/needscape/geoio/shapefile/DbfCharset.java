package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which characters a shapefile's table is written: what its .cpg says if that is true, else what the bytes and the table say. */
public final class DbfCharset {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MAX_CPG_BYTES = 64;

    /** The table's own byte for its language, where it names something else than Windows or UTF-8. */
    private static final Map<Integer, String> CHARSET_BY_LANGUAGE_BYTE =
            Map.of(0x01, "IBM437", 0x02, "IBM850", 0x13, "IBM850", 0x64, "IBM852", 0xC8, "windows-1250");

    private DbfCharset() {}

    /** Reads the table once when that is the only way to find out. */
    public static Charset detect(ShapefileParts parts) throws IOException {
        Optional<Charset> named = parts.readText("cpg", MAX_CPG_BYTES).flatMap(DbfCharset::parse);
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8)) {
            return named.get();
        }
        try (DbfReader table = new DbfReader(parts.open("dbf"), StandardCharsets.UTF_8)) {
            if (isUtf8(table)) {
                return StandardCharsets.UTF_8;
            }
            String byLanguage = CHARSET_BY_LANGUAGE_BYTE.get(table.languageByte());
            return byLanguage != null && Charset.isSupported(byLanguage) ? Charset.forName(byLanguage) : WINDOWS;
        }
    }

    private static boolean isUtf8(DbfReader table) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(256);
        while (table.advance()) {
            byte[] row = table.rowBytes();
            int offset = 1;
            for (DbfReader.Column column : table.columns()) {
                if (column.isText()) {
                    characters.clear();
                    decoder.reset();
                    // Not the end of input: a last character that the field's length cut in half is no proof against
                    // UTF-8.
                    CoderResult result =
                            decoder.decode(ByteBuffer.wrap(row, offset, column.length()), characters, false);
                    if (result.isError()) {
                        return false;
                    }
                }
                offset += column.length();
            }
        }
        return true;
    }

    private static Optional<Charset> parse(String cpg) {
        String name = cpg.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI |CP|OEM )", "");
        if (name.equals("UTF-8") || name.equals("UTF8") || name.equals("65001")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        // Windows-1252 is what programs mean that write the name of Latin 1.
        if (name.equals("1252")
                || name.equals("WINDOWS-1252")
                || name.equals("ISO-8859-1")
                || name.equals("ISO 8859-1")
                || name.equals("8859-1")
                || name.equals("88591")) {
            return Optional.of(WINDOWS);
        }
        if (name.matches("\\d{3,4}")) {
            String candidate = name.length() == 3 ? "IBM" + name : "windows-" + name;
            return Charset.isSupported(candidate) ? Optional.of(Charset.forName(candidate)) : Optional.empty();
        }
        return Optional.empty();
    }
}
