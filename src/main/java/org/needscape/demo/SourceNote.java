package org.needscape.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Measure;

/** The note that lies beside the files: where they come from, what is in them, how to make them again. */
final class SourceNote {

    private SourceNote() {}

    /**
     * The note.
     *
     * @param county the county
     * @param files the other files' content by name
     */
    static String text(County county, Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder(
                """
                # The fictional county of %s

                **Fictional data.** No area, name, number or child in these files exists.

                - Publisher: none. Invented by Needscape's own generator, package `org.needscape.demo`.
                - Licence: Apache License 2.0, as the rest of the project.
                - Date: none; the files depend on the seed only. The data say 2022 to 2024.
                - Seed: %d.
                - Make them again: `scripts/needscape demo-data FOLDER --seed %d`. The same seed gives the same bytes on any
                  machine; a test compares them with these files.

                ## The place

                %d LSOAs of about 1,500 residents in %d districts and %d MSOAs, with %d towns and villages, around the unitary
                city of %s. The city is no part of the county: it is a hole in the map. Of it and of the county of %s further off
                only rates by decile are known. Codes are `E01999nnn` (LSOA), `E02999nnn` (MSOA), `E07999nnn` (district),
                `%s` (county), `%s` and `%s` (neighbouring authorities), a block that no published register uses.

                Coordinates are on the British National Grid (EPSG:27700), on a grid of one centimetre; `LONG` and `LAT` are
                by OSTN15. The place is arbitrary. It lies in the North Sea, some 30 km off Norfolk and 30 km off Lincolnshire,
                so that over any background map nobody can take it for a real neighbourhood; it is within the extent of OSTN15
                and of England's bounding box. Neighbours share identical corners: no gaps, no overlaps, and each district is
                exactly the union of its LSOAs.

                ## How it was invented

                Land is a Voronoi diagram of small parcels, dense in towns, grouped into LSOAs and districts, with wandering
                borders. Each area has one level of deprivation: district, town, nearness to the town's middle, landscapes and
                chance. Ranks are as if the county stood among England's 33,755 LSOAs; the index follows from the seven domain
                ranks by the published method (weights .225 .225 .135 .135 .093 .093 .093 over the exponential transformation);
                scores follow simple curves that come near the published distributions of 2025. Circumstances are binomial
                counts that follow deprivation, each with a landscape of its own; counts of one to five are `[c]`, where
                there was nobody to count among `[z]`, and one MSOA's delivery that never came `[x]`. Children in need, child
                protection plans and children looked after are true Poisson counts on 31 March, independent from year to year,
                with a rate that falls by a constant factor from decile to decile, and so are early help, whose rate falls
                least, and children who started to be looked after in a year. Plans have a main reason besides, drawn
                everywhere alike, and children looked after a sex, an age band and a legal status; unaccompanied
                asylum-seeking children among them live in every decile at the same rate, and of the others each next one of
                an area is of the same family in four of ten draws. Counts of the neighbouring
                authorities are expected numbers, rounded: one has the county's own rates, the other, less deprived, higher
                ones. No count has a break in series. The case file has one row for each invented case, in an area where many are helped, with flags
                drawn one after another: some are likelier when another is there, by a planted odds ratio, and two depend on
                nothing; the level of need rises with what was found. Services are made up, with budgets of a size that counties
                state and sites in the middle of towns; none of them is for young people of 20 and over at levels 3 and 4.

                `planted-truth.json` says what was planted and what a method must and must not find.

                ## The files

                | file | format of | rows | SHA-256 |
                | --- | --- | --- | --- |
                """
                        .formatted(
                                CountyPlan.COUNTY_NAME,
                                county.seed(),
                                county.seed(),
                                county.areas().size(),
                                CountyPlan.DISTRICTS.size(),
                                county.areas().stream()
                                        .map(DemoArea::msoaCode)
                                        .distinct()
                                        .count(),
                                county.mesh().settlements().places().size(),
                                CountyPlan.CITY_NAME,
                                Neighbour.HARROWFEN.name(),
                                CountyPlan.COUNTY_CODE,
                                Neighbour.HARROWFEN.code(),
                                Neighbour.STONEMERE.code()));
        files.forEach((name, content) -> text.append("| `%s` | %s | %s | `%s` |\n"
                .formatted(name, formatOf(name), rows(county, name, content), sha256(content))));
        return text.toString();
    }

    private static String formatOf(String name) {
        if (name.endsWith(".zip")) {
            return "ONS boundaries, generalised and clipped (BGC), zipped shapefile";
        }
        if (name.startsWith("File_7")) {
            return "Indices of Deprivation 2025, File 7: 56 columns, one header cut at 80 characters as published";
        }
        if (name.startsWith("population")) {
            return "ONS residents by sex and single year of age";
        }
        if (name.endsWith("lookup.csv")) {
            return "ONS lookup";
        }
        if (name.startsWith("indicators")) {
            return "indicators, one column each, and what each was divided from";
        }
        if (name.startsWith("codebook")) {
            return "codebook of the indicators";
        }
        if (name.equals(HelpTables.countFile(Measure.CPP))) {
            return "counts by area and year, and of these by main reason where there are any";
        }
        if (name.equals(HelpTables.countFile(Measure.CLA))) {
            return "counts by area and year, with the squared sizes of families";
        }
        if (name.equals(HelpTables.countFile(Measure.EARLY_HELP))) {
            return "counts by area, one column for each year";
        }
        if (name.equals(HelpTables.PARTS_FILE)) {
            return "counts by area, year, breakdown and category where there are any";
        }
        if (name.equals(NeighbourTable.FILE)) {
            return "children and counts by authority, measure, year and national decile";
        }
        if (name.equals(CaseFile.FILE)) {
            return "cases by area, level and flags of risk factors";
        }
        if (name.equals(DecisionFile.FILE)) {
            return "decision record of an invented board, three revisions of 2024";
        }
        if (name.equals(ServiceTable.FILE)) {
            return "services by age and level, with budget, places and sites where known";
        }
        return name.endsWith(".json") ? "planted truth" : "counts by area and year";
    }

    private static String rows(County county, String name, byte[] content) {
        if (List.of(BoundaryFiles.LSOA_FILE, BoundaryFiles.DISTRICT_FILE).contains(name)) {
            int rows = name.equals(BoundaryFiles.LSOA_FILE) ? county.areas().size() : CountyPlan.DISTRICTS.size();
            return Integer.toString(rows);
        }
        if (name.endsWith(".json")) {
            return "";
        }
        long lines = new String(content, StandardCharsets.UTF_8).lines().count();
        return Long.toString(lines - 1);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
