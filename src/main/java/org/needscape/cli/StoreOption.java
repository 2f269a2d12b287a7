package org.needscape.cli;

import picocli.CommandLine.Option;

/** The store that a verb works on. */
final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "./needscape-data",
            description =
                    "The store: a folder, or a database as jdbc:postgresql://HOST:PORT/DATABASE (default: ${DEFAULT-VALUE}).")
    String location = "./needscape-data";
}
