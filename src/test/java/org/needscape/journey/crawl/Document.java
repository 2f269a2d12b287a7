package org.needscape.journey.crawl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Something that the service gave out, or a file inside an archive that it gave out. */
final class Document {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Outlines are most of a document and hold no figures. */
    private static final TokenFilter WITHOUT_OUTLINES = new TokenFilter() {
        @Override
        public TokenFilter includeProperty(String name) {
            return name.equals("coordinates") ? null : this;
        }

        @Override
        public boolean includeEmptyArray(boolean contentsFiltered) {
            return true;
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return true;
        }
    };

    private final String path;
    private final byte[] body;
    private JsonNode json;

    /** @param path the address; of a file in an archive followed by {@code !/} and its name */
    Document(String path, byte[] body) {
        this.path = path;
        this.body = body;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    static Document of(String path, String text) {
        return new Document(path, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The document without outlines; read once. */
    JsonNode json() {
        if (json == null) {
            try (JsonParser parser = new FilteringParserDelegate(
                    MAPPER.createParser(body), WITHOUT_OUTLINES, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
                json = MAPPER.readTree(parser);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        return json;
    }

    /** The document with its outlines. */
    JsonNode whole() {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Whether it is one JSON object. */
    boolean isJson() {
        return body.length > 0 && body[0] == '{';
    }

    boolean isReportOfGradient() {
        return path.matches("/api/v1/extents/[^/]+/gradients/[^/]+/report(\\?.*)?");
    }

    boolean isGradient() {
        return path.matches("/api/v1/extents/[^/]+/gradients/[^/]+");
    }

    /** The layer that it is about, by its address; empty when it is about none. A need matrix is the need score with its factors. */
    String layer() {
        if (path.matches("/api/v1/extents/[^/]+/matrices/[^/]+(/sensitivity)?")) {
            return "need-score-default";
        }
        // Its places in the decision record are no counts.
        if (path.matches(".*/target-sets/[^/]+/revisions/[0-9]+/areas\\..*")) {
            return "target-areas";
        }
        String start = "/api/v1/layers/";
        if (!path.startsWith(start)) {
            return "";
        }
        String name = path.substring(start.length()).split("[?!]", 2)[0];
        return name.split("/|\\.(?=geojson|csv|shp|xlsx|gpkg)", 2)[0];
    }
}
