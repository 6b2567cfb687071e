package org.jabiru.launcher;

/** The texts of {@code -h} and of a wrong command line. */
final class Usage {
    static final String SHORT =
            "usage: jabiru [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                    + "Try `jabiru -h' for more information.";

    static final String LONG =
            """
            usage: jabiru [option] ... [-c cmd | -m mod | file | -] [arg] ...
            Options (and corresponding environment variables):
            -b     : warn about str(bytes_instance), bytes compared with str; -bb: error
            -B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
            -c cmd : program passed in as string (terminates option list)
            -d     : debug the parser (for experts); also PYTHONDEBUG=x
            -E     : ignore PYTHON* environment variables (such as PYTHONPATH)
            -h     : print this help message and exit (also -? or --help)
            -i     : inspect interactively after running script; also PYTHONINSPECT=x
            -I     : isolate from the user's environment (implies -E, -P and -s)
            -m mod : run library module as a script (terminates option list)
            -O     : remove assert and __debug__-dependent statements; also PYTHONOPTIMIZE=x
            -OO    : do -O changes and also discard docstrings
            -P     : don't prepend a potentially unsafe path to sys.path
            -q     : don't print version and copyright messages on interactive startup
            -s     : don't add user site directory to sys.path; also PYTHONNOUSERSITE=x
            -S     : don't imply 'import site' on initialization
            -u     : force the stdout and stderr streams to be unbuffered
            -v     : verbose (trace import statements); also PYTHONVERBOSE=x
            -V     : print the version number and exit (also --version)
            -W arg : warning control; also PYTHONWARNINGS=arg
            -x     : skip the first line of the source
            -X opt : set an implementation-specific option
            file   : program read from a script file
            -      : program read from stdin (default; interactive mode if a tty)
            --check-hash-based-pycs always|default|never: when to compare hash-based .pyc files
                     with their sources
            --help-env, --help-xoptions, --help-all: the variables, the -X options, everything
            arg ...: arguments passed to the program in sys.argv[1:]
            --capi-trace : print each call between C and Java to stderr
            --capi-debug : check every object that C passes, poison freed memory, report leaks
            Commands:
            jabiru abi-check FILE ... : whether extensions and wheels can be loaded\
            """;

    private Usage() {}
}
