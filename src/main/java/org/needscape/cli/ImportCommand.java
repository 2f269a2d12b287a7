package org.needscape.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape import} and its kinds. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads a publisher's file, as downloaded, into the store: all of it or nothing.")
final class ImportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ImportCommand() {}

    static CommandLine commandLine(Program program) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new Boundaries(program))
                .addSubcommand(new Deprivation(program))
                .addSubcommand(new Lookup(program))
                .addSubcommand(new Population(program))
                .addSubcommand(new Indicators(program))
                .addSubcommand(new Counts(program))
                .addSubcommand(new ImportCasesCommand(program))
                .addSubcommand(new Authority(program))
                .addSubcommand(new Services(program));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to import.");
    }

    @Command(
            name = "boundaries",
            mixinStandardHelpOptions = true,
            description = "Boundaries as zipped shapefile, GeoPackage or GeoJSON.")
    private static final class Boundaries extends ImportKindCommand {

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = ImportConverters.ToGeography.class,
                description = "Level and boundary year, such as lsoa-2021 or lad-2024.")
        private @Nullable Geography geography;

        @Option(
                names = "--where",
                paramLabel = "CONDITION",
                description = "Takes only the records that meet it, such as \"LSOA21NM LIKE 'Tamworth%%'\".")
        private @Nullable String where;

        Boundaries(Program program) {
            super(program, ImportKind.BOUNDARIES);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none().withGeography(geography).withWhere(where);
        }
    }

    @Command(
            name = "deprivation",
            mixinStandardHelpOptions = true,
            description =
                    "File 7 of the English Indices of Deprivation (all ranks, deciles and scores), or another of its files by"
                            + " small area, as CSV or xlsx.")
    private static final class Deprivation extends ImportKindCommand {

        @Option(names = "--release", required = true, paramLabel = "YEAR", description = "2010, 2015, 2019 or 2025.")
        private @Nullable Integer release;

        Deprivation(Program program) {
            super(program, ImportKind.DEPRIVATION);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none().withRelease(release);
        }
    }

    @Command(
            name = "lookup",
            mixinStandardHelpOptions = true,
            description = "A lookup from small areas to districts and counties.")
    private static final class Lookup extends ImportKindCommand {

        Lookup(Program program) {
            super(program, ImportKind.LOOKUP);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none();
        }
    }

    @Command(name = "population", mixinStandardHelpOptions = true, description = "Population estimates by age.")
    private static final class Population extends ImportKindCommand {

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = ImportConverters.ToGeography.class,
                description = "Level and boundary year, such as lsoa-2021.")
        private @Nullable Geography geography;

        @Option(
                names = "--period",
                required = true,
                paramLabel = "P",
                converter = ImportConverters.ToPeriod.class,
                description = "The year of the estimates, such as 2020.")
        private @Nullable Period period;

        Population(Program program) {
            super(program, ImportKind.POPULATION);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none().withGeography(geography).withPeriod(period);
        }
    }

    @Command(
            name = "indicators",
            mixinStandardHelpOptions = true,
            description = "Measures, one column each or one row each, with the codebook that defines them.")
    private static final class Indicators extends ImportKindCommand {

        @Option(names = "--codebook", required = true, paramLabel = "FILE", description = "What the columns mean.")
        private Path codebook = Path.of("");

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = ImportConverters.ToGeography.class,
                description = "Level and boundary year, such as lsoa-2021.")
        private @Nullable Geography geography;

        @Mixin
        private AgreedOption agreed = new AgreedOption();

        Indicators(Program program) {
            super(program, ImportKind.INDICATORS);
        }

        @Override
        ImportRequest.Options options() {
            return agreed.addTo(ImportRequest.Options.none()
                    .withGeography(geography)
                    .withCodebook(codebook, String.valueOf(codebook.getFileName())));
        }
    }

    @Command(
            name = "counts",
            mixinStandardHelpOptions = true,
            description = "Counts of children by area of their home, from the county's own records.",
            footer =
                    "Columns: area code, count, period; category and breakdown of parts; families_squared, the squares of the"
                            + " numbers of children of each family added up for the row, by which limits widen.")
    private static final class Counts extends ImportKindCommand {

        @Option(
                names = "--measure",
                required = true,
                paramLabel = "MEASURE",
                converter = ImportConverters.ToMeasure.class,
                description =
                        "early-help, referrals, cin, cpp or cla; early-help-starts, cin-starts, cpp-starts or cla-starts"
                                + " for children who started in the period.")
        private @Nullable Measure measure;

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = ImportConverters.ToGeography.class,
                description = "Level and boundary year, such as lsoa-2021.")
        private @Nullable Geography geography;

        @Option(
                names = "--period",
                paramLabel = "P",
                converter = ImportConverters.ToPeriod.class,
                description = "When, if the file has no period column.")
        private @Nullable Period period;

        @Mixin
        private AgreedOption agreed = new AgreedOption();

        Counts(Program program) {
            super(program, ImportKind.COUNTS);
        }

        @Override
        ImportRequest.Options options() {
            return agreed.addTo(ImportRequest.Options.none()
                    .withMeasure(measure)
                    .withGeography(geography)
                    .withPeriod(period));
        }
    }

    @Command(
            name = "authority",
            mixinStandardHelpOptions = true,
            description = "Published figures of whole authorities: help and protection, deprivation (Files 10 and 11"
                    + " as CSV or xlsx), statistical neighbours, or counts by decile. The header tells which.")
    private static final class Authority extends ImportKindCommand {

        Authority(Program program) {
            super(program, ImportKind.AUTHORITY);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none();
        }
    }

    @Command(
            name = "services",
            mixinStandardHelpOptions = true,
            description =
                    "A county's services for children, young people and families, one row each. The list takes the place of"
                            + " the one before.",
            footer =
                    "Columns: service, age_from, age_to (empty: no upper age), tiers (such as 2;3), and where they are known"
                            + " annual_budget_gbp, places, sites (codes of areas, or easting and northing, with semicolons between them).")
    private static final class Services extends ImportKindCommand {

        Services(Program program) {
            super(program, ImportKind.SERVICES);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none();
        }
    }
}
