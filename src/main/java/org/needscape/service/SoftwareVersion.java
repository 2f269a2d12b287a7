package org.needscape.service;

import java.util.Optional;

/** What results are marked with: the program's version, and a number that changes when their computation does. */
public final class SoftwareVersion {

    /** Raised whenever a change of code may change a stored result, so that older ones are computed anew. */
    static final String RESULTS = "2";

    private SoftwareVersion() {}

    /** The version of this program, such as {@code 0.1.0}. */
    public static String version() {
        return Optional.ofNullable(SoftwareVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static String software() {
        return "Needscape " + version();
    }
}
