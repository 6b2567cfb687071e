package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Str;

/**
 * The modules that CPython has frozen into its executable: importlib itself, and what every start
 * needs. Their source is the standard library's.
 */
public final class FrozenModules {
    /**
     * A frozen module.
     *
     * @param origin what {@code __origname__} says: the module that it is a copy of; "<" before a
     *     package's name stands for its {@code __init__}
     * @param isPackage whether it has submodules
     * @param essential whether it stays frozen under {@code -X frozen_modules=off}
     */
    public record Frozen(String origin, boolean isPackage, boolean essential) {
        private String sourceFile() {
            String path = (origin.startsWith("<") ? origin.substring(1) : origin).replace('.', '/');
            boolean inside = origin.startsWith("<") || origin.equals("__phello__");
            return path + (inside ? "/__init__.py" : ".py");
        }
    }

    private static final class State {
        /** -1 off, 1 on, 0 as the command line says. */
        long override;
    }

    private static final Map<String, Frozen> MODULES = new LinkedHashMap<>();

    static {
        essential("_frozen_importlib", "importlib._bootstrap");
        essential("_frozen_importlib_external", "importlib._bootstrap_external");
        essential("zipimport", "zipimport");
        for (String name :
                new String[] {
                    "abc",
                    "codecs",
                    "io",
                    "_collections_abc",
                    "_sitebuiltins",
                    "genericpath",
                    "ntpath",
                    "posixpath",
                    "os",
                    "site",
                    "stat",
                    "importlib.util",
                    "importlib.machinery",
                    "runpy",
                    "__hello__"
                }) {
            MODULES.put(name, new Frozen(name, false, false));
        }
        MODULES.put("__hello_alias__", new Frozen("__hello__", false, false));
        MODULES.put("__phello_alias__", new Frozen("__hello__", true, false));
        MODULES.put("__phello_alias__.spam", new Frozen("__hello__", false, false));
        MODULES.put("__phello__", new Frozen("__phello__", true, false));
        MODULES.put("__phello__.__init__", new Frozen("<__phello__", false, false));
        MODULES.put("__phello__.spam", new Frozen("__phello__.spam", false, false));
    }

    private FrozenModules() {}

    private static void essential(String name, String origin) {
        MODULES.put(name, new Frozen(origin, false, true));
    }

    /** The names, whether they are in use or not, in CPython's order. */
    public static String[] names() {
        return MODULES.keySet().toArray(String[]::new);
    }

    /** The frozen module of that name, or null when there is none or it is not to be used. */
    public static Frozen find(String name) {
        Frozen found = MODULES.get(name);
        return found == null || found.essential || inUse() ? found : null;
    }

    private static boolean inUse() {
        PythonContext context = PythonContext.get();
        long override = context.state(State.class, State::new).override;
        if (override != 0) {
            return override > 0;
        }
        return context.configuration.frozenModules;
    }

    /** {@code _imp._override_frozen_modules_for_tests}: -1 off, 1 on, 0 as started. */
    public static void override(long how) {
        PythonContext.get().state(State.class, State::new).override = how;
    }

    /** The module's code; its file name is {@code <frozen name>}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyCode code(Frozen module) {
        String shown = module.origin.startsWith("<") ? module.origin.substring(1) : module.origin;
        return CodeCache.load(library() + "/" + module.sourceFile(), "<frozen " + shown + ">");
    }

    /** The directory of the standard library. */
    static String library() {
        return Str.java((TruffleString) PythonContext.get().sys.dict.get("_stdlib_dir"));
    }
}
