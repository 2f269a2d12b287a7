package org.needscape.http;

/** A request whose parameters or form are wrong: which field, and one sentence. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String field;

    BadRequestException(String field, String message) {
        this(400, field, message);
    }

    BadRequestException(int status, String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    int status() {
        return status;
    }

    String field() {
        return field;
    }
}
