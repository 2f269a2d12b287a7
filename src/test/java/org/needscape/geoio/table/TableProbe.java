package org.needscape.geoio.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;

/** A table in a test, the areas that are loaded for it and everything that its reader hands over. */
final class TableProbe {

    static final Geography LSOA_2001 = Geography.parse("lsoa-2001");
    static final Geography LSOA_2011 = Geography.parse("lsoa-2011");
    static final Geography LSOA_2021 = Geography.parse("lsoa-2021");

    private final Path file;
    private final Map<Geography, Set<AreaCode>> loaded = new HashMap<>();
    private final ImportLog log;
    private Predicate<Observation> wanted = observation -> true;
    final List<Indicator> indicators = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();

    private TableProbe(Path file) {
        this.file = file;
        log = new ImportLog(file.getFileName().toString());
    }

    /** A real file. */
    static TableProbe real(String relativePath) {
        return new TableProbe(RealData.require(relativePath));
    }

    /** A file with these lines. */
    static TableProbe written(Path folder, String... lines) {
        return named(folder, "table.csv", String.join("\n", lines) + "\n");
    }

    static TableProbe named(Path folder, String name, String text) {
        return bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static TableProbe bytes(Path folder, String name, byte[] bytes) {
        return new TableProbe(write(folder, name, bytes));
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TableProbe withLoaded(Geography geography, String... codes) {
        return withLoaded(
                geography,
                Arrays.stream(codes).map(AreaCode::new).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    TableProbe withLoaded(Geography geography, Set<AreaCode> codes) {
        loaded.put(geography, codes);
        return this;
    }

    /** Of a table of the whole country only these observations are kept. */
    TableProbe keeping(Predicate<Observation> some) {
        wanted = some;
        return this;
    }

    void keep(Observation observation) {
        if (wanted.test(observation)) {
            observations.add(observation);
        }
    }

    TableRequest request() {
        return new TableRequest(
                file,
                file.getFileName().toString(),
                geography -> loaded.getOrDefault(geography, Set.of()),
                log,
                Progress.SILENT);
    }

    TableSummary readDeprivation(int release) {
        return DeprivationFile.read(request(), release, indicators::add, this::keep);
    }

    ImportReport report() {
        return log.toReport();
    }

    Value value(String indicator, String area) {
        return observation(indicator, area).value();
    }

    Observation observation(String indicator, String area) {
        return observations.stream()
                .filter(observation -> observation.series().indicator().value().equals(indicator)
                        && observation.area().value().equals(area))
                .reduce((first, second) -> {
                    throw new AssertionError("two values of " + indicator + " for " + area);
                })
                .orElseThrow(() -> new AssertionError("no value of " + indicator + " for " + area));
    }

    double number(String indicator, String area) {
        return value(indicator, area).number().orElseThrow();
    }

    Indicator indicator(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no indicator " + id));
    }

    /** The refused rows as "line field area: reason". */
    List<String> refusals() {
        return report().problems().stream()
                .filter(problem -> problem.kind() == ImportProblem.Kind.REFUSED)
                .map(problem ->
                        problem.row() + " [" + problem.field() + "] " + problem.area() + ": " + problem.reason())
                .toList();
    }

    /** Read, accepted, refused, outside. */
    String counts() {
        ImportReport report = report();
        return report.read() + " read, " + report.accepted() + " accepted, " + report.refused() + " refused, "
                + report.outside() + " outside";
    }

    /** The LSOA codes of some districts or counties, from the published lookups. */
    static Set<AreaCode> realCodes(Geography geography, String... parents) {
        String file = geography.equals(LSOA_2021)
                ? "lookups/LSOA21_WD24_LAD24_England.csv"
                : "lookups/LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv";
        try (Stream<String> lines = Files.lines(RealData.require(file))) {
            Set<AreaCode> codes = lines.skip(1)
                    .filter(line ->
                            parents.length == 0 || Arrays.stream(parents).anyMatch(line::contains))
                    .map(line -> new AreaCode(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (codes.isEmpty()) {
                throw new AssertionError("no codes for " + Arrays.toString(parents));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The eight districts of Staffordshire. */
    static String[] staffordshire() {
        return new String[] {
            "E07000192", "E07000193", "E07000194", "E07000195", "E07000196", "E07000197", "E07000198", "E07000199"
        };
    }

    /** The four pilot areas: Staffordshire, Stoke-on-Trent, Warwickshire, Redcar and Cleveland. */
    static String[] pilots() {
        List<String> all = new ArrayList<>(List.of(staffordshire()));
        all.addAll(List.of("E06000021", "E06000003", "E07000218", "E07000219", "E07000220", "E07000221", "E07000222"));
        return all.toArray(String[]::new);
    }

    /** The lines of a real file with columns renamed, as a file of its own. */
    static Path rewritten(Path folder, String relativePath, Map<String, String> replacementsInHeader) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(RealData.require(relativePath)));
            String header = lines.get(0);
            for (Map.Entry<String, String> replacement : new LinkedHashMap<>(replacementsInHeader).entrySet()) {
                header = header.replace(replacement.getKey(), replacement.getValue());
            }
            lines.set(0, header);
            return Files.write(folder.resolve("rewritten.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TableProbe of(Path file) {
        return new TableProbe(file);
    }
}
