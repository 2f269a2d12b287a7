package org.needscape.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.table.DeprivationRelease;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/**
 * A file to import and how to read it. What a kind does not need is null.
 *
 * @param kind what it holds
 * @param file where it lies
 * @param fileName what people call it; an upload lies under another name. Any folder, line break and other character that could
 *     make a sentence look like something else is taken out of it
 * @param options the rest
 */
public record ImportRequest(ImportKind kind, Path file, String fileName, Options options) {

    private static final int LONGEST_NAME = 120;

    public ImportRequest {
        fileName = displayName(fileName);
    }

    /**
     * How to read the file.
     *
     * @param geography level and vintage of its areas: boundaries, population, indicators, counts, cases
     * @param release the year of the Indices: deprivation
     * @param measure what is counted: counts
     * @param period when: population; counts and cases whose file has no period column
     * @param codebook the file that defines the columns: indicators
     * @param codebookName what people call it
     * @param extent the extent that it is for; without one, all areas loaded
     * @param where a condition that records must meet, such as {@code LSOA21NM LIKE 'Tamworth%'}: boundaries
     * @param agreed what was agreed about restricted figures before any of them is shown: indicators, counts, cases
     */
    public record Options(
            @Nullable Geography geography,
            @Nullable Integer release,
            @Nullable Measure measure,
            @Nullable Period period,
            @Nullable Path codebook,
            @Nullable String codebookName,
            @Nullable ExtentName extent,
            @Nullable String where,
            PolicyChange agreed) {

        public static Options none() {
            return new Options(null, null, null, null, null, null, null, null, PolicyChange.none());
        }

        public Options withGeography(@Nullable Geography value) {
            return new Options(value, release, measure, period, codebook, codebookName, extent, where, agreed);
        }

        public Options withRelease(@Nullable Integer value) {
            return new Options(geography, value, measure, period, codebook, codebookName, extent, where, agreed);
        }

        public Options withMeasure(@Nullable Measure value) {
            return new Options(geography, release, value, period, codebook, codebookName, extent, where, agreed);
        }

        public Options withPeriod(@Nullable Period value) {
            return new Options(geography, release, measure, value, codebook, codebookName, extent, where, agreed);
        }

        public Options withCodebook(Path value, String name) {
            return new Options(geography, release, measure, period, value, displayName(name), extent, where, agreed);
        }

        public Options withExtent(@Nullable ExtentName value) {
            return new Options(geography, release, measure, period, codebook, codebookName, value, where, agreed);
        }

        public Options withAgreed(PolicyChange value) {
            return new Options(geography, release, measure, period, codebook, codebookName, extent, where, value);
        }

        public Options withWhere(@Nullable String value) {
            return new Options(geography, release, measure, period, codebook, codebookName, extent, value, agreed);
        }
    }

    /** The last part of a name as people can read it in a sentence; of one that is too long, the end, which says the format. */
    private static String displayName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                .strip();
        if (last.isEmpty()) {
            return "the file";
        }
        int tooMany = last.codePointCount(0, last.length()) - LONGEST_NAME;
        return tooMany <= 0 ? last : "…" + last.substring(last.offsetByCodePoints(0, tooMany + 1));
    }

    /** Everything that the kind needs and is missing or wrong, all at once. */
    public List<RejectedException.Violation> check() {
        List<RejectedException.Violation> violations = new ArrayList<>();
        boolean needsGeography = kind == ImportKind.BOUNDARIES
                || kind == ImportKind.POPULATION
                || kind == ImportKind.INDICATORS
                || kind == ImportKind.COUNTS
                || kind == ImportKind.CASES;
        if (needsGeography && options.geography() == null) {
            violations.add(new RejectedException.Violation(
                    "geography", "Say which areas the file is about, such as lsoa-2021 or lad-2024."));
        }
        if (kind == ImportKind.DEPRIVATION && options.release() == null) {
            violations.add(new RejectedException.Violation(
                    "release", "Say which release of the Indices of Deprivation it is: 2010, 2015, 2019 or 2025."));
        }
        if (kind == ImportKind.DEPRIVATION && options.release() != null) {
            try {
                DeprivationRelease.parse(options.release());
            } catch (IllegalArgumentException e) {
                violations.add(new RejectedException.Violation("release", String.valueOf(e.getMessage())));
            }
        }
        if (kind == ImportKind.COUNTS && options.measure() == null) {
            violations.add(new RejectedException.Violation(
                    "measure",
                    "Say what is counted: early-help, referrals, cin, cpp or cla; or children who started in the period:"
                            + " early-help-starts, cin-starts, cpp-starts or cla-starts."));
        }
        if (kind == ImportKind.POPULATION && options.period() == null) {
            violations.add(
                    new RejectedException.Violation("period", "Say which year the estimates are for, such as 2020."));
        }
        if (kind == ImportKind.INDICATORS && options.codebook() == null) {
            violations.add(new RejectedException.Violation(
                    "codebook",
                    "Add the codebook that says what the columns mean: a CSV with indicator_id, label, unit,"
                            + " period and higher_means."));
        }
        if (kind == ImportKind.AUTHORITY && options.extent() != null) {
            violations.add(new RejectedException.Violation(
                    "extent", "Figures of whole authorities belong to no extent: leave it out."));
        }
        return violations;
    }
}
