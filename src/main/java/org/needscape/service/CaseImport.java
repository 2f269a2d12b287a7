package org.needscape.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.cooccurrence.CaseCombinations;
import org.needscape.cooccurrence.CaseCounter;
import org.needscape.cooccurrence.FactorFlag;
import org.needscape.cooccurrence.SupportLevel;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.cases.CaseProtection;
import org.needscape.disclosure.cases.CaseSample;
import org.needscape.disclosure.cases.ShownCases;
import org.needscape.geoio.table.CasesFile;
import org.needscape.geoio.table.TableRequest;
import org.needscape.geoio.table.TableSummary;
import org.needscape.indicator.Period;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.CaseStore;
import org.needscape.store.StoreSession;

/**
 * A case file being counted. Its rows pass by and are counted in memory, by extent, period and district; only summaries that are
 * protected already go to the store.
 */
final class CaseImport {

    private static final String NO_DISTRICT = "";

    private final StoreSession session;
    private final ImportRequest request;
    private final ImportLog log;
    private final Map<ExtentName, AreaFrame> frames = new LinkedHashMap<>();
    private final Map<Subject, Map<String, CaseCounter>> counters = new LinkedHashMap<>();
    private List<String> factors = List.of();

    /** What cases are counted by, before their districts. */
    private record Subject(ExtentName extent, Period period) {}

    CaseImport(StoreSession session, ImportRequest request, ImportLog log) {
        this.session = session;
        this.request = request;
        this.log = log;
    }

    /**
     * Counts the cases of a file.
     *
     * @param extents those with areas of its geography
     */
    TableSummary read(TableRequest table, Set<ExtentName> extents) {
        extents.forEach(name -> frames.put(
                name,
                AreaFrame.load(
                        session,
                        session.areas().findExtent(name).orElseThrow(),
                        Objects.requireNonNull(request.options().geography()))));
        return CasesFile.read(
                table,
                Objects.requireNonNull(request.options().geography()),
                Optional.ofNullable(request.options().period()),
                found -> factors = found,
                this::count);
    }

    private void count(AreaCode area, Period period, Optional<SupportLevel> level, List<FactorFlag> flags) {
        frames.forEach((extent, frame) -> {
            if (frame.names().containsKey(area)) {
                CaseCounter counter = counters.computeIfAbsent(new Subject(extent, period), subject -> new TreeMap<>())
                        .computeIfAbsent(
                                frame.districtOf(area), place -> new CaseCounter(factors, SupportLevel.labels()));
                level.ifPresentOrElse(known -> counter.add(flags, known.label()), () -> counter.add(flags));
            }
        });
    }

    /**
     * Keeps what may be shown.
     *
     * @param dataset that the file became; it has its policy already
     * @throws UnreadableFileException when there are too few cases
     */
    void keep(long dataset) {
        DisclosurePolicy rule =
                session.protection().findPolicy(dataset).orElseThrow().rule();
        byte[] key = session.protection().key();
        int kept = 0;
        for (Map.Entry<Subject, Map<String, CaseCounter>> entry : counters.entrySet()) {
            Subject subject = entry.getKey();
            Map<String, String> summaries = summaries(subject.period(), entry.getValue(), rule, key);
            if (summaries.isEmpty()) {
                log.note("There are fewer than " + ShownCases.FEWEST_CASES + " cases of " + subject.period()
                        + ", so nothing of that period was kept.");
            } else {
                session.cases().save(new CaseStore.Heading(subject.extent(), subject.period(), dataset), summaries);
                kept++;
            }
        }
        if (kept == 0) {
            throw new UnreadableFileException(request.fileName() + " has fewer than " + ShownCases.FEWEST_CASES
                    + " cases of any period in the areas that are loaded, and what comes together is shown of "
                    + ShownCases.FEWEST_CASES + " or more, so that no child can be found in it. Nothing was changed.");
        }
    }

    private static Map<String, String> summaries(
            Period period, Map<String, CaseCounter> places, DisclosurePolicy rule, byte[] key) {
        Map<String, CaseCombinations> all = new TreeMap<>();
        Map<String, CaseCombinations> counted = new TreeMap<>();
        places.forEach((place, counter) -> {
            CaseCombinations every = counter.combinations();
            all.put(place, every);
            counted.put(place, CaseSample.of(every, draw(key, period, place)));
        });
        CaseCombinations whole = sum(all);
        if (whole.cases() < ShownCases.FEWEST_CASES) {
            return Map.of();
        }
        Map<String, String> summaries = new TreeMap<>();
        counted.forEach((place, some) -> {
            if (!place.equals(NO_DISTRICT) && some.cases() >= ShownCases.FEWEST_CASES) {
                CaseCombinations every = Objects.requireNonNull(all.get(place));
                summaries.put(place, CaseSummaries.toJson(CaseProtection.show(every, some, rule)));
            }
        });
        summaries.put(CaseStore.WHOLE, CaseSummaries.toJson(CaseProtection.show(whole, sum(counted), rule)));
        return summaries;
    }

    private static CaseCombinations sum(Map<String, CaseCombinations> places) {
        return places.values().stream().reduce(CaseCombinations::plus).orElseThrow();
    }

    /** The same file leaves the same cases out each time it is imported, in whatever order its rows are. */
    private static CaseSample.Draw draw(byte[] key, Period period, String place) {
        return (combination, which) -> {
            String code = Hashes.keyed(key, List.of("case", period.text(), place, combination, Long.toString(which)));
            String digits = code.substring(code.length() - 8);
            return Long.parseLong(digits, 16) % CaseSample.ONE_IN == 0;
        };
    }
}
