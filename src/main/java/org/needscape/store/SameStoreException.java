package org.needscape.store;

/** Two stores that must be different are one; the message is one sentence for the person who named them. */
public final class SameStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SameStoreException(String message) {
        super(message);
    }
}
