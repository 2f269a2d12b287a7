package org.needscape.service;

/** Somebody else has saved since. Nothing was saved; what they wrote and what was sent can be put together. */
public final class StaleRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int latest;

    StaleRevisionException(int latest, String message) {
        super(message);
        this.latest = latest;
    }

    /** The revision that is the latest now. */
    public int latest() {
        return latest;
    }
}
