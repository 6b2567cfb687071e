package org.jabiru;

import com.oracle.truffle.api.Option;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;

/** Options of a polyglot context. */
@Option.Group("python")
public final class PythonOptions {
    @Option(
            help =
                    "Whether the application arguments are a whole command line: options, then a"
                            + " program and its arguments.",
            category = OptionCategory.EXPERT,
            stability = OptionStability.STABLE)
    public static final OptionKey<Boolean> CommandLine = new OptionKey<>(false);

    @Option(
            help = "Directories and archives to import from, before the others; as PYTHONPATH.",
            category = OptionCategory.USER,
            stability = OptionStability.STABLE,
            usageSyntax = "<path>[:<path>...]")
    public static final OptionKey<String> PythonPath = new OptionKey<>("");

    @Option(
            help =
                    "The Python of a virtual environment, whose packages are to be found"
                            + " (venv/bin/python); sys.executable.",
            category = OptionCategory.USER,
            stability = OptionStability.STABLE,
            usageSyntax = "<path>")
    public static final OptionKey<String> Executable = new OptionKey<>("");

    private PythonOptions() {}
}
