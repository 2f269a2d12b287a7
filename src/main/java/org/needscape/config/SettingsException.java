package org.needscape.config;

/** The settings cannot be used; the message has a sentence for each thing that is wrong with them. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
