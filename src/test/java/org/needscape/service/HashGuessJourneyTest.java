package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;

/**
 * Somebody who has all that leaves the service, all open files and every count but one tries out what the hidden one may be: no hash
 * tells when the guess is right. Hashes are made above the store, so it is run over one of the two.
 */
@Tag("embedded")
class HashGuessJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Geography LSOA = Geography.parse("lsoa-2021");
    private static final Pattern HASH = Pattern.compile("(hmac-sha256:)?\\b([0-9a-f]{64})\\b");
    private static final Map<String, Integer> COUNTS = new TreeMap<>(
            Map.of("E01999001", 3, "E01999002", 0, "E01999003", 8, "E01999004", 9, "E01999005", 7, "E01999006", 6));
    private static final int MOST_PARTS = 4;
    private static final String HIDDEN = "E01999001";

    @TempDir
    private static Path folder;

    /** Every text that leaves, by where. */
    private static final Map<String, String> LEAVING = new LinkedHashMap<>();

    private static Path counts;
    private static Store attackers;
    private static String areas;

    @BeforeAll
    static void collectEverythingThatLeaves() throws Exception {
        counts = Files.writeString(folder.resolve("counts.csv"), file(COUNTS.get(HIDDEN)));
        Path home = folder.resolve("store");
        ImportRequest.Options ofLsoas = ImportRequest.Options.none().withGeography(LSOA);
        try (JourneyService service = JourneyService.over(home)) {
            load(service, ImportKind.BOUNDARIES, COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), ofLsoas);
            load(
                    service,
                    ImportKind.DEPRIVATION,
                    COUNTY.resolve("File_7_IoD2025_fictional.csv"),
                    ImportRequest.Options.none().withRelease(2025));
            load(
                    service,
                    ImportKind.POPULATION,
                    COUNTY.resolve("population_mid2024_fictional.csv"),
                    ofLsoas.withPeriod(new Period("2024")));
            Map<String, Object> form =
                    Map.of("kind", "counts", "file", counts, "geography", "lsoa-2021", "measure", "cla");
            HttpResponse<byte[]> accepted = service.upload(form, "X-Needscape", "1");
            JsonNode job = service.awaitJob(accepted);
            assertEquals("done", job.required("state").textValue());
            LEAVING.put("job", job.toString());
            LEAVING.put(
                    "report", text(service, "/api/v1/jobs/" + job.required("id").textValue() + "/report.csv"));
            collect(service);
        }
        // What an attacker knows goes into a store of his own, but for the one count; his hashes of content are as
        // ours.
        attackers = JourneyStores.open(JourneyStores.copy(home, folder.resolve("attackers")));
        areas = attackers.read(session -> session.areas().contentHash(ExtentName.FICTIONAL, LSOA));
    }

    @AfterAll
    static void close() {
        attackers.close();
    }

    @Test
    void everyPlainHashThatLeavesIsOfOpenDataAlone() throws Exception {
        Set<String> open = new TreeSet<>();
        attackers.read(session -> session.datasets().list()).stream()
                .filter(dataset -> !dataset.kind().equals("counts"))
                .forEach(dataset -> open.add(dataset.sha256()));
        Set<String> keyed = new TreeSet<>();
        for (JsonNode layer : layers()) {
            JsonNode manifest = layer.required("manifest");
            Set<String> hashes = new TreeSet<>();
            hashes.add(manifest.required("resultHash").textValue());
            if (manifest.at("/parameters").has("subjectHash")) {
                hashes.add(manifest.at("/parameters/subjectHash").textValue());
            }
            (layer.has("marking") ? keyed : open).addAll(hashes);
        }

        Set<String> plain = new TreeSet<>();
        LEAVING.forEach((where, text) -> {
            Matcher found = HASH.matcher(text);
            while (found.find()) {
                if (found.group(1) == null) {
                    plain.add(found.group(2));
                }
            }
        });

        plain.removeAll(open);
        assertEquals(Set.of(), plain);
        assertFalse(keyed.isEmpty());
        assertTrue(keyed.stream().allMatch(hash -> hash.startsWith("hmac-sha256:")), keyed.toString());
        assertTrue(LEAVING.get("/api/v1/extents/fictional-county/gradients/cla-2024")
                .contains("hmac-sha256:"));
    }

    @Test
    void noGuessOfAHiddenCountIsFoundInAnyHash() throws Exception {
        Set<String> leaving = new TreeSet<>();
        LEAVING.forEach((where, text) -> {
            Matcher found = HASH.matcher(text);
            while (found.find()) {
                leaving.add(found.group(2));
            }
        });
        List<JsonNode> restricted =
                layers().stream().filter(layer -> layer.has("marking")).toList();
        assertFalse(restricted.isEmpty());
        String trueContent = contents(COUNTS.get(HIDDEN)).get(0);

        List<Integer> right = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        for (int guess = 0; guess <= 9; guess++) {
            Path guessed = Files.writeString(folder.resolve("guess.csv"), file(guess));
            List<String> contents = contents(guess);
            Set<String> candidates = new TreeSet<>(contents);
            candidates.add(Hashes.ofFile(guessed));
            restricted.forEach(layer -> candidates.addAll(candidates(layer, contents)));
            if (candidates.contains(trueContent) && candidates.contains(Hashes.ofFile(counts))) {
                right.add(guess);
            }
            candidates.retainAll(leaving);
            if (!candidates.isEmpty()) {
                found.add(guess);
            }
        }

        assertEquals(List.of(COUNTS.get(HIDDEN)), right);
        assertEquals(List.of(), found);
        // The same attack works where it may: on open data.
        JsonNode open = layers().stream()
                .filter(layer -> layer.required("id").textValue().startsWith("indicator-population"))
                .findFirst()
                .orElseThrow();
        assertTrue(candidates(open, contents(0))
                .contains(open.at("/manifest/resultHash").textValue()));
        assertTrue(leaving.contains(Hashes.ofFile(COUNTY.resolve("population_mid2024_fictional.csv"))));
    }

    /**
     * What a layer's hash would be without a key, from its public manifest, the rule that hides and the content of series, in every
     * order that comes into question.
     */
    private static Set<String> candidates(JsonNode layer, List<String> contents) {
        JsonNode manifest = layer.required("manifest");
        List<String> parts = new ArrayList<>(contents);
        parts.add(Hashes.ofTexts(List.of(DisclosurePolicy.DEFAULT.toString())));
        Set<String> candidates = new LinkedHashSet<>();
        List<List<String>> orders = List.of(List.of(areas));
        for (int length = 1; length <= MOST_PARTS; length++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> order : orders) {
                for (String part : parts) {
                    List<String> one = new ArrayList<>(order);
                    one.add(part);
                    longer.add(one);
                    candidates.add(hash(manifest, one));
                }
            }
            orders = longer;
        }
        return candidates;
    }

    private static String hash(JsonNode manifest, List<String> contents) {
        List<String> texts = new ArrayList<>();
        texts.add(SoftwareVersion.RESULTS);
        texts.add(manifest.required("method").textValue());
        texts.addAll(contents);
        Map<String, String> parameters = new TreeMap<>();
        manifest.required("parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().textValue()));
        parameters.forEach((name, value) -> texts.addAll(List.of(name, value)));
        return Hashes.ofTexts(texts);
    }

    /** The hashes of the content of the counts, with the guess in place of the hidden one, and of the series of people. */
    private static List<String> contents(int guess) {
        return attackers.write(session -> {
            ExtentName extent = ExtentName.FICTIONAL;
            SeriesKey cla = session.observations().listSeries(extent).stream()
                    .map(StoredSeries::key)
                    .filter(key -> key.indicator().equals(Measure.parse("cla").indicatorId()))
                    .findFirst()
                    .orElseThrow();
            long dataset = session.datasets().list().get(0).id();
            session.observations()
                    .save(dataset, List.of(Observation.of(cla, new AreaCode(HIDDEN), Value.known(guess))));
            List<String> contents = new ArrayList<>();
            for (StoredSeries series : session.observations().listSeries(extent)) {
                if (series.key().equals(cla)) {
                    contents.add(0, series.contentHash());
                } else if (series.key().indicator().value().startsWith("population")) {
                    contents.add(series.contentHash());
                }
            }
            return contents;
        });
    }

    private static List<JsonNode> layers() throws IOException {
        List<JsonNode> layers = new ArrayList<>();
        for (Map.Entry<String, String> document : LEAVING.entrySet()) {
            if (document.getKey().endsWith("/values")) {
                layers.add(new ObjectMapper().readTree(document.getValue()).required("layer"));
            }
        }
        return layers;
    }

    private static void collect(JourneyService service) throws Exception {
        String extent = "/api/v1/extents/fictional-county";
        for (String path : List.of("/api/v1/layers", "/api/v1/extents", extent + "/areas/lsoa-2021/" + HIDDEN)) {
            text(service, path);
        }
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            String address = "/api/v1/layers/" + layer.required("id").textValue();
            for (String end : List.of("/values", ".csv", ".csv-metadata.json", ".geojson")) {
                text(service, address + end);
            }
            byte[] zip = service.get(address + ".shp.zip").body();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    LEAVING.put(
                            address + ".shp.zip " + entry.getName(),
                            new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        for (JsonNode gradient : service.json(extent + "/gradients").required("gradients")) {
            text(service, gradient.at("/links/json").textValue());
            text(service, gradient.at("/links/svg").textValue());
        }
    }

    private static String text(JourneyService service, String path) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);
        assertEquals(200, answer.statusCode(), path);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        LEAVING.put(path, text);
        LEAVING.put(path + " headers", answer.headers().map().toString());
        return text;
    }

    private static void load(JourneyService service, ImportKind kind, Path file, ImportRequest.Options options) {
        service.load(new ImportRequest(kind, file, String.valueOf(file.getFileName()), options));
    }

    private static String file(int hidden) {
        StringBuilder text = new StringBuilder("LSOA21CD,period,count\n");
        COUNTS.forEach((code, count) -> text.append(code)
                .append(",2024,")
                .append(code.equals(HIDDEN) ? hidden : count)
                .append('\n'));
        return text.toString();
    }
}
