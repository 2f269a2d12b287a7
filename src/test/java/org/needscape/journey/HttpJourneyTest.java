package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/** How the service answers, seen from outside: documents, tags, problems, headers. */
class HttpJourneyTest {

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void serve() {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void unchangedLayerIsNotSentTwice() throws Exception {
        HttpResponse<byte[]> first = service.get("/api/v1/layers/imd-decile-2025.geojson");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> second = service.get("/api/v1/layers/imd-decile-2025.geojson", "If-None-Match", tag);

        assertEquals(200, first.statusCode());
        assertEquals(
                "application/geo+json",
                first.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(304, second.statusCode());
        assertEquals(0, second.body().length);
    }

    @Test
    void compressedAnswerHoldsTheSameUnderAnotherTag() throws Exception {
        HttpResponse<byte[]> plain = service.get("/api/v1/layers/imd-decile-2025.geojson");
        HttpResponse<byte[]> packed =
                service.get("/api/v1/layers/imd-decile-2025.geojson", "Accept-Encoding", "gzip, deflate");

        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals("Accept-Encoding", packed.headers().firstValue("Vary").orElseThrow());
        assertFalse(plain.headers().firstValue("ETag").equals(packed.headers().firstValue("ETag")));
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertEquals(new String(plain.body(), StandardCharsets.UTF_8), new String(unpacked, StandardCharsets.UTF_8));
    }

    @Test
    void csvPointsToWhatItsColumnsMean() throws Exception {
        HttpResponse<byte[]> csv = service.get("/api/v1/layers/rate-cla-2024.csv");
        String link = csv.headers().firstValue("Link").orElseThrow();
        JsonNode metadata = service.json("/api/v1/layers/rate-cla-2024.csv-metadata.json");
        String header = new String(csv.body(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();

        assertTrue(link.startsWith("</api/v1/layers/rate-cla-2024.csv-metadata.json>; rel=\"describedby\""), link);
        List<String> described = new ArrayList<>();
        metadata.at("/tableSchema/columns")
                .forEach(column -> described.add(column.required("name").textValue()));
        assertEquals(List.of(header.split(",")), described);
        assertEquals("rate-cla-2024.csv", metadata.required("url").textValue());
        assertTrue(metadata.at("/notes/manifest/resultHash").textValue().matches("hmac-sha256:[0-9a-f]{64}"));
    }

    @Test
    void requestForAnotherHostIsNotAnswered() throws Exception {
        // What a browser sends after a name of somebody else was resolved to this machine.
        for (String path : new String[] {"/", "/api/v1/layers"}) {
            for (String host : new String[] {"evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example"}) {
                assertEquals("421", statusFor(path, host), path + " as " + host);
            }
            for (String host : new String[] {"localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:1"}) {
                assertEquals("200", statusFor(path, host), path + " as " + host);
            }
        }
    }

    /** The status of a request with a Host header of its own, which the JDK's client does not let one set. */
    private static String statusFor(String path, String host) throws Exception {
        java.net.URI address = java.net.URI.create(service.address());
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : new String[] {
            "/",
            "/js/main.js",
            "/api/v1/layers",
            "/api/v1/nothing",
            "/health",
            "/webjars/leaflet/1.9.4/dist/leaflet.css"
        }) {
            HttpResponse<byte[]> response = service.get(path);
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElse("none at " + path);
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse("none at " + path));
            assertTrue(response.headers().firstValue("Server").isEmpty(), path);
        }
    }

    @Test
    void whatIsNotThereIsAProblemDocument() throws Exception {
        for (String path : new String[] {
            "/nothing",
            "/api/v1/layers/none.geojson",
            "/api/v1/layers/%3Cscript%3E.geojson",
            "/api/v1/layers/imd-decile-2025.exe",
            "/api/v1/extents/none/areas?q=a",
            "/api/v1/extents/fictional-county/areas/lsoa-2021/E01000001",
            "/api/v1/extents/fictional-county/geometries/lsoa-1066",
            "/api/v1/jobs/none"
        }) {
            HttpResponse<byte[]> response = service.get(path, "Accept", "text/html");
            JsonNode problem = new ObjectMapper().readTree(response.body());
            assertEquals(404, response.statusCode(), path);
            assertEquals(
                    "application/problem+json",
                    response.headers().firstValue("Content-Type").orElseThrow(),
                    path);
            assertEquals(404, problem.required("status").intValue());
            assertFalse(problem.required("detail").textValue().isBlank());
            assertFalse(problem.toString().contains("Exception"), problem.toString());
        }
    }

    @Test
    void unknownParameterIsRefusedAndNamed() throws Exception {
        HttpResponse<byte[]> response = service.get("/api/v1/layers?extnt=x");
        JsonNode problem = new ObjectMapper().readTree(response.body());

        assertEquals(400, response.statusCode());
        assertEquals("extnt", problem.at("/errors/0/field").textValue());
    }

    @Test
    void pathsDoNotLeaveTheirFolder() throws Exception {
        for (String path : new String[] {
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/%2e%2e/pom.xml",
            "/webjars/leaflet/..%2f..%2f..%2fMANIFEST.MF",
            "//etc/passwd"
        }) {
            HttpResponse<byte[]> response = service.get(path);
            assertTrue(
                    response.statusCode() == 404 || response.statusCode() == 400, path + " " + response.statusCode());
        }
    }

    @Test
    void importWithoutTheGuardHeaderIsRefused() throws Exception {
        HttpResponse<byte[]> response = service.upload(form("lookup", lookup("E01999001")));

        assertEquals(400, response.statusCode());
    }

    @Test
    void importFormNamesEveryMissingField() throws Exception {
        HttpResponse<byte[]> response = service.upload(form("counts", lookup("E01999001")), "X-Needscape", "1");
        JsonNode problem = new ObjectMapper().readTree(response.body());

        assertEquals(422, response.statusCode());
        assertEquals("geography", problem.at("/errors/0/field").textValue());
        assertEquals("measure", problem.at("/errors/1/field").textValue());
    }

    @Test
    void importOfNothingKnownFailsAsAJobAndLeavesTheStoreAsItWas() throws Exception {
        String before = new String(service.get("/api/v1/extents").body(), StandardCharsets.UTF_8);

        JsonNode job = service.awaitJob(service.upload(form("lookup", lookup("E01000001")), "X-Needscape", "1"));

        assertEquals("failed", job.required("state").textValue());
        assertTrue(job.required("message").textValue().contains("lookup.csv"), job.toString());
        assertTrue(job.required("result").isNull());
        assertEquals(before, new String(service.get("/api/v1/extents").body(), StandardCharsets.UTF_8));
    }

    @Test
    void healthSaysThatItIsWell() throws Exception {
        JsonNode health = service.json("/health");

        assertEquals("ok", health.required("status").textValue());
        assertEquals("ok", health.required("store").textValue());
    }

    @Test
    void metricsCountRequestsByRoute() throws Exception {
        service.get("/api/v1/layers/imd-decile-2025/values");

        String metrics = new String(service.get("/metrics").body(), StandardCharsets.UTF_8);

        assertTrue(metrics.contains("route=\"/api/v1/layers/{id}/values\""), metrics);
        assertFalse(metrics.contains("imd-decile-2025"));
    }

    private static Map<String, Object> form(String kind, Path file) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put("file", file);
        return form;
    }

    private static Path lookup(String code) throws Exception {
        Path file = Files.createDirectories(folder.resolve("upload-" + code)).resolve("lookup.csv");
        return Files.writeString(
                file, "LSOA21CD,LSOA21NM,LAD24CD,LAD24NM\n" + code + ",Somewhere 001A,E07999001,Somewhere\n");
    }
}
