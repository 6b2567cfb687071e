package org.jabiru;

import java.util.ArrayList;
import java.util.List;

/** How an interpreter was asked to run: the command line's options and the environment's. */
public final class Configuration {
    /** Whether the process is this interpreter's, its signals too: it was started as a program. */
    public boolean ownsProcess;

    public int debug;
    public int inspect;
    public int interactive;
    public int optimize;
    public boolean dontWriteBytecode;
    public boolean noUserSite;
    public boolean noSite;
    public boolean ignoreEnvironment;
    public int verbose;
    public int bytesWarning;
    public int quiet;
    public boolean isolated;
    public boolean devMode;
    public boolean warnDefaultEncoding;

    /** PEP 540. File names and standard streams are in UTF-8 without it, too. */
    public boolean utf8Mode;

    /**
     * Whether standard input and output keep bytes that are not UTF-8: in the locale C (PEP 538).
     */
    public boolean lenientStreams;

    public boolean safePath;
    public boolean unbuffered;
    public boolean skipFirstLine;

    /** {@code -R}: whatever {@code PYTHONHASHSEED} says. */
    public boolean randomHashes;

    public long intMaxStrDigits = 4300;

    /** {@code -c}, {@code -m} or a file; null for standard input. */
    public String command;

    public String module;
    public String script;

    /** {@code sys.executable} as an embedder gave it, or null. */
    public String executable;

    /** {@code sys.argv}; its first element is set by what runs the program. */
    public List<String> arguments = new ArrayList<>();

    /** {@code sys.orig_argv} without the program. */
    public List<String> originalArguments = new ArrayList<>();

    public final List<String> warnOptions = new ArrayList<>();
    public final List<String> xOptions = new ArrayList<>();

    /** {@code --check-hash-based-pycs}. */
    public String checkHashBasedPycs = "default";

    /** {@code PYTHONPATH}, or null. */
    public String pythonPath;

    /** {@code PYTHONPLATLIBDIR}, or null. */
    public String platformLibrary;

    /** {@code -X faulthandler}: whether {@code faulthandler} says it is enabled from the start. */
    public boolean faultHandler;

    /** False with {@code -X disable-remote-debug}: no process may send scripts (PEP 768). */
    public boolean remoteDebug;

    /** {@code -X frozen_modules}. */
    public boolean frozenModules = true;

    /** {@code -X cpu_count}: what {@code os.cpu_count} says instead; -1 for the truth. */
    public int cpuCount = -1;

    /** {@code -X thread_inherit_context}: whether threads begin with their starter's context. */
    public boolean threadInheritContext;

    /** {@code -X context_aware_warnings}: filters of {@code catch_warnings} are the context's. */
    public boolean contextAwareWarnings;

    /** {@code -X tracemalloc}: how many frames of each allocation were asked for; 0 for none. */
    public int tracemallocFrames;

    /** False with {@code -X no_debug_ranges}: code objects do not tell their columns. */
    public boolean debugRanges = true;

    /** {@code -X importtime}: 1 times imports, 2 tells of modules that were there too. */
    public int importTime;

    /** {@code PYTHONIOENCODING}, or null. */
    public String ioEncoding;

    /** {@code sys.pycache_prefix}, or null. */
    public String pycachePrefix;

    /** What a subinterpreter may not do. */
    public boolean allowExec = true;

    public boolean allowThreads = true;
    public boolean allowDaemonThreads = true;

    /** The configuration of a subinterpreter: the same, but for what the process is to run. */
    Configuration copy() {
        Configuration made = new Configuration();
        made.ownsProcess = ownsProcess;
        made.debug = debug;
        made.inspect = inspect;
        made.interactive = interactive;
        made.optimize = optimize;
        made.dontWriteBytecode = dontWriteBytecode;
        made.noUserSite = noUserSite;
        made.noSite = noSite;
        made.ignoreEnvironment = ignoreEnvironment;
        made.verbose = verbose;
        made.bytesWarning = bytesWarning;
        made.quiet = quiet;
        made.isolated = isolated;
        made.devMode = devMode;
        made.warnDefaultEncoding = warnDefaultEncoding;
        made.utf8Mode = utf8Mode;
        made.lenientStreams = lenientStreams;
        made.safePath = safePath;
        made.unbuffered = unbuffered;
        made.randomHashes = randomHashes;
        made.intMaxStrDigits = intMaxStrDigits;
        made.executable = executable;
        made.arguments = new ArrayList<>(arguments);
        made.originalArguments = new ArrayList<>(originalArguments);
        made.warnOptions.addAll(warnOptions);
        made.xOptions.addAll(xOptions);
        made.checkHashBasedPycs = checkHashBasedPycs;
        made.pythonPath = pythonPath;
        made.platformLibrary = platformLibrary;
        made.frozenModules = frozenModules;
        made.cpuCount = cpuCount;
        made.threadInheritContext = threadInheritContext;
        made.contextAwareWarnings = contextAwareWarnings;
        made.debugRanges = debugRanges;
        made.ioEncoding = ioEncoding;
        made.pycachePrefix = pycachePrefix;
        return made;
    }

    /** The value of an {@code -X name=value} option; "" without value, null when not given. */
    public String xOption(String name) {
        String found = null;
        for (String option : xOptions) {
            if (option.equals(name)) {
                found = "";
            } else if (option.startsWith(name) && option.charAt(name.length()) == '=') {
                found = option.substring(name.length() + 1);
            }
        }
        return found;
    }
}
