package org.needscape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;
import org.needscape.report.ImportReport;
import org.needscape.service.FictionalDecisions;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.ImportRequest.Options;
import org.needscape.service.ImportService;

/** Imports the fictional county that ships with the program, through the same importers as real data. */
final class DemoLoader {

    private static final Geography LSOA = Geography.parse("lsoa-2021");
    private static final Geography LAD = Geography.parse("lad-2024");

    private final ImportService imports;
    private final FictionalDecisions decisions;

    DemoLoader(ImportService imports, FictionalDecisions decisions) {
        this.imports = imports;
        this.decisions = decisions;
    }

    List<ImportReport> load(Progress progress) {
        try {
            Path folder = Files.createTempDirectory("needscape-demo");
            try {
                List<ImportReport> reports = imports.runAll(requests(folder), progress);
                decisions.save(ExtentName.FICTIONAL, Files.readString(copy(folder, "target_areas_fictional.json")));
                return reports;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ImportRequest> requests(Path folder) throws IOException {
        Options areas = Options.none().withGeography(LSOA);
        List<ImportRequest> requests = new ArrayList<>();
        requests.add(request(folder, ImportKind.BOUNDARIES, "LSOA_2021_fictional_BGC.zip", areas));
        requests.add(request(
                folder,
                ImportKind.BOUNDARIES,
                "LAD_2024_fictional_BGC.zip",
                Options.none().withGeography(LAD)));
        requests.add(
                request(folder, ImportKind.LOOKUP, "LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv", Options.none()));
        requests.add(request(
                folder,
                ImportKind.DEPRIVATION,
                "File_7_IoD2025_fictional.csv",
                Options.none().withRelease(2025)));
        for (int year = 2022; year <= 2024; year++) {
            requests.add(request(
                    folder,
                    ImportKind.POPULATION,
                    "population_mid" + year + "_fictional.csv",
                    areas.withPeriod(new Period(Integer.toString(year)))));
        }
        Path codebook = copy(folder, "codebook.csv");
        requests.add(request(
                folder,
                ImportKind.INDICATORS,
                "indicators_fictional_wide.csv",
                areas.withCodebook(codebook, "codebook.csv")));
        requests.add(
                request(folder, ImportKind.COUNTS, "children_in_need_fictional.csv", areas.withMeasure(Measure.CIN)));
        requests.add(request(
                folder, ImportKind.COUNTS, "child_protection_plans_fictional.csv", areas.withMeasure(Measure.CPP)));
        requests.add(request(
                folder, ImportKind.COUNTS, "children_looked_after_fictional.csv", areas.withMeasure(Measure.CLA)));
        requests.add(request(
                folder,
                ImportKind.COUNTS,
                "children_looked_after_parts_fictional.csv",
                areas.withMeasure(Measure.CLA)));
        requests.add(
                request(folder, ImportKind.COUNTS, "early_help_fictional.csv", areas.withMeasure(Measure.EARLY_HELP)));
        requests.add(request(
                folder,
                ImportKind.COUNTS,
                "children_starting_to_be_looked_after_fictional.csv",
                areas.withMeasure(Measure.CLA_STARTS)));
        requests.add(request(folder, ImportKind.AUTHORITY, "neighbouring_authorities_fictional.csv", Options.none()));
        requests.add(request(folder, ImportKind.CASES, "cases_fictional.csv", areas));
        requests.add(request(folder, ImportKind.SERVICES, "services_fictional.csv", Options.none()));
        return requests;
    }

    private static ImportRequest request(Path folder, ImportKind kind, String name, Options options)
            throws IOException {
        return new ImportRequest(kind, copy(folder, name), name, options);
    }

    private static Path copy(Path folder, String name) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream in = DemoLoader.class.getResourceAsStream("/geodata/fictional-county/" + name)) {
            if (in == null) {
                throw new IOException("The build lacks " + name);
            }
            Files.copy(in, target);
        }
        return target;
    }

    private static void delete(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
