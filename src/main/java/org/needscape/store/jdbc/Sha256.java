package org.needscape.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that is fed piece by piece. */
final class Sha256 {

    private static final byte END_OF_TEXT = 0;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Adds a text and its end, so that two texts are not the same as one that joins them. */
    Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(END_OF_TEXT);
        return this;
    }

    Sha256 add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
        return this;
    }

    Sha256 add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /** The hash of all that was added, in hexadecimal; from here on it begins anew. */
    String toHex() {
        return HexFormat.of().formatHex(toBytes());
    }

    /** The same as 32 bytes. */
    byte[] toBytes() {
        return digest.digest();
    }
}
