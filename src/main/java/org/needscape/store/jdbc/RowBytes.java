package org.needscape.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The values of a row as bytes to be hashed: texts and boundaries with their length before them. */
final class RowBytes {

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

    void add(long number) {
        room(Long.BYTES).putLong(number);
    }

    void add(boolean flag) {
        room(1).put((byte) (flag ? 1 : 0));
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] content) {
        room(Integer.BYTES + content.length).putInt(content.length).put(content);
    }

    /** Hashes what was added and forgets it. */
    byte[] hash(Sha256 hash) {
        byte[] result = hash.add(bytes.array(), 0, bytes.position()).toBytes();
        bytes.clear();
        return result;
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + length));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
