package org.needscape;

import org.needscape.cli.RootCommand;

/** Starts the program: one jar for the web service and the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(RootCommand.commandLine(new Components()).execute(arguments));
    }
}
