package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Str;

/**
 * The modules that CPython has frozen into its executable and that the start cannot find through
 * importlib, because they are importlib. Their source is the standard library's.
 */
public final class FrozenModules {
    private static final String[] NAMES = {
        "_frozen_importlib", "_frozen_importlib_external", "zipimport",
    };

    private FrozenModules() {}

    /** The names, sorted. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** Whether there is a frozen module of that name. */
    public static boolean contains(String name) {
        return sourceOf(name) != null;
    }

    /** The module that it is an alias of: where the standard library has the source. */
    public static String originalName(String name) {
        return switch (name) {
            case "_frozen_importlib" -> "importlib._bootstrap";
            case "_frozen_importlib_external" -> "importlib._bootstrap_external";
            default -> name;
        };
    }

    private static String sourceOf(String name) {
        return switch (name) {
            case "_frozen_importlib" -> "importlib/_bootstrap.py";
            case "_frozen_importlib_external" -> "importlib/_bootstrap_external.py";
            case "zipimport" -> "zipimport.py";
            default -> null;
        };
    }

    /** The module's code; its file name is {@code <frozen name>}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyCode code(String name) {
        String library =
                Str.java(
                        (com.oracle.truffle.api.strings.TruffleString)
                                PythonContext.get().sys.dict.get("_stdlib_dir"));
        return CodeCache.load(
                library + "/" + sourceOf(name), "<frozen " + originalName(name) + ">");
    }
}
