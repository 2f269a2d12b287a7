package org.needscape.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.service.AuthorityService;
import org.needscape.service.EncodedDocument;

/** Whole authorities: which there are, one of them, and the gradient over all of them. */
final class AuthorityController {

    private static final String ROOT = "/api/v1/authorities";
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
        routes.get(ROOT + "/{code}", this::get);
    }

    private void list(Context context) {
        Parameters.only(context);
        Documents.send(context, authorities.list(), Json.MEDIA_TYPE);
    }

    private void get(Context context) {
        Parameters.only(context);
        AreaCode code =
                Parameters.inPath(context.pathParam("code"), AreaCode::new, "There is no authority of that code.");
        Documents.send(context, authorities.get(code), Json.MEDIA_TYPE);
    }

    private static void gradient(
            Context context, Function<AuthorityService.Question, EncodedDocument> answer, String mediaType) {
        Parameters.only(context, "measure", "period", "deprivation");
        AuthorityService.Question question = new AuthorityService.Question(
                Parameters.queryOnce(context, "measure", AuthorityMeasure::parse),
                Parameters.queryOnce(context, "period", Period::new),
                Parameters.queryOnce(context, "deprivation", AuthorityController::edition));
        Documents.send(context, answer.apply(question), mediaType);
    }

    private static Integer edition(String text) {
        return Parameters.positive("An edition of the Indices of Deprivation", text);
    }
}
