package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

/**
 * Reads the English Indices of Deprivation by small area: File 7 of 2010, 2015, 2019 or 2025, or any CSV or workbook with some of its
 * columns (Files 1, 2, 3, 5 and 6 as published, copies from spreadsheets).
 *
 * <p>Columns are found by name whatever their order, case, blanks and "(where 1 is most deprived)", also when they were cut.
 * Columns that are missing are named in the report. A row is taken whole or refused whole: ranks are whole numbers from 1 to the
 * number of areas of the release, deciles 1 to 10, rates 0 to 1, populations 0 or more, and the decile of the Index of Multiple
 * Deprivation is that of its rank.
 *
 * <p>Source: Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019 and 2025, File 7.
 */
public final class DeprivationFile {

    private static final Pattern MID_YEAR = Pattern.compile("mid[ -](20\\d\\d)");
    private static final String LICENCE = "Open Government Licence v3.0";

    /** A column of the file with what it measures and where its values belong. */
    private record Column(DeprivationMeasure measure, NumberColumn cells, SeriesKey series) {}

    private DeprivationFile() {}

    /** The ids of everything that a release of the Indices of Deprivation publishes by area. */
    public static Set<IndicatorId> indicatorIds() {
        return Arrays.stream(DeprivationRelease.values())
                .flatMap(release -> DeprivationMeasure.published(release).stream())
                .map(measure -> new IndicatorId(measure.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The indicator that a column of the published tables holds, by its header. */
    public static Optional<IndicatorId> findIndicator(String header) {
        return DeprivationMeasure.find(header).map(measure -> new IndicatorId(measure.id()));
    }

    /**
     * Reads the table.
     *
     * @param release the year in the release's title: 2010, 2015, 2019 or 2025; must agree with the header
     * @param indicators receives every measure of the file once, before its first observation
     * @param observations receives a value per area and measure; the period is the release year, that of a population
     *     denominator its own (mid-2015)
     * @throws UnreadableFileException when the file as a whole cannot or must not be taken; what was handed over until then is
     *     to be forgotten
     * @throws IllegalArgumentException for a year without a release
     */
    public static TableSummary read(
            TableRequest request, int release, Consumer<Indicator> indicators, ObservationConsumer observations) {
        DeprivationRelease declared = DeprivationRelease.parse(release);
        Geography geography = declared.geography();
        return TableSheets.readOne(request, table -> {
            refuseOtherRelease(table.header(), declared, request.fileName());
            CodeColumn code = chooseCodeColumn(table.header(), declared, request.fileName());
            List<Column> columns = findColumns(table.header(), declared, request);
            AreaRows rows = new AreaRows(table, code, geography, request);
            Set<AreaCode> taken = new HashSet<>();
            rows.forEach((area, row) -> {
                List<Value> values = readValues(columns, row);
                refuseWrongDecile(columns, values, declared);
                if (taken.contains(area)) {
                    throw new RowRefusedException(
                            code.header(), "The area stands in an earlier row too.", "Keep one row for each area.");
                }
                if (taken.isEmpty()) {
                    columns.forEach(column -> indicators.accept(indicator(column, declared, rows.areFictional())));
                }
                taken.add(area);
                for (int i = 0; i < columns.size(); i++) {
                    observations.accept(Observation.of(columns.get(i).series(), area, values.get(i)));
                }
            });
            return new TableSummary(
                    geography,
                    rows.areFictional() ? "Fictional data laid out as the " + declared.title() : declared.title(),
                    FictionalData.source(rows.areFictional(), declared.source()),
                    LICENCE);
        });
    }

    private static CodeColumn chooseCodeColumn(TableHeader header, DeprivationRelease declared, String fileName) {
        boolean hasSmallAreas = CodeColumn.findAll(header.names()).stream()
                .anyMatch(column -> column.findLevel().equals(Optional.of(Level.LSOA)));
        if (!hasSmallAreas) {
            throw new UnreadableFileException(fileName + " has no column of LSOA codes, such as 'LSOA code ("
                    + declared.geography().vintageYear()
                    + ")': give the file with a row for each small area, such as File 7.");
        }
        return CodeColumn.choose(header, declared.geography(), fileName);
    }

    /** The small areas of 2015 and 2019 are the same; districts, populations and the wording tell the releases apart. */
    private static void refuseOtherRelease(TableHeader header, DeprivationRelease declared, String fileName) {
        for (CodeColumn column : CodeColumn.findAll(header.names())) {
            for (DeprivationRelease other : DeprivationRelease.values()) {
                boolean smallAreasOfOther = column.findGeography().equals(Optional.of(other.geography()))
                        && !other.geography().equals(declared.geography());
                boolean districtsOfOther = column.findGeography()
                                .filter(geography -> geography.level() == Level.LAD
                                        && geography.vintageYear() == other.districtYear())
                                .isPresent()
                        && other != declared;
                if (smallAreasOfOther || districtsOfOther) {
                    throw otherRelease(fileName, declared, column.header());
                }
            }
        }
        for (String name : header.names()) {
            Matcher matcher = MID_YEAR.matcher(TableText.key(name));
            boolean otherPopulation = DeprivationMeasure.find(name)
                            .filter(measure -> measure.kind() == DeprivationMeasure.Kind.POPULATION)
                            .isPresent()
                    && matcher.find()
                    && Integer.parseInt(matcher.group(1)) != declared.populationYear();
            boolean wordingOf2010 =
                    TableText.key(name).startsWith("rank of ") && declared != DeprivationRelease.IOD_2010;
            if (otherPopulation
                    || (wordingOf2010 && DeprivationMeasure.find(name).isPresent())) {
                throw otherRelease(fileName, declared, name);
            }
        }
    }

    private static UnreadableFileException otherRelease(String fileName, DeprivationRelease declared, String header) {
        return new UnreadableFileException(fileName + " was given as release " + declared.year() + ", whose areas are "
                + declared.geography() + ", but its column '" + TableFile.shorten(header)
                + "' belongs to another release: give the release that the file is from.");
    }

    private static List<Column> findColumns(TableHeader header, DeprivationRelease release, TableRequest request) {
        Map<DeprivationMeasure, Column> found = new LinkedHashMap<>();
        Set<String> others = new TreeSet<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.name(index);
            Optional<DeprivationMeasure> measure = DeprivationMeasure.find(name);
            if (measure.isEmpty()) {
                if (!CodeColumn.isCodeOrName(name)) {
                    others.add(TableFile.shorten(name));
                }
                continue;
            }
            NumberColumn cells = new NumberColumn(
                    index, name, SymbolProfile.INDICES, measure.get().rule(release));
            SeriesKey series = seriesOf(measure.get(), release);
            if (found.put(measure.get(), new Column(measure.get(), cells, series)) != null) {
                throw new UnreadableFileException(request.fileName() + " has two columns for '"
                        + measure.get().label() + "': remove one of them.");
            }
        }
        if (found.isEmpty()) {
            throw new UnreadableFileException(
                    request.fileName()
                            + " has no score, rank, decile or population of the Indices of Deprivation: give File 7 or a part of it.");
        }
        noteColumns(found.keySet(), others, release, request);
        return new ArrayList<>(found.values());
    }

    private static void noteColumns(
            Set<DeprivationMeasure> found, Set<String> others, DeprivationRelease release, TableRequest request) {
        Set<DeprivationMeasure> published = DeprivationMeasure.published(release);
        String missing = published.stream()
                .filter(measure -> !found.contains(measure))
                .map(DeprivationMeasure::id)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            request.log().note("The file does not have every column of the release; not in it: " + missing + ".");
        }
        if (!others.isEmpty()) {
            request.log().note("Columns that are not used: " + String.join(", ", others) + ".");
        }
    }

    private static SeriesKey seriesOf(DeprivationMeasure measure, DeprivationRelease release) {
        Period period = measure.kind() == DeprivationMeasure.Kind.POPULATION
                ? new Period("mid-" + release.populationYear())
                : new Period(Integer.toString(release.year()));
        return new SeriesKey(
                new IndicatorId(measure.id()), release.geography(), period, SeriesKey.ALL, release.edition());
    }

    private static List<Value> readValues(List<Column> columns, TableRow row) {
        List<Value> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(column.cells().read(row).value());
        }
        return values;
    }

    private static void refuseWrongDecile(List<Column> columns, List<Value> values, DeprivationRelease release) {
        OptionalDouble rank = OptionalDouble.empty();
        OptionalDouble decile = OptionalDouble.empty();
        String decileHeader = "";
        for (int i = 0; i < columns.size(); i++) {
            DeprivationMeasure measure = columns.get(i).measure();
            if (measure.equals(DeprivationMeasure.IMD_RANK)) {
                rank = values.get(i).number();
            } else if (measure.equals(DeprivationMeasure.IMD_DECILE)) {
                decile = values.get(i).number();
                decileHeader = columns.get(i).cells().header();
            }
        }
        if (rank.isPresent()
                && decile.isPresent()
                && release.decileOf((int) rank.getAsDouble()) != (int) decile.getAsDouble()) {
            throw new RowRefusedException(
                    decileHeader,
                    "The decile is not the one of the rank among " + release.areaCount() + " areas.",
                    "Check rank and decile against the published file.");
        }
    }

    private static Indicator indicator(Column column, DeprivationRelease release, boolean fictional) {
        DeprivationMeasure measure = column.measure();
        return new Indicator(
                new IndicatorId(measure.id()),
                measure.label(),
                measure.unit(),
                measure.polarity(),
                "Deprivation",
                Indicator.NOT_STATED,
                Indicator.NOT_STATED,
                FictionalData.source(fictional, release.source()),
                LICENCE,
                Sensitivity.OPEN);
    }
}
