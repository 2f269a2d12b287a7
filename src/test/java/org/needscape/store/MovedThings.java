package org.needscape.store;

import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.LOOKED_AFTER;
import static org.needscape.store.TinyCounty.LOOKED_AFTER_2020;
import static org.needscape.store.TinyCounty.LSOA;
import static org.needscape.store.TinyCounty.NOON;
import static org.needscape.store.TinyCounty.boundary;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.dataset;
import static org.needscape.store.TinyCounty.id;
import static org.needscape.store.TinyCounty.known;
import static org.needscape.store.TinyCounty.series;
import static org.needscape.store.TinyCounty.square;
import static org.needscape.store.TinyCounty.squares;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.area.SmallArea;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.DecileCount;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.progress.Job;
import org.needscape.progress.JobState;
import org.needscape.provision.AgeRange;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.store.ResultStore.StoredResult;

/** One of everything that a store can hold, small enough to be moved a hundred times. */
public final class MovedThings {

    private static final Geography LAD = Geography.parse("lad-2019");
    private static final Extent NORTH = new Extent(new ExtentName("north"), "Gogledd y sir, 'Ŵyr' & Co", false);
    private static final Extent INVENTED = new Extent(ExtentName.FICTIONAL, "Invented county", true);
    private static final AreaId PARTS = new AreaId(LAD, new AreaCode("W06000001"));
    private static final AreaId FICTION = new AreaId(LSOA, new AreaCode("E01999001"));
    private static final Indicator SCORE = new Indicator(
            new IndicatorId("imd-score"),
            "Sgôr amddifadedd",
            "score",
            Polarity.NOT_STATED,
            "",
            "not stated",
            "not stated",
            "Llywodraeth Cymru",
            "OGL",
            Sensitivity.OPEN);
    private static final SeriesKey SCORES =
            new SeriesKey(SCORE.id(), LSOA, LOOKED_AFTER_2020.period(), "boys", "IoD 2019");
    private static final List<Value> VALUES = List.of(
            Value.known(0),
            Value.suppressed(),
            Value.notAvailable(),
            Value.notApplicable(),
            Value.low(),
            Value.known(-12.5),
            Value.known(0.1 + 0.2),
            Value.known(Double.MIN_VALUE),
            Value.known(Double.MAX_VALUE));

    private MovedThings() {}

    /** Into an empty store. */
    public static void fill(Store store) {
        store.write(session -> {
            List.of(COUNTY, NORTH, INVENTED).forEach(session.areas()::saveExtent);
            long dataset = session.datasets().add(dataset("ardaloedd-tŷ-ŵyl.zip"));
            session.areas().saveAreas(COUNTY.name(), dataset, squares(1, 20));
            session.areas().saveAreas(NORTH.name(), dataset, List.of(square(3, "Sgwâr Ŷ"), square(21), parts()));
            session.areas()
                    .saveAreas(
                            INVENTED.name(),
                            dataset,
                            List.of(new SmallArea(
                                    FICTION, "Dychmygol", square(30).boundary())));
            session.areas()
                    .saveParents(
                            dataset,
                            List.of(
                                    new AreaParent(id(1), PARTS, "Ynys Môn"),
                                    new AreaParent(
                                            id(99),
                                            new AreaId(Geography.parse("msoa-2011"), new AreaCode("W02000001")),
                                            "Nid yw yma")));
            session.observations().saveIndicators(List.of(LOOKED_AFTER, SCORE));
            return dataset;
        });
        store.write(session -> {
            long dataset = session.datasets().add(dataset("counts.csv"));
            session.observations().save(dataset, observations());
            session.observations().save(dataset, List.of(known(series("2021"), 3, 4)));
            Dataset kept = session.datasets().find(dataset).orElseThrow();
            session.datasets()
                    .update(new Dataset(
                            dataset,
                            kept.kind(),
                            "Counts",
                            kept.source(),
                            kept.licence(),
                            kept.fileName(),
                            kept.sha256(),
                            20,
                            NOON));
            session.results()
                    .save(new StoredResult(
                            COUNTY.name(),
                            "imd-decile-2019",
                            7,
                            "Degradd",
                            "hash",
                            "{\"ŵ\":\n\"" + "x".repeat(100_000)));
            session.results().save(new StoredResult(NORTH.name(), "gradient-cla-2020", -1, "Graddiant", "", ""));
            session.jobs().save(job("j1", JobState.DONE, "Wedi'i wneud"));
            session.jobs().save(job("j2", JobState.FAILED, ""));
            return dataset;
        });
        store.write(session -> {
            session.recipes().add(new RecipeStore.SavedRecipe("dull-sgorio", 1, NOON, "hash", "{\"ŵ\":\n1}"));
            session.recipes().add(new RecipeStore.SavedRecipe("dull-sgorio", 2, NOON, "hash", "{}"));
            session.targetSets()
                    .add(new TargetSetStore.SavedRevision(COUNTY.name(), "ardaloedd", 1, NOON, "hash", "{\"ŵ\":\n1}"));
            session.targetSets()
                    .add(new TargetSetStore.SavedRevision(COUNTY.name(), "ardaloedd", 2, NOON, "hash", "{}"));
            session.targetSets()
                    .add(new TargetSetStore.SavedRevision(NORTH.name(), "ardaloedd", 1, NOON, "hash", "{}"));
            fillServices(session.services(), session.datasets().list().get(0).id());
            fillAuthorities(
                    session.authorities(), session.datasets().list().get(0).id());
            session.datasets().list().forEach(imported -> {
                protect(session.protection(), imported.id());
                session.cases()
                        .save(
                                new CaseStore.Heading(
                                        COUNTY.name(), new Period("2024/2" + imported.id()), imported.id()),
                                Map.of(CaseStore.WHOLE, "{\"ŵ\":\n" + "x".repeat(10_000), "W06000001", "{}"));
            });
            return true;
        });
    }

    private static void fillServices(ServiceStore services, long dataset) {
        Service centre = new Service(
                "Canolfan blant Tŷ'r Ŵyl",
                AgeRange.of(0, 5),
                List.of(1, 2),
                OptionalLong.of(4_882_080),
                OptionalInt.of(40),
                List.of(new Site.InArea(id(2)), new Site.AtPoint(443_210.5, 281_450)));
        Service line = new Service(
                "Llinell", AgeRange.from(16), List.of(4), OptionalLong.empty(), OptionalInt.empty(), List.of());
        services.save(COUNTY.name(), dataset, List.of(centre, line));
        services.save(NORTH.name(), dataset, List.of(line));
    }

    private static void fillAuthorities(AuthorityStore authorities, long dataset) {
        Authority county = new Authority(
                new AreaCode("E10000031"),
                "Swydd Warwick",
                AuthorityLevel.AUTHORITY,
                Optional.of(new AreaCode("E12000005")),
                "937");
        Authority region = new Authority(
                new AreaCode("E12000005"), "Gorllewin Canolbarth", AuthorityLevel.REGION, Optional.empty(), "");
        authorities.saveAuthorities(dataset, List.of(county, region));
        for (int number = 0; number < VALUES.size(); number++) {
            Value value = VALUES.get(number).map(Math::abs);
            Period year = new Period(Integer.toString(2013 + number));
            authorities.saveFigures(
                    dataset,
                    List.of(new AuthorityFigure(
                            county.code(),
                            AuthorityMeasure.CLA_AT_31_MARCH,
                            year,
                            AuthorityFigure.ALL,
                            value,
                            Value.known(number / 3.0),
                            Value.notAvailable(),
                            EnumSet.of(ValueFlag.REVISED))));
            authorities.saveDeciles(
                    dataset,
                    List.of(new AuthorityDeciles(
                            county, Measure.CLA, year, List.of(new DecileCount(1, number / 7.0, value)))));
            authorities.saveDeprivation(
                    dataset,
                    List.of(new AuthorityDeprivation(
                            county.code(), 2015, AuthorityDeprivation.IMD, "extent-" + number, VALUES.get(number))));
        }
        authorities.saveNeighbours(
                dataset,
                List.of(
                        new StatisticalNeighbour(county.code(), region.code(), 1, OptionalDouble.of(0.1), "Agos iawn"),
                        new StatisticalNeighbour(region.code(), county.code(), 2, OptionalDouble.empty(), "")));
    }

    private static void describe(AuthorityStore authorities, List<String> lines) {
        for (Authority authority : authorities.listAuthorities()) {
            lines.add(authority.toString());
            authorities.listFigures(authority.code()).forEach(line -> lines.add(line.toString()));
            authorities.listDeprivation(authority.code()).forEach(line -> lines.add(line.toString()));
            authorities.listNeighbours(authority.code()).forEach(line -> lines.add(line.toString()));
            lines.add(authorities.listDecileDatasets(authority.code()).toString());
        }
        authorities.listDeciles().forEach(line -> lines.add(line.toString()));
    }

    private static void protect(ProtectionStore protection, long dataset) {
        protection.savePolicy(new DatasetPolicy(
                dataset,
                new DisclosurePolicy(10, true, 5, 100, 7),
                "y tîm data",
                Optional.of(LocalDate.of(2027, 1, 31)).filter(day -> dataset > 1),
                "Swyddogol – sensitif",
                ReleaseState.DRAFT));
        protection.addDecision(new ReleaseDecision(dataset, ReleaseState.APPROVED, "A. Ŵyn", NOON, "Nodyn\n"));
        protection.addDecision(new ReleaseDecision(dataset, ReleaseState.WITHDRAWN, "A. Ŵyn", NOON, ""));
        for (ExtentName extent : List.of(COUNTY.name(), NORTH.name())) {
            String subject = "cla " + dataset;
            protection.saveReleased(extent, subject, "{\"ŵ\":\n\"" + "x".repeat(1000));
            protection.addSelection(extent, subject, new ReleasedSelection(List.of(code(1), code(2)), NOON));
            protection.addSelection(extent, subject, new ReleasedSelection(List.of(code(3)), NOON));
            protection.saveAudit(new AuditRun(extent, NOON, dataset > 1, "{}"));
        }
        protection.addExactUse(new ExactUse(NOON, "A. Ŵyn", "cla " + dataset, "Rheswm"));
    }

    /** Everything that the store says of itself, but not its revision. */
    public static List<String> describe(Store store) {
        return store.read(session -> {
            List<String> lines = new ArrayList<>();
            session.datasets().list().forEach(line -> lines.add(line.toString()));
            session.observations().listIndicators().forEach(line -> lines.add(line.toString()));
            session.jobs().list(100).forEach(line -> lines.add(line.toString()));
            session.recipes().list().forEach(line -> lines.add(line.toString()));
            for (Extent extent : session.areas().listExtents()) {
                session.targetSets().list(extent.name()).forEach(line -> lines.add(line.toString()));
                lines.add(session.services().find(extent.name()).toString());
            }
            describe(session.authorities(), lines);
            ProtectionStore protection = session.protection();
            protection.listExactUses().forEach(line -> lines.add(line.toString()));
            for (DatasetPolicy policy : protection.listPolicies()) {
                lines.add(policy + " " + protection.listDecisions(policy.dataset()));
                for (Extent extent : session.areas().listExtents()) {
                    String subject = "cla " + policy.dataset();
                    lines.add(protection.findReleased(extent.name(), subject) + " "
                            + protection.listSelections(extent.name(), subject));
                }
            }
            for (Extent extent : session.areas().listExtents()) {
                lines.add(extent + " " + protection.findAudit(extent.name()));
                for (CaseStore.Heading cases : session.cases().list(extent.name())) {
                    for (String place : session.cases().listPlaces(extent.name(), cases.period())) {
                        lines.add(
                                cases + " " + place + " " + session.cases().find(extent.name(), cases.period(), place));
                    }
                }
                describe(session, extent.name(), lines);
            }
            return lines;
        });
    }

    /** One more import, with new rows in every table that the database numbers. */
    public static void importMore(Store store) {
        Extent more = new Extent(new ExtentName("more"), "More", false);
        store.write(session -> {
            session.areas().saveExtent(more);
            long dataset = session.datasets().add(dataset("more.zip"));
            protect(session.protection(), dataset);
            session.areas().saveAreas(more.name(), dataset, List.of(square(40), square(41)));
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(square(2, "Renamed")));
            session.observations().save(dataset, List.of(known(series("2030"), 40, 1), known(series("2030"), 2, 5)));
            return dataset;
        });
    }

    private static void describe(StoreSession session, ExtentName extent, List<String> lines) {
        for (Geography geography : session.areas().listGeographies(extent)) {
            lines.add(geography + " " + session.areas().contentHash(extent, geography));
            session.areas()
                    .listAreas(extent, geography)
                    .forEach(area -> lines.add(area.id() + " " + area.name() + " "
                            + area.boundary().toText()));
            for (Level level : Level.values()) {
                session.areas()
                        .listParents(extent, geography, level)
                        .forEach((child, parent) -> lines.add(child + " in " + parent));
            }
        }
        session.observations().listSeries(extent).forEach(stored -> {
            lines.add(stored.toString());
            session.observations()
                    .listExact(stored.key(), extent)
                    .values()
                    .forEach(value -> lines.add(value.toString()));
        });
        session.results()
                .list(extent)
                .forEach(heading -> lines.add(heading + " " + session.results().find(extent, heading.key())));
    }

    /** Two parts, one with two holes. */
    private static SmallArea parts() {
        return new SmallArea(
                PARTS,
                "Ynys Môn",
                boundary(
                        """
                        MULTIPOLYGON (
                            ((100000.01 200000.02, 109000.5 200000, 109000 209000, 100000 209000, 100000.01 200000.02),
                             (101000 201000, 101000 202000, 102000 202000, 101000 201000),
                             (105000 201000, 105000 202000.99, 106000 202000, 105000 201000)),
                            ((300000 500000, 301000 500000, 301000 501000, 300000 500000)))
                        """));
    }

    private static List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            Value value = VALUES.get(number % VALUES.size());
            Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
            for (ValueFlag flag : ValueFlag.values()) {
                if ((number >> flag.ordinal()) % 2 == 1) {
                    flags.add(flag);
                }
            }
            all.add(new Observation(
                    number % 2 == 0 ? LOOKED_AFTER_2020 : SCORES,
                    code(number),
                    value,
                    flags,
                    VALUES.get((number + 1) % VALUES.size()),
                    VALUES.get((number + 2) % VALUES.size())));
        }
        return all;
    }

    private static Job job(String id, JobState state, String message) {
        return new Job(id, "import-counts", "plant.csv", state, 1, message, "{}", NOON, NOON.plusNanos(1_000));
    }
}
