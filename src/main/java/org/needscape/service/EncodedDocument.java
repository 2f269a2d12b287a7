package org.needscape.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A finished document, as it is and compressed, with a tag that changes with its content. */
public final class EncodedDocument {

    private final byte[] plain;
    private final byte[] gzip;
    private final String tag;

    private EncodedDocument(byte[] plain, byte[] gzip, String tag) {
        this.plain = plain;
        this.gzip = gzip;
        this.tag = tag;
    }

    /** Compresses and tags a content. */
    public static EncodedDocument of(byte[] content) {
        try {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3 + 64);
            try (GZIPOutputStream out = new FastGzip(compressed)) {
                out.write(content);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new EncodedDocument(
                    content, compressed.toByteArray(), HexFormat.of().formatHex(digest, 0, 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The bytes, compressed or not. Not to be changed. */
    public byte[] bytes(boolean compressed) {
        return compressed ? gzip : plain;
    }

    /** The start of the content's SHA-256, different for the compressed form, as strong entity tags must be. */
    public String tag(boolean compressed) {
        return compressed ? tag + "-gzip" : tag;
    }

    long size() {
        return (long) plain.length + gzip.length;
    }

    /** Level 4: most of the saving at a fraction of the time of the default. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 15);
            def.setLevel(Deflater.BEST_SPEED + 3);
        }
    }

    /** What something writes. */
    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Something that writes itself. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
