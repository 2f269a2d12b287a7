package org.needscape.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.layer.LayerId;
import org.needscape.service.NotFoundException;

/** Reads path and query parameters into domain values. What cannot be a name of anything is simply not found. */
final class Parameters {

    private Parameters() {}

    static LayerId layer(String text) {
        if (!LayerId.isValid(text)) {
            throw new NotFoundException("There is no layer of that name.");
        }
        return new LayerId(text);
    }

    static ExtentName extent(Context context) {
        return inPath(context.pathParam("extent"), ExtentName::new, "There is no extent of that name.");
    }

    static Geography geography(Context context) {
        return inPath(context.pathParam("geography"), Geography::parse, "There is no geography of that name.");
    }

    static AreaCode area(Context context) {
        return inPath(context.pathParam("code"), AreaCode::new, "There is no area of that code.");
    }

    /** An optional query parameter that must be right when it is there. */
    static <T> Optional<T> query(Context context, String name, Function<String, T> parser) {
        String text = context.queryParam(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(parse(name, text, parser));
    }

    /** An optional query parameter that must be right when it is there, given once and not empty. */
    static <T> Optional<T> queryOnce(Context context, String name, Function<String, T> parser) {
        List<String> texts = context.queryParams(name);
        if (texts.size() > 1) {
            throw new BadRequestException(name, "Give " + name + " once.");
        }
        return texts.stream().findFirst().map(text -> parse(name, text, parser));
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(name, String.valueOf(e.getMessage()));
        }
    }

    /** Refuses query parameters that the address does not know, so that a misspelt one is not silently ignored. */
    static void only(Context context, String... known) {
        List<String> names = Arrays.asList(known);
        for (String name : context.queryParamMap().keySet()) {
            if (!names.contains(name)) {
                throw new BadRequestException(
                        name,
                        names.isEmpty()
                                ? "This address takes no parameters."
                                : "This address takes only the parameters " + String.join(", ", names) + ".");
            }
        }
    }

    /** Refuses form fields that are not known, for the same reason. */
    static void onlyFields(Context context, List<String> known) {
        for (Set<String> names : List.of(
                context.formParamMap().keySet(), context.uploadedFileMap().keySet())) {
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new BadRequestException(
                            name, "This form takes only the fields " + String.join(", ", known) + ".");
                }
            }
        }
    }

    /** Refuses a change that another site may have made a browser send. */
    static void requireOwnHeader(Context context) {
        if (context.header("X-Needscape") == null) {
            throw new BadRequestException(
                    "X-Needscape", "Changes need the header X-Needscape, which other sites cannot send.");
        }
    }

    /**
     * A whole number from 1.
     *
     * @param what it is the number of, for messages
     * @throws IllegalArgumentException when it is none
     */
    static int positive(String what, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(what + " is a whole number from 1.");
        }
        return Integer.parseInt(text);
    }

    static <T> T inPath(String text, Function<String, T> parser, String notFound) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(notFound);
        }
    }
}
