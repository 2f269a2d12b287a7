package org.needscape.targeting;

/** Constraints name an area or a district that is not among the candidates. */
public final class UnknownAreaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    UnknownAreaException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the field that holds the code. */
    public String field() {
        return field;
    }
}
