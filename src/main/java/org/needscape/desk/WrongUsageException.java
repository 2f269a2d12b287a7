package org.needscape.desk;

/** The options do not go together, or ask for what this version does not have: one sentence. */
public final class WrongUsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUsageException(String message) {
        super(message);
    }
}
