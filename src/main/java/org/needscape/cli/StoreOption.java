package org.needscape.cli;

import picocli.CommandLine.Option;

/** The store that a verb works on. */
final class StoreOption {

    static final String DEFAULT = "./needscape-data";
    static final String DESCRIPTION =
            "The store: a folder, or a database as jdbc:postgresql://HOST:PORT/DATABASE (default: ${DEFAULT-VALUE}).";

    @Option(names = "--store", paramLabel = "STORE", defaultValue = DEFAULT, description = DESCRIPTION)
    String location = DEFAULT;
}
