package org.jabiru.builtins.module;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.set.PySet;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/**
 * Whether a module that lacks something lies beside the program and hides another one of the same
 * name: then the error advises to rename its file.
 */
public final class ModuleShadowing {
    private ModuleShadowing() {}

    /** The file that a module came from, by its spec; null when it came from none. */
    public static String origin(Object spec) {
        if (spec == null || spec == Singleton.NONE) {
            return null;
        }
        Object hasLocation = Attributes.getOrNull(spec, "has_location");
        if (hasLocation == null || !Truth.isTrue(hasLocation)) {
            return null;
        }
        TruffleString origin = Str.valueOrNull(Attributes.getOrNull(spec, "origin"));
        return origin == null ? null : Str.java(origin);
    }

    /**
     * The advice, beginning with a blank, or null where there is nothing to advise.
     *
     * @param name the module's name, a str
     * @param initializing whether the module is still being imported
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static String advice(Object spec, Object name, boolean initializing) {
        String origin = origin(spec);
        if (origin == null || !liesBesideProgram(origin)) {
            return null;
        }
        Object library = PythonContext.get().sys.dict.get("stdlib_module_names");
        if (library instanceof PySet names && names.contains(name)) {
            return String.format(
                    " (consider renaming '%s' since it has the same name as the standard library"
                            + " module named '%s' and prevents importing that standard library"
                            + " module)",
                    origin, Str.java(Repr.str(name)));
        }
        return initializing
                ? String.format(
                        " (consider renaming '%s' if it has the same name as a library you"
                                + " intended to import)",
                        origin)
                : null;
    }

    private static boolean liesBesideProgram(String origin) {
        PythonContext context = PythonContext.get();
        String program = context.programPath;
        if (program == null || context.configuration.safePath) {
            return false;
        }
        String directory = parent(origin);
        if (origin.endsWith("/__init__.py")) {
            directory = parent(directory);
        }
        if (!program.isEmpty()) {
            return directory.equals(program);
        }
        try {
            Object current = Call.call(Modules.attribute("posix", "getcwd"));
            return directory.equals(Str.java(Repr.str(current)));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.OSError)) {
                return false;
            }
            throw e;
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
