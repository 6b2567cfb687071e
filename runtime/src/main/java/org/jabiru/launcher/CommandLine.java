package org.jabiru.launcher;

import java.util.List;
import java.util.Map;
import org.jabiru.Configuration;

/** Reads the command line and the environment (Command line and environment, in the manual). */
public final class CommandLine {
    /** A command line that cannot be understood; the message is for standard error. */
    public static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message, null, false, false);
        }

        /** The process's exit status. */
        int status() {
            return getMessage().startsWith("Fatal") ? 1 : 2;
        }
    }

    private static final String VERSION = "3.14.3";

    private final String[] args;
    private final Configuration c;
    private int next;
    private boolean done;
    private String information;
    private int versions;

    private CommandLine(String[] args, Configuration c) {
        this.args = args;
        this.c = c;
    }

    /** Fills a configuration. */
    public static void parse(String[] args, Configuration c) {
        c.originalArguments.addAll(List.of(args));
        CommandLine line = new CommandLine(args, c);
        line.readOptions();
        if (!c.ignoreEnvironment) {
            readEnvironment(System.getenv(), c);
        }
        line.readProgram();
        RunOptions.read(c.ignoreEnvironment ? Map.of() : System.getenv(), c);
        completeWarnings(c);
        readLocale(System.getenv(), c);
    }

    /** PEP 540: the option, then the variable, then whether the locale is the poor one of C. */
    private static void readLocale(Map<String, String> env, Configuration c) {
        String locale = "C";
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (orNull(env.get(name)) != null) {
                locale = env.get(name);
                break;
            }
        }
        boolean poor = locale.equals("C") || locale.equals("POSIX");
        String option = c.xOption("utf8");
        String variable = c.ignoreEnvironment ? null : orNull(env.get("PYTHONUTF8"));
        if (option != null) {
            if (!List.of("", "0", "1").contains(option)) {
                throw new UsageException(
                        "Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value\n"
                                + "Python runtime state: preinitializing\n");
            }
            c.utf8Mode = !option.equals("0");
        } else if (variable != null) {
            if (!variable.equals("0") && !variable.equals("1")) {
                throw new UsageException(
                        "Fatal Python error: preconfig_init_utf8_mode: invalid PYTHONUTF8"
                                + " environment variable value\n"
                                + "Python runtime state: preinitializing\n");
            }
            c.utf8Mode = variable.equals("1");
        } else {
            c.utf8Mode = poor;
        }
        c.lenientStreams =
                c.utf8Mode || poor || List.of("C.UTF-8", "C.utf8", "UTF-8").contains(locale);
    }

    /** The options alone, as far as they can be understood. */
    static Configuration optionsOf(String[] args) {
        Configuration c = new Configuration();
        try {
            new CommandLine(args, c).readOptions();
        } catch (UsageException e) {
            // Told when the whole line is read.
        }
        return c;
    }

    private void readOptions() {
        while (next < args.length && !done) {
            String arg = args[next];
            if (arg.length() < 2 || arg.charAt(0) != '-') {
                return;
            }
            next++;
            if (arg.startsWith("--")) {
                readLongOption(arg);
                continue;
            }
            int i = 1;
            while (i < arg.length() && !done) {
                i = readOption(arg, i);
            }
        }
    }

    /** What {@code -V}, {@code -h} and the like ask for, or null. */
    static String informationOrNull(String[] args) {
        var line = new CommandLine(args, new Configuration());
        try {
            line.readOptions();
        } catch (UsageException e) {
            // Told when the whole line is read.
            return null;
        }
        if (line.information != null) {
            return line.information;
        }
        return switch (line.versions) {
            case 0 -> null;
            case 1 -> "Python " + VERSION;
            default ->
                    "Python "
                            + VERSION
                            + " (Jabiru) [Java "
                            + System.getProperty("java.version")
                            + "]";
        };
    }

    private int readOption(String arg, int at) {
        char option = arg.charAt(at);
        switch (option) {
            case 'b' -> c.bytesWarning++;
            case 'B' -> c.dontWriteBytecode = true;
            case 'd' -> c.debug = 1;
            case 'E' -> c.ignoreEnvironment = true;
            case 'i' -> {
                c.inspect++;
                c.interactive++;
            }
            case 'I' -> {
                c.isolated = true;
                c.ignoreEnvironment = true;
                c.noUserSite = true;
                c.safePath = true;
            }
            case 'O' -> c.optimize++;
            case 'P' -> c.safePath = true;
            case 'q' -> c.quiet++;
            case 'R' -> c.randomHashes = true;
            case 't' -> {}
            case 's' -> c.noUserSite = true;
            case 'S' -> c.noSite = true;
            case 'u' -> c.unbuffered = true;
            case 'v' -> c.verbose++;
            case 'x' -> c.skipFirstLine = true;
            case 'c' -> {
                c.command = value(arg, at);
                done = true;
            }
            case 'm' -> {
                c.module = value(arg, at);
                done = true;
            }
            case 'h', '?' -> information = Usage.LONG;
            case 'V' -> versions++;
            case 'W' -> {
                c.warnOptions.add(value(arg, at));
                return arg.length();
            }
            case 'X' -> {
                c.xOptions.add(value(arg, at));
                return arg.length();
            }
            default -> throw new UsageException("Unknown option: -" + option + "\n" + Usage.SHORT);
        }
        return at + 1;
    }

    private String value(String arg, int at) {
        if (at + 1 < arg.length()) {
            return arg.substring(at + 1);
        }
        if (next == args.length) {
            throw new UsageException(
                    "Argument expected for the -" + arg.charAt(at) + " option\n" + Usage.SHORT);
        }
        return args[next++];
    }

    private void readLongOption(String arg) {
        if (arg.equals("--")) {
            done = true;
        } else if (arg.equals("--version")) {
            versions++;
        } else if (arg.equals("--help")) {
            information = Usage.LONG;
        } else if (arg.equals("--help-env")) {
            information = UsageDetails.VARIABLES;
        } else if (arg.equals("--help-xoptions")) {
            information = UsageDetails.X_OPTIONS;
        } else if (arg.equals("--help-all")) {
            information =
                    String.join("\n\n", Usage.LONG, UsageDetails.VARIABLES, UsageDetails.X_OPTIONS);
        } else if (arg.equals("--check-hash-based-pycs")) {
            if (next == args.length) {
                throw new UsageException(
                        "Argument expected for the --check-hash-based-pycs options\n"
                                + Usage.SHORT);
            }
            String mode = args[next++];
            if (!List.of("always", "never", "default").contains(mode)) {
                throw new UsageException(
                        "--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n"
                                + Usage.SHORT);
            }
            c.checkHashBasedPycs = mode;
        } else if (arg.equals("--capi-trace") || arg.equals("--capi-debug")) {
            // Looked at where the C-API starts, if it does.
            System.setProperty("jabiru." + arg.substring(2).replace('-', '.'), "true");
        } else {
            throw new UsageException("Unknown option: " + arg + "\n" + Usage.SHORT);
        }
    }

    /** What is left is the program and its arguments. */
    private void readProgram() {
        if (c.command != null) {
            c.arguments.add("-c");
        } else if (c.module != null) {
            c.arguments.add("-m");
        } else if (next < args.length && !args[next].equals("-")) {
            c.script = args[next];
            c.arguments.add(args[next++]);
        } else if (next < args.length) {
            c.arguments.add(args[next++]);
        } else {
            c.arguments.add("");
        }
        while (next < args.length) {
            c.arguments.add(args[next++]);
        }
    }

    private static void readEnvironment(Map<String, String> env, Configuration c) {
        c.optimize = Math.max(c.optimize, number(env.get("PYTHONOPTIMIZE")));
        c.verbose = Math.max(c.verbose, number(env.get("PYTHONVERBOSE")));
        c.debug = Math.max(c.debug, Math.min(1, number(env.get("PYTHONDEBUG"))));
        c.dontWriteBytecode |= number(env.get("PYTHONDONTWRITEBYTECODE")) > 0;
        c.unbuffered |= number(env.get("PYTHONUNBUFFERED")) > 0;
        c.noUserSite |= number(env.get("PYTHONNOUSERSITE")) > 0;
        // Not numbers: "0" is as good as any other text.
        c.inspect = Math.max(c.inspect, isSet(env, "PYTHONINSPECT") ? 1 : 0);
        c.safePath |= isSet(env, "PYTHONSAFEPATH");
        c.pythonPath = orNull(env.get("PYTHONPATH"));
        c.ioEncoding = orNull(env.get("PYTHONIOENCODING"));
        c.platformLibrary = orNull(env.get("PYTHONPLATLIBDIR"));
        String warnings = orNull(env.get("PYTHONWARNINGS"));
        if (warnings != null) {
            c.warnOptions.addAll(0, List.of(warnings.split(",")));
        }
    }

    private static void completeWarnings(Configuration c) {
        if (c.devMode) {
            c.warnOptions.addFirst("default");
        }
        if (c.bytesWarning > 0) {
            c.warnOptions.add(c.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
        }
    }

    private static int number(String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            int n = Integer.parseInt(text);
            return n < 0 ? 1 : n;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isSet(Map<String, String> env, String name) {
        return orNull(env.get(name)) != null;
    }

    private static String orNull(String s) {
        return s == null || s.isEmpty() ? null : s;
    }
}
