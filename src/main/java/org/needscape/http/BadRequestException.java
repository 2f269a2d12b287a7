package org.needscape.http;

/** A request whose parameters or form are wrong: which field, and one sentence. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
