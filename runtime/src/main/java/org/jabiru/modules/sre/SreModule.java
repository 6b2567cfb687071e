package org.jabiru.modules.sre;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** The module {@code _sre}. */
@BuiltinModule("_sre")
public final class SreModule {
    /** The version of the instruction set, which Lib/re checks. */
    private static final long MAGIC = 20230612;

    private SreModule() {}

    /** Adds the constants. */
    public static void initialize(PyModule module) {
        module.dict.put("MAGIC", MAGIC);
        module.dict.put("CODESIZE", 4L);
        module.dict.put("MAXREPEAT", 0xFFFFFFFFL);
        module.dict.put("MAXGROUPS", (long) Integer.MAX_VALUE / 2);
    }

    @Builtin("compile(pattern, flags, code, groups, groupindex, indexgroup)")
    static Object compile(
            Object pattern,
            int flags,
            PyList code,
            long groups,
            PyDict groupIndex,
            PyTuple groupNames) {
        int[] words = new int[code.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) Args.toLong(code.get(i));
        }
        Boolean forBytes =
                pattern == Singleton.NONE ? null : (Boolean) (Str.valueOrNull(pattern) == null);
        return new PyPattern(
                pattern,
                flags,
                new PatternCode(words, (int) groups),
                groupIndex,
                groupNames,
                forBytes);
    }

    @Builtin(value = "template(pattern, template, /)", doc = "A replacement in parsed form.")
    static Object template(Object pattern, PyList template) {
        int size = template.size();
        if ((size & 1) == 0) {
            throw Errors.typeError("invalid template");
        }
        Object[] literals = new Object[size / 2 + 1];
        int[] groups = new int[size / 2];
        for (int i = 0; i < size; i++) {
            if ((i & 1) == 0) {
                literals[i / 2] = template.get(i);
            } else {
                if (!Numbers.isIndex(template.get(i))) {
                    throw Errors.typeError("an integer is required");
                }
                groups[i / 2] = Args.toInt(template.get(i));
                if (groups[i / 2] < 0) {
                    throw Errors.typeError("invalid template");
                }
                if (pattern instanceof PyPattern p && groups[i / 2] > p.code.groups) {
                    throw Errors.indexError("invalid group reference");
                }
            }
        }
        return new Template(literals, groups, Str.valueOrNull(literals[0]) == null);
    }

    @Builtin("getcodesize()")
    static int codeSize() {
        return 4;
    }

    @Builtin("ascii_iscased(character, /)")
    static boolean asciiIsCased(int c) {
        return Characters.asciiLower(c) != c || Characters.asciiUpper(c) != c;
    }

    @Builtin("ascii_tolower(character, /)")
    static int asciiToLower(int c) {
        return Characters.asciiLower(c);
    }

    @Builtin("unicode_iscased(character, /)")
    static boolean unicodeIsCased(int c) {
        return Characters.lower(c) != c || Characters.upper(c) != c;
    }

    @Builtin("unicode_tolower(character, /)")
    static int unicodeToLower(int c) {
        return Characters.lower(c);
    }
}
