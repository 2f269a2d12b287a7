package org.needscape.service;

import java.util.List;

/** A request that cannot be met as it stands, with every reason at once. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public RejectedException(List<Violation> violations) {
        super(
                violations.isEmpty()
                        ? "The request cannot be met."
                        : violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    public RejectedException(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /** The reasons, at least one where the exception was made with one. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }

    /**
     * One reason.
     *
     * @param field the field or option it is about, or empty
     * @param message one sentence: what is wrong and what to do
     */
    public record Violation(String field, String message) {}
}
