package org.jabiru.capi.api;

import java.util.Map;
import java.util.TreeMap;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** Configuration of the running interpreter: the options that {@code sys} tells about. */
public final class ConfigApi {
    /** Attributes of {@code sys}, by the names of the options. */
    private static final Map<String, String> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("argv", "argv"),
                    Map.entry("base_exec_prefix", "base_exec_prefix"),
                    Map.entry("base_executable", "_base_executable"),
                    Map.entry("base_prefix", "base_prefix"),
                    Map.entry("exec_prefix", "exec_prefix"),
                    Map.entry("executable", "executable"),
                    Map.entry("module_search_paths", "path"),
                    Map.entry("orig_argv", "orig_argv"),
                    Map.entry("platlibdir", "platlibdir"),
                    Map.entry("prefix", "prefix"),
                    Map.entry("pycache_prefix", "pycache_prefix"),
                    Map.entry("stdlib_dir", "_stdlib_dir"),
                    Map.entry("warnoptions", "warnoptions"),
                    Map.entry("xoptions", "_xoptions"));

    /** Attributes of {@code sys.flags}; after "!" negated, after "=" a number. */
    private static final Map<String, String> FLAGS =
            Map.ofEntries(
                    Map.entry("bytes_warning", "=bytes_warning"),
                    Map.entry("context_aware_warnings", "=context_aware_warnings"),
                    Map.entry("dev_mode", "dev_mode"),
                    Map.entry("inspect", "inspect"),
                    Map.entry("int_max_str_digits", "=int_max_str_digits"),
                    Map.entry("interactive", "interactive"),
                    Map.entry("isolated", "isolated"),
                    Map.entry("optimization_level", "=optimize"),
                    Map.entry("parser_debug", "debug"),
                    Map.entry("quiet", "quiet"),
                    Map.entry("safe_path", "safe_path"),
                    Map.entry("site_import", "!no_site"),
                    Map.entry("thread_inherit_context", "=thread_inherit_context"),
                    Map.entry("use_environment", "!ignore_environment"),
                    Map.entry("user_site_directory", "!no_user_site"),
                    Map.entry("utf8_mode", "utf8_mode"),
                    Map.entry("verbose", "=verbose"),
                    Map.entry("warn_default_encoding", "warn_default_encoding"));

    /** Options of {@code -X} that switch something off. */
    private static final Map<String, String> SWITCHES =
            Map.of("code_debug_ranges", "no_debug_ranges");

    private ConfigApi() {}

    private static PyDict sys() {
        return PythonContext.get().sys.dict;
    }

    private static Object value(String name) {
        String attribute = ATTRIBUTES.get(name);
        if (attribute != null) {
            Object value = sys().get(attribute);
            return value == null ? Singleton.NONE : value;
        }
        String flag = FLAGS.get(name);
        if (flag != null) {
            boolean plain = Character.isLetter(flag.charAt(0));
            Object value = Attributes.get(sys().get("flags"), plain ? flag : flag.substring(1));
            return switch (flag.charAt(0)) {
                case '=' -> value;
                case '!' -> !Truth.isTrue(value);
                default -> Truth.isTrue(value);
            };
        }
        if (name.equals("write_bytecode")) {
            return !Truth.isTrue(sys().get("dont_write_bytecode"));
        }
        String off = SWITCHES.get(name);
        if (off != null) {
            return !(sys().get("_xoptions") instanceof PyDict x) || x.get(off) == null;
        }
        throw Errors.valueError("unknown config option name: %s", name);
    }

    public static Object PyConfig_Get(CapiContext context, String name) {
        return value(name);
    }

    public static void PyConfig_GetInt(CapiContext context, String name, long place) {
        Object value = value(name);
        if (value instanceof Boolean b) {
            Memory.putInt(place, b ? 1 : 0);
        } else if (value instanceof Long) {
            Memory.putInt(place, Args.toInt(value));
        } else {
            throw Errors.typeError("config option %s is not an int", name);
        }
    }

    public static Object PyConfig_Names(CapiContext context) {
        Map<String, String> all = new TreeMap<>(ATTRIBUTES);
        all.putAll(FLAGS);
        all.putAll(SWITCHES);
        all.put("write_bytecode", "");
        PyList names = new PyList();
        all.keySet().forEach(n -> names.append(Str.name(n)));
        return Call.call(FrozenSetType.TYPE, names);
    }

    /** The attributes of {@code sys} and the digits limit can be set; flags are what they are. */
    public static void PyConfig_Set(CapiContext context, String name, Object value) {
        Object known = value(name);
        String attribute = ATTRIBUTES.get(name);
        if (attribute != null) {
            if (known instanceof PyList && !(value instanceof PyList)) {
                throw Errors.typeError("expected list[str], got %s", Support.typeName(value));
            }
            Attributes.set(PythonContext.get().sys, attribute, value);
        } else if (name.equals("int_max_str_digits")) {
            Call.call(sys().get("set_int_max_str_digits"), value);
        } else if (name.equals("write_bytecode")) {
            sys().put("dont_write_bytecode", !Truth.isTrue(value));
        } else {
            throw Errors.raise(ExceptionTypes.ValueError, "cannot set read-only option %s", name);
        }
    }
}
