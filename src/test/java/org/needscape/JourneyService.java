package org.needscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.needscape.Components.Services;
import org.needscape.http.ServerSettings;
import org.needscape.http.WebServer;
import org.needscape.progress.Progress;
import org.needscape.service.FictionalDecisions;
import org.needscape.service.ImportRequest;
import org.needscape.service.ImportService;

/** The real service on a free port over a real store in a folder, with the client that the tests use. */
public final class JourneyService implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ServicePlace place;
    private final Services services;
    private final WebServer server;
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** A file as a browser would send it, under whatever name. */
    public record NamedBytes(String name, byte[] content) {}

    private JourneyService(String location, Map<String, String> environment, int uploadMegabytes) {
        Components components = new Components(environment);
        place = components.servicePlace(location);
        services = components.open(location);
        server = RunningService.server(new ServerSettings("127.0.0.1", 0, uploadMegabytes), services, place.uploads());
        address = server.start();
    }

    /** Serves a store by what a person calls it, with variables of its own. */
    public static JourneyService over(String location, Map<String, String> environment) {
        return new JourneyService(location, environment, ServerSettings.DEFAULT_UPLOAD_MEGABYTES);
    }

    /** Serves the store in a folder, made new where there is none. */
    public static JourneyService over(Path folder) {
        return over(folder, ServerSettings.DEFAULT_UPLOAD_MEGABYTES);
    }

    /** Serves the store in a folder and takes uploads up to a size. */
    public static JourneyService over(Path folder, int uploadMegabytes) {
        return new JourneyService(JourneyStores.location(folder), JourneyStores.environment(folder), uploadMegabytes);
    }

    /** Serves the fictional county from a store of its own, a copy of one that was loaded once for all journeys. */
    public static JourneyService withFictionalCounty(Path folder) {
        try {
            JourneyStores.copy(Loaded.STORE, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return over(folder);
    }

    /** Serves the fictional county and imports it first. */
    public static JourneyService importingFictionalCounty(Path folder) {
        JourneyService service = over(folder);
        new DemoLoader(service.services.imports(), new FictionalDecisions(service.services.targetSets()))
                .load(Progress.SILENT);
        return service;
    }

    /** The fictional county as its importers leave it, closed. */
    private static final class Loaded {

        private static final Path STORE = load();

        private static Path load() {
            try {
                Path folder = Files.createTempDirectory("needscape-journeys");
                importingFictionalCounty(folder.resolve("store")).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder.resolve("store");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Where uploads lie until they are read. */
    public Path uploads() {
        return place.uploads();
    }

    public String address() {
        return address;
    }

    /** What it answers, such as {@code GET /health}. */
    public List<String> routes() {
        return server.routes();
    }

    /** What imports without going through HTTP. */
    public ImportService imports() {
        return services.imports();
    }

    public void load(ImportRequest request) {
        services.imports().run(request, Progress.SILENT);
    }

    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The JSON at an address; anything but 200 fails. */
    public JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + text);
        }
        return MAPPER.readTree(text);
    }

    /** Sends an import form; files are given as paths or bytes, everything else as text. */
    public HttpResponse<byte[]> upload(Map<String, Object> fields, String... headers)
            throws IOException, InterruptedException {
        String boundary = "needscape-test-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            String disposition = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + '"';
            if (field.getValue() instanceof Path file) {
                writeFile(body, disposition, String.valueOf(file.getFileName()), Files.readAllBytes(file));
            } else if (field.getValue() instanceof NamedBytes file) {
                writeFile(body, disposition, file.name(), file.content());
            } else {
                body.write((disposition + "\r\n\r\n" + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post(body.toByteArray(), "multipart/form-data; boundary=" + boundary, headers);
    }

    /** Sends anything where the import form belongs. */
    public HttpResponse<byte[]> post(byte[] body, String contentType, String... headers)
            throws IOException, InterruptedException {
        return postTo("/api/v1/imports", body, contentType, headers);
    }

    public HttpResponse<byte[]> postTo(String path, byte[] body, String contentType, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Asks for a job to be cancelled. */
    public HttpResponse<byte[]> cancel(String job) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + job))
                .timeout(Duration.ofSeconds(60))
                .header("X-Needscape", "1")
                .DELETE()
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void writeFile(ByteArrayOutputStream body, String disposition, String name, byte[] content)
            throws IOException {
        body.write((disposition + "; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for the job of an import to end and returns it. */
    public JsonNode awaitJob(HttpResponse<byte[]> accepted) throws IOException, InterruptedException {
        if (accepted.statusCode() != 202) {
            throw new AssertionError("The import was not taken: " + accepted.statusCode() + " "
                    + new String(accepted.body(), StandardCharsets.UTF_8));
        }
        String location = accepted.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 1200; i++) {
            JsonNode job = json(location);
            String state = job.required("state").textValue();
            if (!state.equals("submitted") && !state.equals("running")) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The job did not end within a minute.");
    }

    @Override
    public void close() {
        server.close();
        services.close();
        place.close();
    }
}
