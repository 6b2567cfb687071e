package org.jabiru.capi.api;

import static java.util.Map.entry;

import java.util.Map;

/** The options of PEP 741, and where this interpreter keeps them. */
final class ConfigOptions {
    /** What an option's value is. */
    enum Kind {
        TEXT,
        OPTIONAL_TEXT,
        TEXTS,
        OPTIONS
    }

    /** An attribute of {@code sys}. */
    record Attribute(String name, Kind kind) {}

    static final Map<String, Attribute> ATTRIBUTES =
            Map.ofEntries(
                    entry("argv", new Attribute("argv", Kind.TEXTS)),
                    optional("base_exec_prefix", "base_exec_prefix"),
                    optional("base_executable", "_base_executable"),
                    optional("base_prefix", "base_prefix"),
                    optional("exec_prefix", "exec_prefix"),
                    optional("executable", "executable"),
                    entry("module_search_paths", new Attribute("path", Kind.TEXTS)),
                    entry("orig_argv", new Attribute("orig_argv", Kind.TEXTS)),
                    entry("platlibdir", new Attribute("platlibdir", Kind.TEXT)),
                    optional("prefix", "prefix"),
                    optional("pycache_prefix", "pycache_prefix"),
                    optional("stdlib_dir", "_stdlib_dir"),
                    entry("warnoptions", new Attribute("warnoptions", Kind.TEXTS)),
                    entry("xoptions", new Attribute("_xoptions", Kind.OPTIONS)));

    /** Fields of {@code sys.flags}; after "!" negated, after "=" a number. */
    static final Map<String, String> FLAGS =
            Map.ofEntries(
                    entry("bytes_warning", "=bytes_warning"),
                    entry("context_aware_warnings", "=context_aware_warnings"),
                    entry("dev_mode", "dev_mode"),
                    entry("inspect", "inspect"),
                    entry("int_max_str_digits", "=int_max_str_digits"),
                    entry("interactive", "interactive"),
                    entry("isolated", "isolated"),
                    entry("optimization_level", "=optimize"),
                    entry("parser_debug", "debug"),
                    entry("quiet", "quiet"),
                    entry("safe_path", "safe_path"),
                    entry("site_import", "!no_site"),
                    entry("thread_inherit_context", "=thread_inherit_context"),
                    entry("use_environment", "!ignore_environment"),
                    entry("user_site_directory", "!no_user_site"),
                    entry("utf8_mode", "utf8_mode"),
                    entry("verbose", "=verbose"),
                    entry("warn_default_encoding", "warn_default_encoding"));

    /** The flags that can be set while the interpreter runs. */
    static final String SETTABLE =
            " parser_debug inspect interactive optimization_level use_environment verbose"
                    + " bytes_warning quiet ";

    /** Options of {@code -X} that switch something off. */
    static final Map<String, String> SWITCHES = Map.of("code_debug_ranges", "no_debug_ranges");

    /** Options for what the JVM does in its own way, or that were over when the program began. */
    static final Map<String, Object> FIXED =
            Map.ofEntries(
                    entry("allocator", 0L),
                    entry("buffered_stdio", true),
                    entry("check_hash_pycs_mode", "default"),
                    entry("coerce_c_locale", false),
                    entry("coerce_c_locale_warn", false),
                    entry("configure_c_stdio", true),
                    entry("configure_locale", true),
                    entry("cpu_count", -1L),
                    entry("dump_refs", false),
                    entry("faulthandler", false),
                    entry("filesystem_encoding", "utf-8"),
                    entry("filesystem_errors", "surrogateescape"),
                    entry("import_time", 0L),
                    entry("install_signal_handlers", true),
                    entry("malloc_stats", false),
                    entry("parse_argv", true),
                    entry("pathconfig_warnings", true),
                    entry("perf_profiling", 0L),
                    entry("remote_debug", false),
                    entry("show_ref_count", false),
                    entry("skip_source_first_line", false),
                    entry("tracemalloc", 0L),
                    entry("use_frozen_modules", true));

    /** Options without a value. */
    static final String ABSENT = " dump_refs_file home run_command run_filename run_module ";

    private ConfigOptions() {}

    private static Map.Entry<String, Attribute> optional(String option, String attribute) {
        return entry(option, new Attribute(attribute, Kind.OPTIONAL_TEXT));
    }
}
