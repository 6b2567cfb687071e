package org.jabiru.modules.locale;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The functions of {@code _locale}, on the C library's. */
@BuiltinModule("_locale")
public final class LocaleModule {
    private static final String CONSTANTS =
            "ABDAY_1=131072 ABDAY_2=131073 ABDAY_3=131074 ABDAY_4=131075 ABDAY_5=131076 "
                    + "ABDAY_6=131077 ABDAY_7=131078 ABMON_1=131086 ABMON_10=131095 ABMON_11=131096 "
                    + "ABMON_12=131097 ABMON_2=131087 ABMON_3=131088 ABMON_4=131089 ABMON_5=131090 "
                    + "ABMON_6=131091 ABMON_7=131092 ABMON_8=131093 ABMON_9=131094 ALT_DIGITS=131119 "
                    + "AM_STR=131110 CHAR_MAX=127 CODESET=14 CRNCYSTR=262159 DAY_1=131079 DAY_2=131080 "
                    + "DAY_3=131081 DAY_4=131082 DAY_5=131083 DAY_6=131084 DAY_7=131085 D_FMT=131113 "
                    + "D_T_FMT=131112 ERA=131116 ERA_D_FMT=131118 ERA_D_T_FMT=131120 ERA_T_FMT=131121 "
                    + "LC_ALL=6 LC_COLLATE=3 LC_CTYPE=0 LC_MESSAGES=5 LC_MONETARY=4 LC_NUMERIC=1 LC_TIME=2 "
                    + "MON_1=131098 MON_10=131107 MON_11=131108 MON_12=131109 MON_2=131099 MON_3=131100 "
                    + "MON_4=131101 MON_5=131102 MON_6=131103 MON_7=131104 MON_8=131105 MON_9=131106 "
                    + "NOEXPR=327681 PM_STR=131111 RADIXCHAR=65536 THOUSEP=65537 T_FMT=131114 "
                    + "T_FMT_AMPM=131115 YESEXPR=327680 _DATE_FMT=131180 ";

    private static final class State {
        final PyType error = NewException.of("locale", "Error", ExceptionTypes.Exception);
    }

    private LocaleModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** {@code locale.Error}. */
    static PyType error() {
        return state().error;
    }

    /** Adds constants and the exception. */
    public static void initialize(PyModule module) {
        module.dict.put("Error", state().error);
        for (String constant : CONSTANTS.strip().split(" ")) {
            int equals = constant.indexOf('=');
            module.dict.put(
                    Str.of(constant.substring(0, equals)),
                    Long.parseLong(constant, equals + 1, constant.length(), 10));
        }
    }

    @Builtin("setlocale(category, locale=<unrepresentable>, /)")
    static Object setLocale(int category, Object locale) {
        if (category < 0 || category > 12) {
            throw Errors.valueError("invalid locale category");
        }
        try (NativeMemory memory = new NativeMemory()) {
            long name = 0;
            if (locale != null && locale != Singleton.NONE) {
                TruffleString s = Str.valueOrNull(locale);
                if (s == null) {
                    throw Errors.typeError(
                            "setlocale() argument 2 must be str or None, not %s",
                            Types.of(locale).name());
                }
                name = memory.string(FsEncoding.encode(s));
            }
            long result = Libc.call("setlocale", category, name);
            if (result == 0) {
                throw Errors.of(
                        state().error,
                        Str.name(name == 0 ? "locale query failed" : "unsupported locale setting"));
            }
            return FsEncoding.decode(NativeMemory.stringAt(result));
        }
    }

    @Builtin("getencoding()")
    static Object getEncoding() {
        return Str.name("UTF-8");
    }

    @Builtin("nl_langinfo(key, /)")
    static Object langInfo(int key) {
        if (key == 14) {
            return getEncoding();
        }
        long text = Libc.call("nl_langinfo", key);
        return text == 0 ? Str.EMPTY : FsEncoding.decode(NativeMemory.stringAt(text));
    }

    private static final String[] TEXTS = {
        "decimal_point", "thousands_sep", "grouping", "int_curr_symbol", "currency_symbol",
        "mon_decimal_point", "mon_thousands_sep", "mon_grouping", "positive_sign", "negative_sign",
    };

    private static final String[] NUMBERS = {
        "int_frac_digits",
        "frac_digits",
        "p_cs_precedes",
        "p_sep_by_space",
        "n_cs_precedes",
        "n_sep_by_space",
        "p_sign_posn",
        "n_sign_posn",
    };

    @Builtin("localeconv()")
    static Object localeconv() {
        MemorySegment l =
                MemorySegment.ofAddress(Libc.call("localeconv"))
                        .reinterpret(TEXTS.length * 8L + NUMBERS.length);
        PyDict out = new PyDict();
        for (int i = 0; i < TEXTS.length; i++) {
            byte[] text = NativeMemory.stringAt(l.get(ValueLayout.JAVA_LONG, i * 8L));
            out.put(
                    Str.name(TEXTS[i]),
                    TEXTS[i].endsWith("grouping") ? grouping(text) : FsEncoding.decode(text));
        }
        for (int i = 0; i < NUMBERS.length; i++) {
            out.put(
                    Str.name(NUMBERS[i]),
                    (long) l.get(ValueLayout.JAVA_BYTE, TEXTS.length * 8L + i));
        }
        return out;
    }

    private static Object grouping(byte[] sizes) {
        PyList out = new PyList();
        for (byte size : sizes) {
            out.append((long) size);
        }
        if (sizes.length > 0 && sizes[sizes.length - 1] != 127) {
            out.append(0L);
        }
        return out;
    }

    @Builtin("strcoll(os1, os2, /)")
    static long strcoll(TruffleString a, TruffleString b) {
        try (NativeMemory memory = new NativeMemory()) {
            return Libc.callInt(
                    "strcoll",
                    memory.string(FsEncoding.encode(a)),
                    memory.string(FsEncoding.encode(b)));
        }
    }

    @Builtin("strxfrm(string, /)")
    static Object strxfrm(TruffleString s) {
        try (NativeMemory memory = new NativeMemory()) {
            long text = memory.string(FsEncoding.encode(s));
            long size = Libc.call("strxfrm", 0, text, 0) + 1;
            MemorySegment out = memory.allocate(size);
            Libc.call("strxfrm", out.address(), text, size);
            return FsEncoding.decode(NativeMemory.stringAt(out.address()));
        }
    }
}
