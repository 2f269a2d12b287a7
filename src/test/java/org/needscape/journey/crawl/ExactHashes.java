package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hash of small counts gives them away to whoever tries them all: no document has one of the restricted files, and hashes of
 * anything made from them are keyed.
 */
final class ExactHashes {

    private static final Pattern BARE = Pattern.compile("(?<!hmac-sha256:)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Set<String> exact = new TreeSet<>();

    /** @param folder with the files that hold counts */
    ExactHashes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("(child|early_help).*"))
                    .toList()) {
                exact.add(hash(Files.readAllBytes(file)));
            }
        }
    }

    List<String> check(Document document) {
        List<String> findings = new ArrayList<>();
        String text = document.text();
        exact.stream()
                .filter(text::contains)
                .forEach(hash -> findings.add(document.path() + " has the hash of a file of exact counts"));
        if (document.isJson()) {
            checkManifests(document, findings);
        }
        return findings;
    }

    private static void checkManifests(Document document, List<String> findings) {
        JsonNode root = document.json();
        for (JsonNode input : root.findValues("inputs")) {
            input.forEach(one -> {
                if (one.path("title").asText().contains(", counts for ")
                        && BARE.matcher(one.path("sha256").asText()).find()) {
                    findings.add(document.path() + " has an unkeyed hash of " + one.path("title"));
                }
            });
        }
        if (document.isGradient() || Figure.inLayer(document.layer(), "").isPresent()) {
            root.findValues("resultHash").forEach(hash -> {
                if (BARE.matcher(hash.asText()).find()) {
                    findings.add(document.path() + " has an unkeyed hash of its result");
                }
            });
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
