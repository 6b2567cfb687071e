package org.jabiru.modules.sys;

import org.jabiru.Configuration;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.object.Str;
import org.jabiru.protocol.HashSecret;
import org.jabiru.protocol.Hashing;

/** The struct sequences of {@code sys}: version_info, flags, float_info and so on. */
public final class SysInfo {
    /** The Python version that this implements. */
    public static final int MAJOR = 3;

    public static final int MINOR = 14;
    public static final int MICRO = 3;
    public static final long HEX_VERSION = 0x030E03F0L;

    /** The tag of cached code: {@code spam.jabiru-314.pyc}. */
    public static final String CACHE_TAG = "jabiru-314";

    private static final StructSequenceType VERSION =
            StructSequenceType.notInstantiable(
                    "sys.version_info", 5, "major", "minor", "micro", "releaselevel", "serial");

    private static final StructSequenceType FLAGS =
            StructSequenceType.notInstantiable(
                    "sys.flags",
                    18,
                    "debug",
                    "inspect",
                    "interactive",
                    "optimize",
                    "dont_write_bytecode",
                    "no_user_site",
                    "no_site",
                    "ignore_environment",
                    "verbose",
                    "bytes_warning",
                    "quiet",
                    "hash_randomization",
                    "isolated",
                    "dev_mode",
                    "utf8_mode",
                    "warn_default_encoding",
                    "safe_path",
                    "int_max_str_digits",
                    "gil",
                    "thread_inherit_context",
                    "context_aware_warnings");

    private static final StructSequenceType FLOAT =
            StructSequenceType.of(
                    "sys.float_info",
                    11,
                    "max",
                    "max_exp",
                    "max_10_exp",
                    "min",
                    "min_exp",
                    "min_10_exp",
                    "dig",
                    "mant_dig",
                    "epsilon",
                    "radix",
                    "rounds");

    private static final StructSequenceType INT =
            StructSequenceType.of(
                    "sys.int_info",
                    4,
                    "bits_per_digit",
                    "sizeof_digit",
                    "default_max_str_digits",
                    "str_digits_check_threshold");

    private static final StructSequenceType HASH =
            StructSequenceType.of(
                    "sys.hash_info",
                    9,
                    "width",
                    "modulus",
                    "inf",
                    "nan",
                    "imag",
                    "algorithm",
                    "hash_bits",
                    "seed_bits",
                    "cutoff");

    private static final StructSequenceType THREAD =
            StructSequenceType.of("sys.thread_info", 3, "name", "lock", "version");

    static final StructSequenceType ASYNCGEN_HOOKS =
            StructSequenceType.of("sys.asyncgen_hooks", 2, "firstiter", "finalizer");

    private SysInfo() {}

    static Object version() {
        return VERSION.make((long) MAJOR, (long) MINOR, (long) MICRO, Str.name("final"), 0L);
    }

    static Object implementation(Object version) {
        return NamespaceType.make(
                "name",
                Str.name("cpython"),
                "cache_tag",
                Str.name(CACHE_TAG),
                "version",
                version,
                "hexversion",
                HEX_VERSION,
                "_multiarch",
                Str.name("x86_64-linux-gnu"),
                "supports_isolated_interpreters",
                true);
    }

    static Object flags(Configuration c) {
        return FLAGS.make(
                (long) c.debug,
                (long) c.inspect,
                (long) c.interactive,
                (long) c.optimize,
                c.dontWriteBytecode ? 1L : 0L,
                c.noUserSite ? 1L : 0L,
                c.noSite ? 1L : 0L,
                c.ignoreEnvironment ? 1L : 0L,
                (long) c.verbose,
                (long) c.bytesWarning,
                (long) c.quiet,
                HashSecret.isRandom() ? 1L : 0L,
                c.isolated ? 1L : 0L,
                c.devMode,
                c.utf8Mode ? 1L : 0L,
                c.warnDefaultEncoding ? 1L : 0L,
                c.safePath,
                c.intMaxStrDigits,
                1L,
                c.threadInheritContext ? 1L : 0L,
                c.contextAwareWarnings ? 1L : 0L);
    }

    static Object floatInfo() {
        return FLOAT.make(
                Double.MAX_VALUE,
                1024L,
                308L,
                Double.MIN_NORMAL,
                -1021L,
                -307L,
                15L,
                53L,
                Math.ulp(1.0),
                2L,
                1L);
    }

    static Object intInfo() {
        return INT.make(30L, 4L, 4300L, 640L);
    }

    static Object hashInfo() {
        // That of a process with PYTHONHASHSEED; a random one cannot be told from another.
        Object algorithm = Str.name("siphash13");
        return HASH.make(64L, Hashing.MODULUS, 314159L, 0L, 1000003L, algorithm, 64L, 128L, 0L);
    }

    static Object threadInfo() {
        return THREAD.make(Str.name("pthread"), Str.name("semaphore"), Str.name("NPTL"));
    }
}
