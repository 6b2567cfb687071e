package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Set;
import java.util.TreeSet;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bool.BoolType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** Configuration of the running interpreter (C-API manual, PyInitConfig: PyConfig_Get). */
public final class ConfigApi {
    private ConfigApi() {}

    private static PyDict sys() {
        return PythonContext.get().sys.dict;
    }

    private static Object value(String name) {
        var attribute = ConfigOptions.ATTRIBUTES.get(name);
        if (attribute != null) {
            Object value = sys().get(attribute.name());
            return value == null ? Singleton.NONE : value;
        }
        String flag = ConfigOptions.FLAGS.get(name);
        if (flag != null) {
            Object value = Attributes.get(sys().get("flags"), field(flag));
            return switch (flag.charAt(0)) {
                case '=' -> value;
                case '!' -> !Truth.isTrue(value);
                default -> Truth.isTrue(value);
            };
        }
        String off = ConfigOptions.SWITCHES.get(name);
        if (off != null) {
            return !(sys().get("_xoptions") instanceof PyDict x) || x.get(off) == null;
        }
        Object fixed = ConfigOptions.FIXED.get(name);
        if (fixed != null) {
            return fixed instanceof String s ? Str.of(s) : fixed;
        }
        if (ConfigOptions.ABSENT.contains(" " + name + " ")) {
            return Singleton.NONE;
        }
        return switch (name) {
            case "write_bytecode" -> !Truth.isTrue(sys().get("dont_write_bytecode"));
            case "program_name" -> value("executable");
            case "stdio_encoding" -> Attributes.get(sys().get("__stdout__"), "encoding");
            case "stdio_errors" -> Attributes.get(sys().get("__stdout__"), "errors");
            case "use_hash_seed" -> hashSeed() != null;
            case "hash_seed" -> hashSeed() == null ? 0L : hashSeed();
            default -> throw Errors.valueError("unknown config option name: %s", name);
        };
    }

    /** What {@code PYTHONHASHSEED} says, null for nothing or "random". */
    private static Long hashSeed() {
        String seed = System.getenv("PYTHONHASHSEED");
        boolean number = seed != null && seed.chars().allMatch(Character::isDigit);
        return number && !seed.isEmpty() ? Long.valueOf(seed) : null;
    }

    private static String field(String flag) {
        return Character.isLetter(flag.charAt(0)) ? flag : flag.substring(1);
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
        Set<String> all = new TreeSet<>(ConfigOptions.ATTRIBUTES.keySet());
        all.addAll(ConfigOptions.FLAGS.keySet());
        all.addAll(ConfigOptions.SWITCHES.keySet());
        all.addAll(ConfigOptions.FIXED.keySet());
        all.addAll(Set.of(ConfigOptions.ABSENT.trim().split(" ")));
        all.addAll(Set.of("write_bytecode", "program_name", "stdio_encoding", "stdio_errors"));
        all.addAll(Set.of("use_hash_seed", "hash_seed"));
        PyList names = new PyList();
        all.forEach(n -> names.append(Str.name(n)));
        return Call.call(FrozenSetType.TYPE, names);
    }

    /** Attributes of {@code sys} can be set, and some flags. */
    public static void PyConfig_Set(CapiContext context, String name, Object value) {
        value(name);
        var attribute = ConfigOptions.ATTRIBUTES.get(name);
        if (attribute != null) {
            check(attribute.kind(), value);
            Attributes.set(PythonContext.get().sys, attribute.name(), value);
        } else if (name.equals("int_max_str_digits")) {
            Call.call(sys().get("set_int_max_str_digits"), number(value));
            setFlag("int_max_str_digits", number(value));
        } else if (name.equals("write_bytecode")) {
            boolean off = notNegative(value) == 0;
            sys().put("dont_write_bytecode", off);
            setFlag("dont_write_bytecode", off ? 1L : 0L);
        } else if (ConfigOptions.SETTABLE.contains(" " + name + " ")) {
            String flag = ConfigOptions.FLAGS.get(name);
            long n = notNegative(value);
            setFlag(
                    field(flag),
                    switch (flag.charAt(0)) {
                        case '=' -> n;
                        case '!' -> n == 0 ? 1L : 0L;
                        default -> n == 0 ? 0L : 1L;
                    });
        } else {
            throw Errors.raise(ExceptionTypes.ValueError, "cannot set read-only option %s", name);
        }
    }

    private static Object number(Object value) {
        if (!Types.isInstance(value, IntType.TYPE)) {
            throw Errors.typeError("expected int or bool, got %s", Support.typeName(value));
        }
        return Args.toLong(value);
    }

    private static long notNegative(Object value) {
        long n = (Long) number(value);
        if (n < 0) {
            throw Errors.valueError("value must be positive");
        }
        return n;
    }

    /** {@code sys.flags} cannot be set from Python; the interpreter's own can. */
    private static void setFlag(String name, Object value) {
        if (sys().get("flags") instanceof PyStructSequence flags
                && flags.type().lookup("__match_args__") instanceof PyTuple fields) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i) instanceof TruffleString s && Str.java(s).equals(name)) {
                    flags.setField(i, value);
                }
            }
        }
    }

    private static void check(ConfigOptions.Kind kind, Object value) {
        boolean fits =
                switch (kind) {
                    case TEXT -> isText(value);
                    case OPTIONAL_TEXT -> value == Singleton.NONE || isText(value);
                    case TEXTS -> value instanceof PyList l && areTexts(l);
                    case OPTIONS -> value instanceof PyDict d && areOptions(d);
                };
        if (!fits) {
            String wanted =
                    switch (kind) {
                        case TEXT -> "str";
                        case OPTIONAL_TEXT -> "str or None";
                        case TEXTS -> "list[str]";
                        case OPTIONS -> "dict[str, str | bool]";
                    };
            throw Errors.typeError("expected %s, got %s", wanted, Support.typeName(value));
        }
    }

    private static boolean isText(Object o) {
        return Types.isInstance(o, StrType.TYPE);
    }

    private static boolean areTexts(PyList list) {
        for (int i = 0; i < list.size(); i++) {
            if (!isText(list.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areOptions(PyDict dict) {
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            Object value = dict.valueAt(i);
            boolean fits = isText(value) || Types.isInstance(value, BoolType.TYPE);
            if (!isText(dict.keyAt(i)) || !fits) {
                return false;
            }
        }
        return true;
    }
}
