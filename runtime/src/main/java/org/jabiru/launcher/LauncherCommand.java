package org.jabiru.launcher;

import java.io.PrintStream;

/** A command of the program {@code jabiru} that runs no Python; found with ServiceLoader. */
public interface LauncherCommand {
    /** The first word of the command line, one of {@link Main}'s commands. */
    String name();

    /**
     * Runs the command.
     *
     * @param arguments what follows the name
     * @return the exit status
     */
    int run(String[] arguments, PrintStream out, PrintStream err);
}
