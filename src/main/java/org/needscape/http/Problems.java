package org.needscape.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.needscape.report.UnreadableFileException;
import org.needscape.service.NotFoundException;
import org.needscape.service.RejectedException;
import org.needscape.service.RejectedException.Violation;
import org.needscape.service.StaleRevisionException;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what handlers throw into problem documents (RFC 9457), in one place. A person never sees a stack trace: what was not
 * foreseen is an incident number, and the log has the rest.
 */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(
                NotFoundException.class, (e, context) -> write(context, 404, "Not found", message(e), List.of()));
        routes.exception(
                RejectedException.class,
                (e, context) -> write(context, 422, "The request cannot be met", message(e), e.violations()));
        routes.exception(
                StaleRevisionException.class,
                (e, context) -> write(
                        context,
                        409,
                        "Somebody else has saved since",
                        message(e),
                        List.of(new Violation("expectedRevision", "The latest revision is " + e.latest() + "."))));
        routes.exception(
                UnreadableFileException.class,
                (e, context) -> write(context, 422, "The file cannot be read", message(e), List.of()));
        routes.exception(
                BadRequestException.class,
                (e, context) -> write(
                        context,
                        e.status(),
                        e.status() == 400 ? "The request is wrong" : title(e.status()),
                        message(e),
                        List.of(new Violation(e.field(), message(e)))));
        routes.exception(
                HostGuard.MisdirectedException.class,
                (e, context) -> write(context, 421, "Not this service", message(e), List.of()));
        routes.exception(StoreException.class, (e, context) -> {
            LOG.warn("the store did not answer: {}", e.getMessage());
            write(context, 503, "The store does not answer", message(e), List.of());
        });
        routes.exception(
                HttpResponseException.class,
                (e, context) -> write(context, e.getStatus(), title(e.getStatus()), detail(e.getStatus()), List.of()));
        routes.exception(Exception.class, Problems::unforeseen);
        routes.error(404, context -> {
            if (!isProblem(context)) {
                write(context, 404, "Not found", "There is nothing at this address.", List.of());
            }
        });
        routes.error(405, context -> {
            if (!isProblem(context)) {
                write(context, 405, title(405), detail(405), List.of());
            }
        });
    }

    private static void unforeseen(Exception e, Context context) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {} at {} {}", incident, context.method(), context.path(), e);
        write(
                context,
                500,
                "Something went wrong",
                "This was not foreseen. Tell whoever runs the service the incident number " + incident + ".",
                List.of());
    }

    private static boolean isProblem(Context context) {
        String type = context.res().getContentType();
        return type != null && type.startsWith(MEDIA_TYPE);
    }

    static void write(Context context, int status, String title, String detail, List<Violation> violations) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", context.path());
        if (!violations.isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            for (Violation violation : violations) {
                errors.addObject().put("field", violation.field()).put("message", violation.message());
            }
        }
        SecurityHeaders.write(context);
        context.status(status);
        context.header("Cache-Control", "no-store");
        context.contentType(MEDIA_TYPE);
        context.result(problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String title(int status) {
        return HttpStatus.forStatus(status).getMessage();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 413 -> "This is larger than the service takes.";
            default -> "The request cannot be answered as it stands.";
        };
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
