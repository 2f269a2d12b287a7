package org.needscape;

import org.needscape.cli.RootCommand;

/** Starts the program: one jar for the web service and the command line. */
public final class Main {

    private static final String LOG_LEVEL = "needscape.log";

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        if (serves && System.getProperty(LOG_LEVEL) == null) {
            // Before the first logger is made. The other verbs speak through their output and are quiet in a pipe.
            System.setProperty(LOG_LEVEL, "INFO");
        }
        System.exit(RootCommand.commandLine(new Components(System.getenv())).execute(arguments));
    }
}
