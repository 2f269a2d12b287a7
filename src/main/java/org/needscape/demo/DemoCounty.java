package org.needscape.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fictional county's files. They are in the publishers' own formats and have the publishers' own column names, so that
 * they load as real data does; the name of each says fictional.
 */
public final class DemoCounty {

    /** The seed of the files that come with the product. Its planted truth is what the tests check. */
    public static final long DEFAULT_SEED = 4;

    /** What the county is called. */
    public static final String NAME = CountyPlan.COUNTY_NAME;

    private DemoCounty() {}

    /**
     * Generates the county and writes its files. The same seed gives the same bytes on any machine.
     *
     * @param folder where to; made if it does not exist. Files of the same names are replaced
     * @param seed any number; other seeds give other counties of the same plan
     */
    public static void write(Path folder, long seed) throws IOException {
        Map<String, byte[]> files = files(seed);
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The content of all files by name, {@code SOURCE.md} last. */
    static Map<String, byte[]> files(long seed) throws IOException {
        County county = County.of(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(BoundaryFiles.LSOA_FILE, BoundaryFiles.lsoas(county));
        files.put(BoundaryFiles.DISTRICT_FILE, BoundaryFiles.districts(county));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.putAll(GeographyTables.of(county));
        texts.putAll(NeedTables.of(county));
        texts.putAll(HelpTables.of(county));
        texts.put(NeighbourTable.FILE, NeighbourTable.text(county));
        texts.put(CaseFile.FILE, CaseFile.text(county));
        texts.put(DecisionFile.FILE, DecisionFile.json(county));
        texts.put(ServiceTable.FILE, ServiceTable.text(county));
        texts.put("planted-truth.json", PlantedTruth.json(county));
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        files.put("SOURCE.md", SourceNote.text(county, files).getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
