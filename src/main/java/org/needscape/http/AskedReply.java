package org.needscape.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.needscape.service.Asked;

/** What somebody is told whose question may take a job: where its answer is or will be, and the job that works on it. */
final class AskedReply {

    private static final int ACCEPTED = 202;

    private AskedReply() {}

    /**
     * Takes a question and answers 200 where its answer is there, and 202 with the job where it is worked on.
     *
     * @param name of what is asked for, in the answer
     * @param mostKilobytes of the question
     * @param address where the answer of an id is
     */
    static void send(
            Context context, String name, int mostKilobytes, UnaryOperator<String> address, Function<String, Asked> ask)
            throws IOException {
        Parameters.only(context);
        Parameters.requireOwnHeader(context);
        Asked asked = ask.apply(new String(Bodies.read(context, mostKilobytes), StandardCharsets.UTF_8));
        String result = address.apply(asked.id());
        ObjectNode answer = Views.object();
        answer.putObject(name).put("id", asked.id());
        ObjectNode links = answer.putObject("links").put("result", result);
        asked.job().ifPresent(job -> {
            answer.set("job", Views.job(job));
            links.put("job", "/api/v1/jobs/" + job.id());
            context.status(ACCEPTED);
        });
        context.header(
                "Location", asked.job().map(job -> "/api/v1/jobs/" + job.id()).orElse(result));
        Json.sendFresh(context, answer);
    }
}
