package org.needscape.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Job;
import org.needscape.progress.Progress;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.ImportService;
import org.needscape.service.JobService;
import org.needscape.service.NotFoundException;
import org.needscape.service.RejectedException;
import org.needscape.service.ReportDocuments;

/** Takes files for import and tells how jobs go. */
final class ImportController {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LISTED_PROBLEMS = 100;
    private static final List<String> FIELDS =
            List.of("kind", "file", "codebook", "geography", "release", "measure", "period", "extent", "where");

    private final ImportService imports;
    private final JobService jobs;
    private final Uploads uploads;

    ImportController(ImportService imports, JobService jobs, Uploads uploads) {
        this.imports = imports;
        this.jobs = jobs;
        this.uploads = uploads;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/imports", this::start);
        routes.get("/api/v1/jobs/{id}", this::job);
        routes.get("/api/v1/jobs/{id}/report.csv", this::report);
        routes.delete("/api/v1/jobs/{id}", this::cancel);
    }

    private void start(Context context) {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        uploads.receive(context);
        Parameters.onlyFields(context, FIELDS);
        UploadedFile upload = context.uploadedFile("file");
        if (upload == null || upload.size() == 0) {
            throw new RejectedException("file", "Choose a file that is not empty.");
        }
        ImportRequest.Options options = ImportRequest.Options.none()
                .withGeography(field(context, "geography", Geography::parse))
                .withRelease(field(context, "release", ImportController::release))
                .withMeasure(field(context, "measure", Measure::parse))
                .withPeriod(field(context, "period", Period::new))
                .withExtent(field(context, "extent", ExtentName::new))
                .withWhere(field(context, "where", text -> text));
        ImportKind kind =
                ImportKind.parse(field(context, "kind", text -> text) == null ? "" : context.formParam("kind"));
        Path folder = uploads.newFolder();
        try {
            Path file = uploads.keep(upload, folder.resolve("file"));
            UploadedFile codebook = context.uploadedFile("codebook");
            if (codebook != null && codebook.size() > 0) {
                options = options.withCodebook(uploads.keep(codebook, folder.resolve("codebook")), codebook.filename());
            }
            ImportRequest request = new ImportRequest(kind, file, upload.filename(), options);
            if (!request.check().isEmpty()) {
                throw new RejectedException(request.check());
            }
            Job job = jobs.submit(
                    JobService.IMPORT + kind.code(),
                    request.fileName(),
                    (Progress progress) -> ReportDocuments.toJson(imports.run(request, progress)),
                    () -> uploads.delete(folder));
            ObjectNode answer = Views.object();
            answer.set("job", Views.job(job));
            answer.putObject("links").put("job", "/api/v1/jobs/" + job.id());
            context.status(202);
            context.header("Location", "/api/v1/jobs/" + job.id());
            Json.sendFresh(context, answer);
        } catch (RuntimeException e) {
            uploads.delete(folder);
            throw e;
        }
    }

    private void job(Context context) throws JsonProcessingException {
        Parameters.only(context);
        Job job = get(context);
        ObjectNode node = Views.job(job);
        if (job.result().isEmpty()) {
            node.putNull("result");
        } else if (hasAnswer(job)) {
            JsonNode result = MAPPER.readTree(job.result());
            node.set("result", result);
            node.putObject("links").put("result", address(job, result));
        } else {
            JsonNode report = MAPPER.readTree(job.result());
            com.fasterxml.jackson.databind.node.ArrayNode problems =
                    (com.fasterxml.jackson.databind.node.ArrayNode) report.required("problems");
            while (problems.size() > LISTED_PROBLEMS) {
                problems.remove(problems.size() - 1);
            }
            node.putObject("result").set("report", report);
            node.putObject("links").put("report", "/api/v1/jobs/" + job.id() + "/report.csv");
        }
        Json.sendFresh(context, node);
    }

    /** Whether a job was a question, whose answer is a document of its own. */
    private static boolean hasAnswer(Job job) {
        return job.kind().equals(JobService.HOTSPOTS) || job.kind().equals(JobService.TARGETS);
    }

    private static String address(Job job, JsonNode result) {
        return job.kind().equals(JobService.HOTSPOTS)
                ? HotspotController.address(
                        result.at("/hotspots/extent").asText(),
                        result.at("/hotspots/id").asText())
                : TargetSuggestionController.address(
                        result.at("/targetSuggestion/extent").asText(),
                        result.at("/targetSuggestion/id").asText());
    }

    private void report(Context context) {
        Parameters.only(context);
        Job job = get(context);
        if (job.result().isEmpty() || hasAnswer(job)) {
            throw new NotFoundException("This job has no report.");
        }
        Documents.asDownload(context, "import-report.csv");
        context.header("Cache-Control", "no-store");
        context.contentType("text/csv; charset=utf-8; header=present");
        context.result(
                ReportDocuments.toCsv(ReportDocuments.fromJson(job.result())).getBytes(StandardCharsets.UTF_8));
    }

    private void cancel(Context context) {
        Parameters.requireOwnHeader(context);
        Job job = get(context);
        jobs.cancel(job.id());
        context.status(202);
        Json.sendFresh(context, Views.job(job));
    }

    private Job get(Context context) {
        String id = context.pathParam("id");
        return jobs.find(id).orElseThrow(() -> new NotFoundException("There is no job of that id."));
    }

    private static <T> @Nullable T field(Context context, String name, Function<String, T> parser) {
        String text = context.formParam(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new RejectedException(name, String.valueOf(e.getMessage()));
        }
    }

    private static Integer release(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A release is a year: 2010, 2015, 2019 or 2025.", e);
        }
    }
}
