package org.needscape.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zipped shapefile taken apart, to be spoilt and put together again. */
final class Parts {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Parts of(Path zip) throws IOException {
        Parts parts = new Parts();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** The content of the entry with an ending such as {@code .dbf}. */
    byte[] get(String ending) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ending))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    Parts with(String name, byte[] content) {
        Parts changed = new Parts();
        changed.entries.putAll(entries);
        changed.entries.put(name, content);
        return changed;
    }

    /** With another content for the entry of an ending. */
    Parts instead(String ending, byte[] content) {
        Parts changed = new Parts();
        entries.forEach((name, bytes) -> changed.entries.put(name, name.endsWith(ending) ? content : bytes));
        return changed;
    }

    Parts without(String ending) {
        Parts changed = new Parts();
        changed.entries.putAll(entries);
        changed.entries.keySet().removeIf(name -> name.endsWith(ending));
        return changed;
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
