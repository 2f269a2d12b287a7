package org.needscape.journey.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.JourneyService;
import org.needscape.service.LayerFormat;

/**
 * Every route of the service and how its addresses are found. Routes that are not listed here are an error: whoever adds one says
 * here how an ordinary user would come to fill it.
 */
final class Routes {

    private static final String EXTENT = "/api/v1/extents/{extent}";
    private static final int PLACES = 6;

    /** The routes that are read, each with the parameters after the question mark that are tried. */
    private static final Map<String, Set<String>> READ = Map.ofEntries(
            Map.entry("/health", Set.of()),
            Map.entry("/metrics", Set.of()),
            Map.entry("/api/v1/openapi.json", Set.of()),
            Map.entry("/api/v1/extents", Set.of()),
            Map.entry("/api/v1/layers", Set.of("extent")),
            Map.entry("/api/v1/layers/{id}/values", Set.of()),
            Map.entry("/api/v1/layers/{document}", Set.of("download")),
            Map.entry(EXTENT + "/geometries/{geography}", Set.of("bbox")),
            Map.entry(EXTENT + "/areas", Set.of("q", "limit", "point")),
            Map.entry(EXTENT + "/areas/{geography}/{code}", Set.of()),
            Map.entry(EXTENT + "/gradients", Set.of()),
            Map.entry(EXTENT + "/gradients/{document}", Set.of()),
            Map.entry(EXTENT + "/gradients/{id}/report", Set.of("places", "tenths", "unaccompanied", "funnel")),
            Map.entry(EXTENT + "/gradients/{id}/report.csv", Set.of("places", "tenths", "unaccompanied", "funnel")),
            Map.entry(EXTENT + "/gradients/{id}/charts/{chart}", Set.of("places", "tenths", "unaccompanied", "funnel")),
            Map.entry(EXTENT + "/hotspots", Set.of()),
            Map.entry(EXTENT + "/hotspots/{id}", Set.of()),
            Map.entry(EXTENT + "/neighbours/{geography}/{code}", Set.of("kind")),
            Map.entry(EXTENT + "/target-areas", Set.of()),
            Map.entry(EXTENT + "/target-suggestions", Set.of()),
            Map.entry(EXTENT + "/target-suggestions/{id}", Set.of()),
            Map.entry(EXTENT + "/target-sets", Set.of()),
            Map.entry(EXTENT + "/target-sets/{id}", Set.of()),
            Map.entry(EXTENT + "/target-sets/{id}/revisions/{revision}", Set.of()),
            Map.entry(EXTENT + "/target-sets/{id}/revisions/{revision}/pack", Set.of("download")),
            Map.entry(EXTENT + "/target-sets/{id}/revisions/{revision}/review", Set.of()),
            Map.entry(EXTENT + "/target-sets/{id}/revisions/{revision}/{document}", Set.of("download")),
            Map.entry(EXTENT + "/target-sets/{id}/comparison", Set.of("first", "second")),
            Map.entry(EXTENT + "/provision", Set.of("key")),
            Map.entry(EXTENT + "/provision.csv", Set.of("key")),
            Map.entry(EXTENT + "/matrices", Set.of()),
            Map.entry(EXTENT + "/cases", Set.of()),
            Map.entry(EXTENT + "/cases/{document}", Set.of("district")),
            Map.entry(EXTENT + "/place-cooccurrence", Set.of()),
            Map.entry("/api/v1/cohort-range", Set.of("count", "unique", "population", "systems")),
            Map.entry(EXTENT + "/matrices/{document}", Set.of("version", "geography", "period", "most")),
            Map.entry(EXTENT + "/measures", Set.of()),
            Map.entry("/api/v1/recipes", Set.of()),
            Map.entry("/api/v1/recipes/schema", Set.of()),
            Map.entry("/api/v1/recipes/{id}", Set.of()),
            Map.entry("/api/v1/recipes/{id}/versions/{version}", Set.of()),
            Map.entry(EXTENT + "/matrices/{id}/sensitivity", Set.of("version", "geography", "period", "most")),
            Map.entry(EXTENT + "/protection", Set.of()),
            Map.entry("/api/v1/authorities", Set.of()),
            Map.entry("/api/v1/authorities/gradient", Set.of("measure", "period", "deprivation")),
            Map.entry("/api/v1/authorities/gradient.csv", Set.of("measure", "period", "deprivation")),
            Map.entry(
                    "/api/v1/authorities/gradient/charts/{chart}",
                    Set.of("measure", "period", "deprivation", "chosen", "funnel")),
            Map.entry("/api/v1/authorities/{code}", Set.of()),
            Map.entry("/api/v1/authorities/{code}/charts/{chart}", Set.of("measure")),
            Map.entry("/api/v1/jobs/{id}", Set.of()),
            Map.entry("/api/v1/jobs/{id}/report.csv", Set.of()));

    /** The routes that change something, and why they need no more than what is said here. */
    private static final Map<String, String> CHANGES = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/extents/{extent}/selections", "answers or refuses; attacked by SelectionAttackTest"),
            Map.entry(
                    "POST /api/v1/extents/{extent}/matrices",
                    "made of the same protected values as the matrices that are read; compared with them in RecipeJourneyTest"),
            Map.entry("POST /api/v1/extents/{extent}/hotspots", "gives out an id and a job; the answer is read"),
            Map.entry("POST /api/v1/recipes", "gives out what was sent, and a layer and matrix that are read"),
            Map.entry(
                    "POST /api/v1/recipes/{id}/versions",
                    "gives out what was sent, and a layer and matrix that are read"),
            Map.entry("POST /api/v1/imports", "gives out the number of a job only; the job and its report are read"),
            Map.entry(
                    "POST /api/v1/extents/{extent}/target-suggestions",
                    "gives out an id and a job; the answer is read"),
            Map.entry("POST /api/v1/extents/{extent}/target-tallies", "has the figures of a saved set, which is read"),
            Map.entry(
                    "POST /api/v1/extents/{extent}/target-sets", "gives out what was sent, with figures that are read"),
            Map.entry(
                    "POST /api/v1/extents/{extent}/target-sets/{id}/revisions",
                    "gives out what was sent, with figures that are read"),
            Map.entry("DELETE /api/v1/jobs/{id}", "gives out the job only, as reading it does"));

    private final JourneyService service;
    private final Walk walk;
    private final Set<String> walked = new TreeSet<>();

    Routes(JourneyService service) {
        this.service = service;
        this.walk = new Walk(service);
    }

    /** Routes and parameters that the crawler does not know how to fill. */
    static List<String> unknown(List<String> routes, JsonNode description) {
        List<String> unknown = new ArrayList<>();
        for (String route : routes) {
            String path = route.substring(route.indexOf(' ') + 1);
            if (!route.startsWith("GET ")) {
                if (!CHANGES.containsKey(route)) {
                    unknown.add(route);
                }
            } else if (!READ.containsKey(path)) {
                unknown.add(route);
            } else {
                for (JsonNode parameter :
                        description.required("paths").path(path).at("/get/parameters")) {
                    if (parameter.path("in").asText().equals("query")
                            && !READ.get(path).contains(parameter.path("name").asText())) {
                        unknown.add(route + " " + parameter.path("name").asText());
                    }
                }
            }
        }
        return unknown;
    }

    /**
     * Walks all routes but those of profiles.
     *
     * @param areas the codes of areas to look for
     */
    Walk walkAll(List<String> areas) throws Exception {
        // What can be looked at is printed from these pages; they fetch nothing else.
        walk.files(List.of(
                "/",
                "/index.html",
                "/matrix.html",
                "/together.html",
                "/gradient.html",
                "/hotspots.html",
                "/targets.html",
                "/authorities.html",
                "/provision.html",
                "/weights.html",
                "/recipes.html",
                "/data.html",
                "/protection.html",
                "/webjars/leaflet/1.9.4/dist/leaflet.js"));
        for (String path : List.of("/health", "/api/v1/openapi.json", "/api/v1/layers")) {
            read(path, path);
        }
        for (JsonNode layer : walk.json("/api/v1/layers").required("layers")) {
            walkLayer(layer.required("id").textValue());
        }
        for (JsonNode extent : read("/api/v1/extents", "/api/v1/extents").json().required("extents")) {
            walkExtent(extent, areas);
        }
        read("/api/v1/cohort-range", "/api/v1/cohort-range?count=3500&count=19000&unique=40&systems=2-3");
        for (JsonNode recipe : read("/api/v1/recipes", "/api/v1/recipes").json().required("recipes")) {
            JsonNode links = recipe.required("links");
            read("/api/v1/recipes/{id}", links.required("self").textValue());
            read(
                    "/api/v1/recipes/{id}/versions/{version}",
                    links.required("version").textValue());
        }
        read("/api/v1/recipes/schema", "/api/v1/recipes/schema");
        walkAuthorities();
        read("/metrics", "/metrics");
        walkJob(areas.get(0), areas.get(1));
        return walk;
    }

    /** Routes of the service that were never asked. */
    List<String> forgotten() {
        return service.routes().stream()
                .filter(route -> route.startsWith("GET ") && !walked.contains(route.substring(4)))
                .toList();
    }

    private void walkAuthorities() throws Exception {
        String root = "/api/v1/authorities";
        for (JsonNode authority : read(root, root).json().required("authorities")) {
            String link = authority.at("/links/json").textValue();
            if (!read(root + "/{code}", link).json().required("measures").isEmpty()) {
                read(root + "/{code}/charts/{chart}", link + "/charts/trend.svg");
            }
        }
        String question = "?measure=cla-at-31-march&period=2024&deprivation=2019";
        read(root + "/gradient", root + "/gradient" + question);
        read(root + "/gradient.csv", root + "/gradient.csv" + question);
        read(root + "/gradient/charts/{chart}", root + "/gradient/charts/scatter.svg" + question);
    }

    private void walkLayer(String id) throws Exception {
        for (LayerFormat format : LayerFormat.values()) {
            if (format == LayerFormat.VALUES) {
                read("/api/v1/layers/{id}/values", "/api/v1/layers/" + id + "/values");
            } else if (format != LayerFormat.GEOPACKAGE
                    || Figure.inLayer(id, "").isPresent()) {
                // A GeoPackage has the fields of the shapefile, so it is read where counts stand.
                read("/api/v1/layers/{document}", "/api/v1/layers/" + id + format.suffix());
            }
        }
        if (Figure.inLayer(id, "").isPresent()) {
            read("/api/v1/layers/{document}", "/api/v1/layers/" + id + ".csv?download=1");
        }
    }

    private void walkExtent(JsonNode extent, List<String> areas) throws Exception {
        String root = "/api/v1/extents/" + extent.required("name").textValue();
        read(
                "/api/v1/layers",
                "/api/v1/layers?extent=" + extent.required("name").textValue());
        for (JsonNode geography : extent.required("geographies")) {
            String path = root + "/geometries/" + geography.textValue();
            for (JsonNode feature :
                    read(EXTENT + "/geometries/{geography}", path).whole().required("features")) {
                String code = feature.required("id").textValue();
                if (geography.textValue().startsWith("lad-") || areas.contains(code)) {
                    walkPlace(root, geography.textValue(), code, box(feature.required("geometry")));
                }
            }
        }
        for (JsonNode gradient :
                read(EXTENT + "/gradients", root + "/gradients").json().required("gradients")) {
            for (JsonNode link : gradient.required("links")) {
                read(EXTENT + "/gradients/{document}", link.textValue());
            }
            walkReport(root + "/gradients/" + gradient.required("id").textValue());
        }
        walkHotspots(root);
        walkTargetSet(root, areas);
        walkTargetSuggestions(root);
        for (JsonNode matrix :
                read(EXTENT + "/matrices", root + "/matrices").json().required("matrices")) {
            for (JsonNode link : matrix.required("links")) {
                String route = link.textValue().endsWith("/sensitivity") ? "/{id}/sensitivity" : "/{document}";
                read(EXTENT + "/matrices" + route, link.textValue());
            }
        }
        for (JsonNode cases : read(EXTENT + "/cases", root + "/cases").json().required("cases")) {
            for (JsonNode link : cases.required("links")) {
                read(EXTENT + "/cases/{document}", link.textValue());
                for (JsonNode district : cases.required("districts")) {
                    read(EXTENT + "/cases/{document}", link.textValue() + "?district=" + district.textValue());
                }
            }
        }
        read(EXTENT + "/measures", root + "/measures");
        read(EXTENT + "/place-cooccurrence", root + "/place-cooccurrence");
        read(EXTENT + "/provision", root + "/provision?key=children-in-need");
        read(EXTENT + "/provision.csv", root + "/provision.csv?key=need");
        read(EXTENT + "/matrices/{document}", root + "/matrices/default.csv?geography=lsoa-2021&period=2024&most=20");
        if (service.routes().contains("GET " + EXTENT + "/protection")) {
            read(EXTENT + "/protection", root + "/protection");
        }
    }

    /** A report with its usual places, and with every district, so many at a time as it takes. */
    private void walkReport(String gradient) throws Exception {
        String report = EXTENT + "/gradients/{id}/report";
        JsonNode usual = read(report, gradient + "/report").json();
        read(report + ".csv", gradient + "/report.csv?funnel=adjusted");
        read(EXTENT + "/gradients/{id}/charts/{chart}", gradient + "/charts/places.svg");
        if (usual.at("/choices/unaccompanied").booleanValue()) {
            read(report, gradient + "/report?unaccompanied=out");
        }
        if (usual.at("/choices/local").booleanValue()) {
            read(report, gradient + "/report?tenths=local");
        }
        List<String> districts = new ArrayList<>();
        for (JsonNode place : usual.at("/choices/places")) {
            if (place.required("kind").textValue().equals("district")) {
                districts.add(place.required("code").textValue());
            }
        }
        for (int first = 0; first < districts.size(); first += PLACES) {
            List<String> some = districts.subList(first, Math.min(districts.size(), first + PLACES));
            read(report, gradient + "/report?places=" + String.join(",", some));
        }
    }

    /** Hotspots of the latest rates of every measure, with the scan, which sees counts; years are compared in each. */
    /** A set of the areas that are looked for, of the district of the first. */
    private void walkTargetSet(String root, List<String> areas) throws Exception {
        JsonNode district =
                service.json(root + "/areas/lsoa-2021/" + areas.get(0)).at("/district/code");
        String set = "{\"title\":\"Crawled\",\"savedBy\":\"Crawler\",\"district\":" + district
                + ",\"areas\":[{\"code\":\"" + areas.get(0) + "\"}]}";
        HttpResponse<byte[]> saved = service.postTo(
                root + "/target-sets", set.getBytes(StandardCharsets.UTF_8), "application/json", "X-Needscape", "1");
        assertEquals(201, saved.statusCode(), new String(saved.body(), StandardCharsets.UTF_8));
        String route = EXTENT + "/target-sets";
        String address = root + "/target-sets/"
                + new ObjectMapper().readTree(saved.body()).required("id").textValue();
        read(EXTENT + "/target-areas", root + "/target-areas");
        read(route, root + "/target-sets");
        read(route + "/{id}", address);
        read(route + "/{id}/revisions/{revision}", address + "/revisions/1");
        read(route + "/{id}/comparison", address + "/comparison?first=1&second=1");
        read(route + "/{id}/revisions/{revision}/pack", address + "/revisions/1/pack");
        read(route + "/{id}/revisions/{revision}/review", address + "/revisions/1/review");
        for (String format : List.of("csv?download=1", "geojson", "zip", "gpkg")) {
            read(route + "/{id}/revisions/{revision}/{document}", address + "/revisions/1/areas." + format);
        }
    }

    /** The best areas by every measure of need, and what small budgets reach by help, whose counts are small. */
    private void walkTargetSuggestions(String root) throws Exception {
        String route = EXTENT + "/target-suggestions";
        String address = root + "/target-suggestions";
        for (JsonNode need : read(route, address).json().required("needs")) {
            String code = need.required("code").textValue();
            List<String> questions = new ArrayList<>(
                    List.of("{\"need\":\"" + code + "\",\"areasTo\":40,\"robustness\":true,\"timeLimitSeconds\":2}"));
            if (code.startsWith("help-")) {
                questions.add("{\"need\":\"" + code
                        + "\",\"method\":\"frontier\",\"resource\":\"areas\",\"budgets\":[1,2,3,5]}");
            }
            for (String question : questions) {
                HttpResponse<byte[]> accepted = service.postTo(
                        address, question.getBytes(StandardCharsets.UTF_8), "application/json", "X-Needscape", "1");
                service.awaitJob(accepted);
                read(
                        route + "/{id}",
                        new ObjectMapper()
                                .readTree(accepted.body())
                                .at("/links/result")
                                .textValue());
            }
        }
    }

    private void walkHotspots(String root) throws Exception {
        Map<String, String> latest = new TreeMap<>();
        for (JsonNode subject :
                read(EXTENT + "/hotspots", root + "/hotspots").json().required("subjects")) {
            if (subject.required("kind").textValue().equals("rate")) {
                String id = subject.required("id").textValue();
                latest.merge(
                        id.substring(0, id.lastIndexOf('-')),
                        id,
                        (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
        for (String id : latest.values()) {
            String question = "{\"subject\":\"" + id
                    + "\",\"methods\":[\"gi-star\",\"scan\"],\"neighbours\":[\"queen\"],\"permutations\":99}";
            HttpResponse<byte[]> accepted = service.postTo(
                    root + "/hotspots",
                    question.getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    "X-Needscape",
                    "1");
            if (accepted.statusCode() == 422) {
                continue; // so much is hidden that nothing can be tested
            }
            JsonNode links = new ObjectMapper().readTree(accepted.body()).required("links");
            service.awaitJob(accepted);
            JsonNode found = read(
                            EXTENT + "/hotspots/{id}", links.required("result").textValue())
                    .json();
            walkLayer(found.required("links").required("values").textValue().split("/")[4]);
            read(
                    EXTENT + "/neighbours/{geography}/{code}",
                    root + "/neighbours/" + found.required("geography").textValue() + "/"
                            + found.at("/areas/0/code").textValue() + "?kind=nearest-6");
        }
    }

    private void walkPlace(String root, String geography, String code, double[] box) throws Exception {
        read(EXTENT + "/areas/{geography}/{code}", root + "/areas/" + geography + "/" + code);
        read(EXTENT + "/areas", root + "/areas?limit=3&q=" + code);
        read(EXTENT + "/areas", root + "/areas?point=" + (box[0] + box[2]) / 2 + "," + (box[1] + box[3]) / 2);
        read(
                EXTENT + "/geometries/{geography}",
                root + "/geometries/" + geography + "?bbox="
                        + String.join(
                                ",",
                                Arrays.stream(box).mapToObj(Double::toString).toList()));
    }

    /**
     * An import of which a row is refused: its report must say nothing of the figures that were sent or were there before. It comes
     * last, for it changes what is shown.
     */
    private void walkJob(String refused, String accepted) throws Exception {
        StringBuilder table = new StringBuilder("LSOA21CD,period,count\n" + accepted + ",2019,0\n");
        // Row numbers in a report are no counts: the refused row gets one that no count has.
        for (int i = 900; i < 999; i++) {
            table.append("E01999").append(i).append(",2019,0\n");
        }
        table.append(refused).append(",2019,many\n");
        Map<String, Object> form = new TreeMap<>(Map.of("kind", "counts", "geography", "lsoa-2021", "measure", "cla"));
        form.put(
                "file",
                new JourneyService.NamedBytes("counts.csv", table.toString().getBytes(StandardCharsets.UTF_8)));
        JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));
        String path = "/api/v1/jobs/" + job.required("id").textValue();
        read("/api/v1/jobs/{id}", path);
        read("/api/v1/jobs/{id}/report.csv", path + "/report.csv");
    }

    private Document read(String route, String path) throws Exception {
        walked.add(route);
        return walk.get(path);
    }

    private static double[] box(JsonNode geometry) {
        double[] box = {180, 90, -180, -90};
        grow(geometry.required("coordinates"), box);
        return box;
    }

    private static void grow(JsonNode coordinates, double[] box) {
        if (coordinates.path(0).isNumber()) {
            box[0] = Math.min(box[0], coordinates.path(0).doubleValue());
            box[1] = Math.min(box[1], coordinates.path(1).doubleValue());
            box[2] = Math.max(box[2], coordinates.path(0).doubleValue());
            box[3] = Math.max(box[3], coordinates.path(1).doubleValue());
        } else {
            coordinates.forEach(part -> grow(part, box));
        }
    }
}
