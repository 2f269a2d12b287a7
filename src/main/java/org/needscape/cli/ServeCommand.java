package org.needscape.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code needscape serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the store as a web page and an API until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to bind to; only this machine can reach the default, ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--demo", description = "Loads the fictional demonstration county if the store is empty.")
    private boolean demo;

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be a port from 0 to " + LAST_PORT + ", not " + port + ".");
        }
        program.serve(store.location, host, port, demo);
        return RootCommand.DONE;
    }
}
