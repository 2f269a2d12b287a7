package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of contents at the end of a zip file, with what the JDK's reader does not tell: symbolic links, passwords and the sizes
 * before anything is unpacked.
 *
 * <p>Source: PKWARE, APPNOTE.TXT, .ZIP File Format Specification, version 6.3.10, 2022, sections 4.3.12 and 4.3.16.
 */
final class ZipDirectory {

    /**
     * Names are only compared and their endings read, so that it is enough to decode every byte to something.
     */
    static final Charset NAMES = StandardCharsets.ISO_8859_1;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 65_535;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final long MAX_DIRECTORY_BYTES = 16L << 20;
    private static final int UTF8_FLAG = 1 << 11;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int LINK_TYPE = 0xA000;

    private ZipDirectory() {}

    /**
     * An entry as the list of contents describes it; nothing of it can be trusted.
     *
     * @param name as written
     * @param method 0 stored, 8 deflated
     * @param packedBytes as claimed
     * @param unpackedBytes as claimed
     * @param encrypted whether a password is needed
     * @param link whether it is a symbolic link
     */
    record Entry(String name, int method, long packedBytes, long unpackedBytes, boolean encrypted, boolean link) {}

    /** @throws IOException when the list is missing, cut off or contradicts the file's length */
    static List<Entry> read(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer end = readEnd(in);
            int count = end.getShort(10) & 0xFFFF;
            long size = end.getInt(12) & 0xFFFFFFFFL;
            long offset = end.getInt(16) & 0xFFFFFFFFL;
            if (size > MAX_DIRECTORY_BYTES || offset + size > in.length()) {
                throw new IOException("The list of contents does not fit the zip file.");
            }
            in.seek(offset);
            byte[] bytes = new byte[(int) size];
            in.readFully(bytes);
            return readEntries(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), count);
        }
    }

    private static ByteBuffer readEnd(RandomAccessFile in) throws IOException {
        int length = (int) Math.min(in.length(), END_BYTES + MAX_COMMENT_BYTES);
        byte[] tail = new byte[length];
        in.seek(in.length() - length);
        in.readFully(tail);
        ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (buffer.getInt(at) == END_SIGNATURE && at + END_BYTES + (buffer.getShort(at + 20) & 0xFFFF) == length) {
                return buffer.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new IOException("The zip file has no list of contents.");
    }

    private static List<Entry> readEntries(ByteBuffer directory, int count) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (directory.remaining() < ENTRY_BYTES || directory.getInt(directory.position()) != ENTRY_SIGNATURE) {
                throw new IOException("The zip file's list of contents is cut off.");
            }
            int start = directory.position();
            int flags = directory.getShort(start + 8) & 0xFFFF;
            int nameBytes = directory.getShort(start + 28) & 0xFFFF;
            int next = ENTRY_BYTES
                    + nameBytes
                    + (directory.getShort(start + 30) & 0xFFFF)
                    + (directory.getShort(start + 32) & 0xFFFF);
            if (directory.remaining() < next) {
                throw new IOException("The zip file's list of contents is cut off.");
            }
            byte[] name = new byte[nameBytes];
            directory.get(start + ENTRY_BYTES, name);
            int unixType = directory.getInt(start + 38) >>> 16 & 0xF000;
            entries.add(new Entry(
                    new String(name, (flags & UTF8_FLAG) != 0 ? StandardCharsets.UTF_8 : NAMES),
                    directory.getShort(start + 10) & 0xFFFF,
                    directory.getInt(start + 20) & 0xFFFFFFFFL,
                    directory.getInt(start + 24) & 0xFFFFFFFFL,
                    (flags & ENCRYPTED_FLAG) != 0,
                    unixType == LINK_TYPE));
            directory.position(start + next);
        }
        return entries;
    }
}
