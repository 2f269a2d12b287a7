package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.needscape.JourneyService;

/** Asks the service at addresses and keeps what it answers, with the files inside archives. */
final class Walk {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:(?:src|href)=|\\bfrom |\\bimport |\\bimport\\()[\"']([^\"':#?<> ]+)[\"']");

    private final JourneyService service;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Integer> refused = new LinkedHashMap<>();

    Walk(JourneyService service) {
        this.service = service;
    }

    List<Document> documents() {
        return documents;
    }

    /** Addresses that were not answered with 200. */
    Map<String, Integer> refused() {
        return refused;
    }

    Document get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = service.get(path);
        if (response.statusCode() != 200) {
            refused.put(path, response.statusCode());
        }
        Document document = new Document(path, response.body());
        if (path.split("\\?")[0].endsWith(".zip") && response.statusCode() == 200) {
            unpack(document);
        } else {
            documents.add(document);
        }
        // Headers can say as much as a body.
        documents.add(Document.of(
                "headers of " + path, "headers " + response.headers().map()));
        return document;
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return get(path).json();
    }

    /** Follows what pages and their scripts and styles refer to, within the service. */
    void files(List<String> pages) throws IOException, InterruptedException {
        Set<String> known = new LinkedHashSet<>(pages);
        List<String> open = new ArrayList<>(pages);
        while (!open.isEmpty()) {
            String path = open.remove(0);
            Document document = get(path);
            if (!path.matches(".*(/|\\.html|\\.js|\\.css)")) {
                continue;
            }
            Matcher reference = REFERENCE.matcher(document.text());
            while (reference.find()) {
                String target =
                        java.net.URI.create(path).resolve(reference.group(1)).getPath();
                if (target.matches(".*\\.(html|js|css|svg|png|json)")
                        && !target.startsWith("/api/")
                        && known.add(target)) {
                    open.add(target);
                }
            }
        }
    }

    private void unpack(Document archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Outlines are the same for every layer and hold no figures.
                if (!entry.getName().matches(".*\\.sh[px]")) {
                    documents.add(new Document(archive.path() + "!/" + entry.getName(), zip.readAllBytes()));
                }
            }
        }
    }
}
