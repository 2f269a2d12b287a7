package org.needscape.service;

/** Something that was asked for by name is not there; the message says what and where to look. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }
}
