package org.needscape.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.JobService;
import org.needscape.service.ReadyImport;
import org.needscape.service.RejectedException;
import org.needscape.service.ReportDocuments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
                .addSubcommand(new Counts(program));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to import.");
    }

    /** What all kinds have in common. */
    private abstract static class Kind implements Callable<Integer> {

        private static final int PROBLEMS_PRINTED = 10;

        private final Program program;
        private final ImportKind kind;

        @Spec
        @SuppressWarnings("NullAway.Init")
        CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE", description = "The publisher's file, as downloaded.")
        private Path file = Path.of("");

        @Mixin
        private StoreOption store = new StoreOption();

        @Option(
                names = "--extent",
                paramLabel = "NAME",
                converter = ExtentConverter.class,
                description = "The analysis extent it is for (default: the areas loaded).")
        private @Nullable ExtentName extent;

        @Option(names = "--report", paramLabel = "FILE.csv", description = "Writes the report to a file.")
        private @Nullable Path report;

        Kind(Program program, ImportKind kind) {
            this.program = program;
            this.kind = kind;
        }

        abstract ImportRequest.Options options();

        @Override
        public Integer call() {
            ImportRequest request =
                    new ImportRequest(kind, file, file.toString(), options().withExtent(extent));
            // A report that cannot be written is found before the import, not after it.
            WholeFile reportFile = report == null ? null : WholeFile.at(report);
            try (ReadyImport ready = ready(request);
                    OpenStore open = program.open(store.location)) {
                ImportReport[] answer = new ImportReport[1];
                TerminalProgress terminal =
                        new TerminalProgress(spec.commandLine().getErr());
                try {
                    open.jobs()
                            .run(JobService.IMPORT + kind.code(), request.fileName(), terminal, (Progress progress) -> {
                                answer[0] = open.imports().run(ready, progress);
                                return ReportDocuments.toJson(answer[0]);
                            });
                } finally {
                    terminal.end();
                }
                print(answer[0], reportFile);
            }
            return RootCommand.DONE;
        }

        /** What is wrong without a store is found before one is made. */
        private ReadyImport ready(ImportRequest request) {
            try {
                return ReadyImport.of(request);
            } catch (RejectedException e) {
                RejectedException.Violation first = e.violations().get(0);
                throw new ParameterException(spec.commandLine(), "--" + first.field() + ": " + first.message(), e);
            }
        }

        private void print(ImportReport answer, @Nullable WholeFile reportFile) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(answer.summary());
            answer.notes().forEach(note -> out.println("Note: " + note));
            if (reportFile != null) {
                byte[] text = ReportDocuments.toCsv(answer).getBytes(StandardCharsets.UTF_8);
                reportFile.write(file -> file.write(text));
            } else {
                answer.problems().stream().limit(PROBLEMS_PRINTED).forEach(problem -> out.println(line(problem)));
                if (answer.problems().size() > PROBLEMS_PRINTED) {
                    out.println("… and " + (answer.problems().size() - PROBLEMS_PRINTED)
                            + " more: write them all to a file with --report.");
                }
            }
            out.flush();
        }

        private static String line(ImportProblem problem) {
            return "Row " + problem.row() + (problem.field().isEmpty() ? "" : ", " + problem.field())
                    + (problem.area().isEmpty() ? "" : ", " + problem.area()) + " "
                    + problem.kind().code() + ": "
                    + problem.reason() + " " + problem.whatToDo();
        }
    }

    @Command(
            name = "boundaries",
            mixinStandardHelpOptions = true,
            description = "Boundaries as zipped shapefile, GeoPackage or GeoJSON.")
    private static final class Boundaries extends Kind {

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = GeographyConverter.class,
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
            description = "File 7 of the English Indices of Deprivation (all ranks, deciles and scores).")
    private static final class Deprivation extends Kind {

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
    private static final class Lookup extends Kind {

        Lookup(Program program) {
            super(program, ImportKind.LOOKUP);
        }

        @Override
        ImportRequest.Options options() {
            return ImportRequest.Options.none();
        }
    }

    @Command(name = "population", mixinStandardHelpOptions = true, description = "Population estimates by age.")
    private static final class Population extends Kind {

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = GeographyConverter.class,
                description = "Level and boundary year, such as lsoa-2021.")
        private @Nullable Geography geography;

        @Option(
                names = "--period",
                required = true,
                paramLabel = "P",
                converter = PeriodConverter.class,
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
    private static final class Indicators extends Kind {

        @Option(names = "--codebook", required = true, paramLabel = "FILE", description = "What the columns mean.")
        private Path codebook = Path.of("");

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = GeographyConverter.class,
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
            description = "Counts of children by area of their home, from the county's own records.")
    private static final class Counts extends Kind {

        @Option(
                names = "--measure",
                required = true,
                paramLabel = "MEASURE",
                converter = MeasureConverter.class,
                description = "early-help, referrals, cin, cpp or cla.")
        private @Nullable Measure measure;

        @Option(
                names = "--geography",
                required = true,
                paramLabel = "G",
                converter = GeographyConverter.class,
                description = "Level and boundary year, such as lsoa-2021.")
        private @Nullable Geography geography;

        @Option(
                names = "--period",
                paramLabel = "P",
                converter = PeriodConverter.class,
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

    private static final class GeographyConverter implements ITypeConverter<Geography> {
        @Override
        public Geography convert(String text) {
            return converted(() -> Geography.parse(text));
        }
    }

    private static final class MeasureConverter implements ITypeConverter<Measure> {
        @Override
        public Measure convert(String text) {
            return converted(() -> Measure.parse(text));
        }
    }

    private static final class PeriodConverter implements ITypeConverter<Period> {
        @Override
        public Period convert(String text) {
            return converted(() -> new Period(text));
        }
    }

    private static final class ExtentConverter implements ITypeConverter<ExtentName> {
        @Override
        public ExtentName convert(String text) {
            return converted(() -> new ExtentName(text));
        }
    }

    private static <T> T converted(java.util.function.Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
