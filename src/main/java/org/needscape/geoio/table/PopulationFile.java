package org.needscape.geoio.table;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Population;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

/**
 * Reads a table of population by area and keeps children aged 0 to 17, the sum of the eighteen single years, and people of all
 * ages. Numbers are whole and 0 or more; anything else is a refused row.
 *
 * <p>Source of the layouts: Office for National Statistics, small area population estimates, mid-2020 (ages 0 to 90+) and
 * mid-2022 (F0 to M90). The estimates by single year of age are supporting information, not accredited official statistics.
 */
public final class PopulationFile {

    private static final String ONS = "Office for National Statistics, small area population estimates";
    private static final Pattern YEAR = Pattern.compile("(?:mid[- ])?(\\d{4})", Pattern.CASE_INSENSITIVE);

    private PopulationFile() {}

    /**
     * Reads the table.
     *
     * @param geography level and boundary year of the areas; must agree with the header and the codes
     * @param period what the figures are about, such as {@code 2020}
     * @param indicators receives the one or two populations of the file before their first observation
     * @param observations receives one value per area and population
     * @throws UnreadableFileException when the file as a whole cannot or must not be taken; what was handed over until then is
     *     to be forgotten
     */
    public static TableSummary read(
            TableRequest request,
            Geography geography,
            Period period,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        try (TableFile table = TableFile.open(request)) {
            CodeColumn code = CodeColumn.choose(table.header(), geography, request.fileName());
            AgeColumns ages = AgeColumns.find(table.header(), period, request.fileName());
            noteWhatIsMissing(ages, request);
            AreaRows rows = new AreaRows(table, code, geography, request);
            String edition = editionOf(period);
            String source = ages.areSingleYears() ? ONS : "Population table, publisher not stated";
            SeriesKey children = new SeriesKey(Population.CHILDREN_0_TO_17, geography, period, SeriesKey.ALL, edition);
            SeriesKey everybody = new SeriesKey(Population.ALL_AGES, geography, period, SeriesKey.ALL, edition);
            Set<AreaCode> taken = new HashSet<>();
            rows.forEach((area, row) -> {
                Value childCount = ages.readChildren(row);
                Value everybodyCount = ages.readAllAges(row);
                refuseMoreChildrenThanPeople(childCount, everybodyCount);
                if (taken.contains(area)) {
                    throw new RowRefusedException(
                            code.header(), "The area stands in an earlier row too.", "Keep one row for each area.");
                }
                if (taken.isEmpty()) {
                    announce(ages, FictionalData.source(rows.areFictional(), source), indicators);
                }
                taken.add(area);
                if (ages.haveChildren()) {
                    observations.accept(Observation.of(children, area, childCount));
                }
                if (ages.haveAllAges()) {
                    observations.accept(Observation.of(everybody, area, everybodyCount));
                }
            });
            return new TableSummary(
                    geography,
                    "Population, " + edition,
                    FictionalData.source(rows.areFictional(), source),
                    licenceOf(source));
        }
    }

    private static void noteWhatIsMissing(AgeColumns ages, TableRequest request) {
        if (!ages.haveChildren()) {
            request.log().note("There are no ages 0 to 17 in the file; rates per child cannot be made from it.");
        }
        if (!ages.haveAllAges()) {
            request.log().note("There is no column for all ages in the file.");
        }
    }

    private static void refuseMoreChildrenThanPeople(Value children, Value everybody) {
        if (children.isKnown()
                && everybody.isKnown()
                && children.number().getAsDouble() > everybody.number().getAsDouble()) {
            throw new RowRefusedException(
                    "", "There are more children than people.", "Check the row for shifted columns.");
        }
    }

    private static void announce(AgeColumns ages, String source, Consumer<Indicator> indicators) {
        if (ages.haveChildren()) {
            indicators.accept(indicator(Population.CHILDREN_0_TO_17, "Population aged 0 to 17", "children", source));
        }
        if (ages.haveAllAges()) {
            indicators.accept(indicator(Population.ALL_AGES, "Population, all ages", "people", source));
        }
    }

    private static Indicator indicator(IndicatorId id, String label, String unit, String source) {
        return new Indicator(
                id,
                label,
                unit,
                Polarity.NOT_STATED,
                "Population",
                "usual residents",
                Indicator.NOT_STATED,
                source,
                licenceOf(source),
                Sensitivity.OPEN);
    }

    private static String licenceOf(String source) {
        return source.equals(ONS) ? "Open Government Licence v3.0" : Indicator.NOT_STATED;
    }

    private static String editionOf(Period period) {
        Matcher year = YEAR.matcher(period.text());
        return year.matches() ? "mid-" + year.group(1) + " estimates" : period.text() + " estimates";
    }
}
