package org.jabiru.launcher;

/** The texts of {@code --help-env} and {@code --help-xoptions}. */
final class UsageDetails {
    static final String VARIABLES =
            """
            Variables of the environment (with -E or -I none of those that begin with PYTHON counts):
            PYTHONASYNCIODEBUG            asyncio's debug mode
            PYTHONBREAKPOINT              what breakpoint() calls; 0: nothing
            PYTHONHASHSEED                seed of the hashes of str and bytes: a number or random
            PYTHONIOENCODING              encoding[:errors] of the standard streams
            PYTHONPATH                    directories to import from first, separated by colons
            PYTHONPLATLIBDIR              sys.platlibdir
            PYTHONSTARTUP                 a file that the interactive mode runs first
            PYTHONUSERBASE                site.USER_BASE
            PYTHON_BASIC_REPL             the interactive mode without editing
            PYTHON_COLORS                 1: coloured output, 0: none
            PYTHON_HISTORY                the file that keeps the interactive mode's history
            Of these the command line has a form as well:
            PYTHONDEBUG                   -d
            PYTHONDEVMODE                 -X dev
            PYTHONDONTWRITEBYTECODE       -B
            PYTHONFAULTHANDLER            -X faulthandler
            PYTHONINSPECT                 -i
            PYTHONINTMAXSTRDIGITS         -X int_max_str_digits=N
            PYTHONNODEBUGRANGES           -X no_debug_ranges
            PYTHONNOUSERSITE              -s
            PYTHONOPTIMIZE                -O
            PYTHONPROFILEIMPORTTIME       -X importtime
            PYTHONPYCACHEPREFIX           -X pycache_prefix=PATH
            PYTHONSAFEPATH                -P
            PYTHONTRACEMALLOC             -X tracemalloc=N
            PYTHONUNBUFFERED              -u
            PYTHONUTF8                    -X utf8
            PYTHONVERBOSE                 -v
            PYTHONWARNDEFAULTENCODING     -X warn_default_encoding
            PYTHONWARNINGS                -W
            PYTHON_CONTEXT_AWARE_WARNINGS -X context_aware_warnings=N
            PYTHON_CPU_COUNT              -X cpu_count=N
            PYTHON_DISABLE_REMOTE_DEBUG   -X disable-remote-debug
            PYTHON_FROZEN_MODULES         -X frozen_modules
            PYTHON_GIL                    -X gil
            PYTHON_THREAD_INHERIT_CONTEXT -X thread_inherit_context=N
            Without effect, as this Python is part of a JVM: PYTHONHOME, PYTHONMALLOC,
            PYTHONMALLOCSTATS, PYTHONCOERCECLOCALE, PYTHONPERFSUPPORT, PYTHON_PERF_JIT_SUPPORT.
            The JVM's own: JABIRU_JAVA_OPTIONS, options of the command java.\
            """;

    static final String X_OPTIONS =
            """
            Options of this implementation:
            -X context_aware_warnings=0|1 whether catch_warnings changes the context's filters
            -X cpu_count=N|default        what os.cpu_count() is to say
            -X dev                        development mode: more warnings, more checks
            -X disable-remote-debug       no other process can have scripts run here
            -X faulthandler               faulthandler is enabled (the JVM reports fatal signals)
            -X frozen_modules=on|off      whether modules of the start are taken as frozen ones
            -X gil=1                      there is a lock; 0 is refused
            -X importtime[=2]             how long imports take; 2: also those that were there
            -X int_max_str_digits=N       the limit of conversions of int and str; 0: none
            -X no_debug_ranges            code objects do not tell columns
            -X pycache_prefix=PATH        where .pyc files go, in a tree of their own
            -X thread_inherit_context=0|1 whether threads begin with their starter's context
            -X tracemalloc[=N]            tracemalloc traces from the start, N frames of each object
            -X utf8[=0|1]                 UTF-8 mode
            -X warn_default_encoding      EncodingWarning where an encoding is left out
            Without effect: perf, perf_jit, showrefcount.\
            """;

    private UsageDetails() {}
}
