package org.needscape.cli;

import picocli.CommandLine.Option;

/** The store that a verb works on. */
final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "./needscape-data",
            description = "The folder of the store (default: ${DEFAULT-VALUE}).")
    String location = "./needscape-data";
}
