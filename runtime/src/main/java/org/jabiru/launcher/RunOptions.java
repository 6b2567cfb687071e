package org.jabiru.launcher;

import java.util.List;
import java.util.Map;
import org.jabiru.Configuration;
import org.jabiru.launcher.CommandLine.UsageException;

/**
 * The {@code -X} options and the variables of the environment that say the same; an option wins
 * (Command line and environment, in the manual). What is no valid value ends the start.
 */
final class RunOptions {
    private static final int LEAST_MAX_DIGITS = 640;
    private static final int MOST_FRAMES = 65535;
    private static final List<String> ALLOCATORS =
            List.of(
                    "default",
                    "debug",
                    "malloc",
                    "malloc_debug",
                    "pymalloc",
                    "pymalloc_debug",
                    "mimalloc",
                    "mimalloc_debug");

    private final Map<String, String> environment;
    private final Configuration c;

    private RunOptions(Map<String, String> environment, Configuration c) {
        this.environment = environment;
        this.c = c;
    }

    /**
     * Fills a configuration.
     *
     * @param environment empty when it is to be ignored
     */
    static void read(Map<String, String> environment, Configuration c) {
        var options = new RunOptions(environment, c);
        options.checkAllocator();
        options.readSwitches();
        options.readGil();
        options.readImportTime();
        options.readFrozenModules();
        options.readCpuCount();
        c.threadInheritContext =
                options.zeroOrOne("thread_inherit_context", "PYTHON_THREAD_INHERIT_CONTEXT");
        c.contextAwareWarnings =
                options.zeroOrOne("context_aware_warnings", "PYTHON_CONTEXT_AWARE_WARNINGS");
        options.readTracemalloc();
        options.readMaxDigits();
        String prefix = c.xOption("pycache_prefix");
        String given = prefix != null ? prefix : options.variable("PYTHONPYCACHEPREFIX");
        c.pycachePrefix = given == null || given.isEmpty() ? null : given;
    }

    private String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static UsageException fatal(String message) {
        return new UsageException(
                "Fatal Python error: " + message + "\nPython runtime state: preinitialized\n");
    }

    /** There is one allocator, the JVM's; but a name that CPython does not know is a mistake. */
    private void checkAllocator() {
        String allocator = variable("PYTHONMALLOC");
        if (allocator != null && !ALLOCATORS.contains(allocator)) {
            throw new UsageException(
                    "Fatal Python error: preconfig_init_allocator: PYTHONMALLOC: unknown"
                            + " allocator\nPython runtime state: preinitializing\n");
        }
    }

    private void readSwitches() {
        c.devMode |= isOn("dev", "PYTHONDEVMODE");
        c.warnDefaultEncoding |= isOn("warn_default_encoding", "PYTHONWARNDEFAULTENCODING");
        c.debugRanges = !isOn("no_debug_ranges", "PYTHONNODEBUGRANGES");
        c.faultHandler = c.devMode || isOn("faulthandler", "PYTHONFAULTHANDLER");
        c.remoteDebug = !isOn("disable-remote-debug", "PYTHON_DISABLE_REMOTE_DEBUG");
    }

    private boolean isOn(String option, String variable) {
        return c.xOption(option) != null || variable(variable) != null;
    }

    private void readGil() {
        String value = c.xOption("gil");
        value = value != null ? value : variable("PYTHON_GIL");
        if (value == null || value.equals("1")) {
            return;
        }
        throw fatal(
                value.equals("0")
                        ? "config_read_gil: Disabling the GIL is not supported by this build"
                        : "config_read_gil: PYTHON_GIL / -X gil must be \"0\" or \"1\"");
    }

    private void readImportTime() {
        String option = c.xOption("importtime");
        if (option != null) {
            c.importTime = importTime(option, "-X importtime: values");
            return;
        }
        String value = variable("PYTHONPROFILEIMPORTTIME");
        if (value != null) {
            c.importTime = importTime(value, "PYTHONPROFILEIMPORTTIME: numeric values");
        }
    }

    private static int importTime(String value, String what) {
        if (!value.matches("[+-]?[0-9]+")) {
            return 1;
        }
        if (!List.of("0", "1", "2").contains(value)) {
            throw fatal(
                    "config_init_import_time: "
                            + what
                            + " other than 1 and 2 are reserved for future use.");
        }
        return Integer.parseInt(value);
    }

    private void readFrozenModules() {
        String option = c.xOption("frozen_modules");
        String value = option != null ? option : variable("PYTHON_FROZEN_MODULES");
        if (value == null || value.isEmpty() || value.equals("on")) {
            return;
        }
        if (!value.equals("off")) {
            throw fatal(
                    "bad value for "
                            + (option != null
                                    ? "option -X frozen_modules"
                                    : "PYTHON_FROZEN_MODULES")
                            + " (expected \"on\" or \"off\")");
        }
        c.frozenModules = false;
    }

    private void readCpuCount() {
        String option = c.xOption("cpu_count");
        String value = option != null ? option : variable("PYTHON_CPU_COUNT");
        if (value == null || value.equals("default")) {
            return;
        }
        int count = number(value);
        if (count < 1) {
            throw fatal(
                    "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid"
                            + " number, n must be greater than 0");
        }
        c.cpuCount = count;
    }

    private boolean zeroOrOne(String name, String variable) {
        String option = c.xOption(name);
        String value = option != null ? option : variable(variable);
        int number = value == null ? 0 : number(value);
        if (number != 0 && number != 1) {
            throw fatal(
                    "config_init_"
                            + name
                            + ": "
                            + (option != null
                                    ? "-X " + name + "=n: n is missing or invalid"
                                    : variable + "=N: N is missing or invalid"));
        }
        return number == 1;
    }

    private void readTracemalloc() {
        String option = c.xOption("tracemalloc");
        String value = option != null ? option : variable("PYTHONTRACEMALLOC");
        if (value == null) {
            return;
        }
        int frames = value.isEmpty() ? 1 : number(value);
        if (frames < 0) {
            throw fatal(
                    "config_init_tracemalloc: "
                            + (option != null ? "-X tracemalloc=NFRAME" : "PYTHONTRACEMALLOC")
                            + ": invalid number of frames");
        }
        if (frames > MOST_FRAMES) {
            throw new UsageException(
                    "Fatal Python error: init_interp_main: can't start tracemalloc\n"
                            + "Python runtime state: core initialized\n"
                            + "ValueError: the number of frames must be in range [1; 65535]\n");
        }
        c.tracemallocFrames = frames;
    }

    private void readMaxDigits() {
        String option = c.xOption("int_max_str_digits");
        String value = option != null ? option : variable("PYTHONINTMAXSTRDIGITS");
        if (value == null) {
            return;
        }
        int digits = number(value);
        if (digits != 0 && digits < LEAST_MAX_DIGITS) {
            throw fatal(
                    "config_init_int_max_str_digits: "
                            + (option != null ? "-X int_max_str_digits" : "PYTHONINTMAXSTRDIGITS")
                            + ": invalid limit; must be >= 640 or 0 for unlimited.");
        }
        c.intMaxStrDigits = digits;
    }

    /** A number as C's {@code strtol} reads it; -1 for what is none, or is negative. */
    private static int number(String text) {
        try {
            return Math.max(-1, Integer.parseInt(text.stripLeading()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
