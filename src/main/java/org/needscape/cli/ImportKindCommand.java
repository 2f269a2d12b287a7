package org.needscape.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.needscape.area.ExtentName;
import org.needscape.cli.Program.OpenStore;
import org.needscape.desk.WholeFile;
import org.needscape.progress.Progress;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.JobService;
import org.needscape.service.ReadyImport;
import org.needscape.service.RejectedException;
import org.needscape.service.ReportDocuments;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What importing any kind of file has in common. */
abstract class ImportKindCommand implements Callable<Integer> {

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
            converter = ImportConverters.ToExtent.class,
            description = "The analysis extent it is for (default: the areas loaded).")
    private @Nullable ExtentName extent;

    @Option(names = "--report", paramLabel = "FILE.csv", description = "Writes the report to a file.")
    private @Nullable Path report;

    ImportKindCommand(Program program, ImportKind kind) {
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
            TerminalProgress terminal = new TerminalProgress(spec.commandLine().getErr());
            try {
                open.jobs().run(JobService.IMPORT + kind.code(), request.fileName(), terminal, (Progress progress) -> {
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
