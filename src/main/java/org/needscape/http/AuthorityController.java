package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.service.AuthorityService;
import org.needscape.service.EncodedDocument;
import org.needscape.service.NotFoundException;

/** Whole authorities: which there are, one of them, and the gradient over all of them. */
final class AuthorityController {

    private static final String ROOT = "/api/v1/authorities";
    private static final String MEASURE = "measure";
    private static final String PERIOD = "period";
    private static final String DEPRIVATION = "deprivation";
    private static final String SVG = ".svg";
    private static final String CSV_MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private final AuthorityService authorities;

    AuthorityController(AuthorityService authorities) {
        this.authorities = authorities;
    }

    void register(RoutesConfig routes) {
        routes.get(ROOT, this::list);
        // Before the code of an authority, which could be any word.
        routes.get(ROOT + "/gradient", context -> gradient(context, authorities::gradient, Json.MEDIA_TYPE));
        routes.get(ROOT + "/gradient.csv", context -> gradient(context, authorities::gradientCsv, CSV_MEDIA_TYPE));
        routes.get(ROOT + "/gradient/charts/{chart}", this::gradientChart);
        routes.get(ROOT + "/{code}", this::get);
        routes.get(ROOT + "/{code}/charts/{chart}", this::chart);
    }

    private void list(Context context) {
        Parameters.only(context);
        Documents.send(context, authorities.list(), Json.MEDIA_TYPE);
    }

    private void get(Context context) {
        Parameters.only(context);
        Documents.send(context, authorities.get(code(context)), Json.MEDIA_TYPE);
    }

    private void chart(Context context) {
        Parameters.only(context, MEASURE);
        send(
                context,
                authorities.chart(
                        code(context),
                        chartName(context),
                        Parameters.queryOnce(context, MEASURE, AuthorityMeasure::parse)));
    }

    private void gradientChart(Context context) {
        Parameters.only(context, MEASURE, PERIOD, DEPRIVATION, "chosen", "funnel");
        send(
                context,
                authorities.gradientChart(
                        question(context),
                        chartName(context),
                        Parameters.queryOnce(context, "chosen", AreaCode::new),
                        Parameters.queryOnce(context, "funnel", AuthorityController::isAdjusted)
                                .orElse(false)));
    }

    private static AreaCode code(Context context) {
        return Parameters.inPath(context.pathParam("code"), AreaCode::new, "There is no authority of that code.");
    }

    private static String chartName(Context context) {
        String name = context.pathParam("chart");
        if (!name.endsWith(SVG)) {
            throw new NotFoundException("There is no chart of that name: charts end in " + SVG + ".");
        }
        return name.substring(0, name.length() - SVG.length());
    }

    private static boolean isAdjusted(String text) {
        if (!text.equals("plain") && !text.equals("adjusted")) {
            throw new IllegalArgumentException("Say plain or adjusted.");
        }
        return text.equals("adjusted");
    }

    private static void send(Context context, String svg) {
        Documents.send(context, EncodedDocument.of(svg.getBytes(StandardCharsets.UTF_8)), "image/svg+xml");
    }

    private static void gradient(
            Context context, Function<AuthorityService.Question, EncodedDocument> answer, String mediaType) {
        Parameters.only(context, MEASURE, PERIOD, DEPRIVATION);
        Documents.send(context, answer.apply(question(context)), mediaType);
    }

    private static AuthorityService.Question question(Context context) {
        return new AuthorityService.Question(
                Parameters.queryOnce(context, MEASURE, AuthorityMeasure::parse),
                Parameters.queryOnce(context, PERIOD, Period::new),
                Parameters.queryOnce(context, DEPRIVATION, AuthorityController::edition));
    }

    private static Integer edition(String text) {
        return Parameters.positive("An edition of the Indices of Deprivation", text);
    }
}
