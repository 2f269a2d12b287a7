package org.needscape.recipe;

import java.util.List;

/** A document that is no recipe, with everything that is wrong with it. */
public final class WrongRecipeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    WrongRecipeException(List<Problem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    WrongRecipeException(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    /** At least one, in the order of the document. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param field where, such as {@code factors[0].weight}; empty for the document as a whole
     * @param message one sentence: what is wrong and what to do
     */
    public record Problem(String field, String message) {}
}
