package org.jabiru.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jabiru.Configuration;
import org.jabiru.ShutdownHooks;

/** The program {@code jabiru}. */
public final class Main {
    /** Enough for the recursion limit through any mix of Python and C; reserved, not used. */
    private static final long STACK_SIZE = 1L << 30;

    /** Words that are commands, unless there is a script of that name. */
    private static final Set<String> COMMANDS = Set.of("abi-check");

    /** Reachable for as long as the process has threads that start others. */
    private static Context context;

    private int status = 1;

    private Main() {}

    /** Runs a command line; for a start by the command {@code java}. */
    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(null, () -> System.exit(launch(args)), "MainThread", STACK_SIZE);
        thread.setUncaughtExceptionHandler((t, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        thread.start();
        thread.join();
    }

    /**
     * Runs a command line on this thread, which must have a deep stack; the status that the process
     * is to end with. The native launcher calls it: a second thread would cost a start some
     * milliseconds. Then it ends the process itself, which is quicker than what Java does, unless
     * something of Java's is to run at the end.
     */
    public static int launch(String[] args) {
        if (args.length > 0 && COMMANDS.contains(args[0]) && !Files.exists(Path.of(args[0]))) {
            System.exit(runCommand(args));
        }
        if (printedInformation(args)) {
            return 0;
        }
        Main main = new Main();
        main.run(args);
        if (Boolean.getBoolean(ShutdownHooks.PROPERTY)) {
            System.exit(main.status);
        }
        return main.status;
    }

    private static int runCommand(String[] args) {
        for (LauncherCommand command : ServiceLoader.load(LauncherCommand.class)) {
            if (command.name().equals(args[0])) {
                String[] rest = Arrays.copyOfRange(args, 1, args.length);
                return command.run(rest, System.out, System.err);
            }
        }
        System.err.println("jabiru: the command " + args[0] + " is not part of this build");
        return 2;
    }

    /** Handles the options that print something and end, without starting an interpreter. */
    private static boolean printedInformation(String[] args) {
        String text = CommandLine.informationOrNull(args);
        if (text != null) {
            System.out.println(text);
        }
        return text != null;
    }

    private void run(String[] args) {
        try {
            // What is thrown while a context is made is no host exception, and says it all.
            CommandLine.parse(args, new Configuration());
        } catch (CommandLine.UsageException usage) {
            System.err.println(usage.getMessage());
            status = usage.status();
            return;
        }
        if (!HashSeed.choose(args)) {
            return;
        }
        CompilerStart.defer();
        // Never closed: the process ends with it, and daemon threads may still run.
        Context.Builder builder =
                Context.newBuilder("python")
                        .allowAllAccess(true)
                        .option("python.CommandLine", "true")
                        .option("engine.WarnInterpreterOnly", "false")
                        .arguments("python", args);
        if (CompilerStart.isOptimizing()) {
            builder.option("engine.DynamicCompilationThresholdsMinScale", "0.5");
            // Graal is a Java program that starts cold: for code that only an import runs it would
            // take more of the processors than what the program does in native code.
            builder.option("engine.FirstTierCompilationThreshold", "5000");
        }
        context = builder.build();
        try {
            Source program =
                    Source.newBuilder("python", "", "<program>")
                            .mimeType("application/x-jabiru-program")
                            .internal(true)
                            .build();
            status = context.eval(program).asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolyglotException e) {
            report(e);
        }
    }

    private void report(PolyglotException e) {
        if (e.isExit()) {
            status = e.getExitStatus();
        } else if (e.isGuestException() && !e.isInternalError()) {
            // The interpreter could not start, and has said why.
            status = 1;
        } else {
            System.err.println("jabiru: the interpreter failed");
            e.printStackTrace();
            status = 1;
        }
    }
}
