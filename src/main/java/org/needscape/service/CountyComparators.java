package org.needscape.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.store.Dataset;
import org.needscape.store.StoreSession;

/**
 * The published rates that stand beside a county's own: its authority as published, its statistical neighbours, its region and England.
 * There are none where the extent is not one county, where nothing is published of it, or where the help is not what is published.
 */
final class CountyComparators {

    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(20\\d\\d)[/-](?:20)?\\d\\d");

    private CountyComparators() {}

    /**
     * Finds them.
     *
     * @param geography of the extent's areas, whose lookup says which county they lie in
     * @param period of the county's own counts; a financial year is known by the year that it ends in
     */
    static List<GradientReport.Comparator> of(
            StoreSession session, ExtentName extent, Geography geography, Measure measure, Period period) {
        Optional<AreaCode> county = county(session, extent, geography);
        Optional<AuthorityMeasure> published = AuthorityMeasure.standardOf(measure);
        if (county.isEmpty() || published.isEmpty()) {
            return List.of();
        }
        Period year = yearOf(period);
        AuthorityRates rates = new AuthorityRates(session.authorities());
        String source = session.authorities().listDatasets(published.get(), year).stream()
                .flatMap(id -> session.datasets().find(id).stream())
                .map(Dataset::source)
                .distinct()
                .collect(Collectors.joining("; "));
        return new AuthorityComparators(session.authorities(), rates)
                .list(county.get(), published.get(), year).stream()
                        .filter(one -> one.ratePer10000().isKnown())
                        .map(one -> new GradientReport.Comparator(
                                one.code(),
                                one.name(),
                                one.kind().code(),
                                year.text(),
                                one.ratePer10000().number().orElseThrow(),
                                one.limits(),
                                source))
                        .toList();
    }

    private static Optional<AreaCode> county(StoreSession session, ExtentName extent, Geography geography) {
        Map<AreaCode, AreaParent> parents = session.areas().listParents(extent, geography, Level.CTYUA);
        Set<AreaCode> counties =
                parents.values().stream().map(parent -> parent.parent().code()).collect(Collectors.toSet());
        return counties.size() == 1 ? counties.stream().findFirst() : Optional.empty();
    }

    static Period yearOf(Period period) {
        Matcher matcher = FINANCIAL_YEAR.matcher(period.text());
        return matcher.matches() ? new Period(Integer.toString(Integer.parseInt(matcher.group(1)) + 1)) : period;
    }
}
