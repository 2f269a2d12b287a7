package org.needscape.http;

import io.javalin.http.Context;
import java.util.Locale;
import org.needscape.service.EncodedDocument;

/** Answers with finished documents: entity tag, 304, compression. */
final class Documents {

    private Documents() {}

    /** Answers with the document, or with 304 when the one who asks has it already. */
    static void send(Context context, EncodedDocument document, String mediaType) {
        boolean compressed = acceptsGzip(context);
        String tag = '"' + document.tag(compressed) + '"';
        context.header("ETag", tag);
        context.header("Cache-Control", "no-cache");
        context.header("Vary", "Accept-Encoding");
        if (matches(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        if (compressed) {
            context.header("Content-Encoding", "gzip");
        }
        context.contentType(mediaType);
        context.result(document.bytes(compressed));
    }

    /** Names the file under which a browser keeps the answer. */
    static void asDownload(Context context, String fileName) {
        String safe = fileName.replaceAll("[^A-Za-z0-9._@-]", "-");
        context.header("Content-Disposition", "attachment; filename=\"" + safe + "\"");
    }

    static boolean acceptsGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String coding = part.strip();
            if (coding.equals("gzip") || (coding.startsWith("gzip;") && !coding.matches("gzip;\\s*q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String part : header.split(",", -1)) {
            String candidate = part.strip();
            if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
