package org.jabiru.modules.host;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.ShutdownHooks;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyImportError;
import org.jabiru.builtins.foreign.ForeignTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** Looks up Java's classes, where the embedder allows it. */
final class HostClasses {
    private static final String DENIED =
            "Java's classes are not accessible: the program that made this context did not allow it"
                    + " (Context.Builder.allowHostAccess and allowHostClassLookup)";

    private HostClasses() {}

    /** ImportError when the context gives no access. */
    static void requireAccess(PyModule module) {
        if (!PythonContext.get().env().isHostLookupAllowed()) {
            var e = Errors.of(ExceptionTypes.ImportError, Str.of(DENIED));
            if (e.exception() instanceof PyImportError importError) {
                importError.name = module.dict.get("__name__");
            }
            throw e;
        }
    }

    /** The class, or null when there is none of that name or it must not be seen. */
    static Object findOrNull(String name) {
        var env = PythonContext.get().env();
        if (!env.isHostLookupAllowed()) {
            throw Errors.raise(ExceptionTypes.RuntimeError, "%s", DENIED);
        }
        try {
            Object symbol = env.lookupHostSymbol(name);
            ShutdownHooks.expect();
            return symbol == null ? null : Conversions.toPython(symbol);
        } catch (AbstractTruffleException e) {
            // Truffle's way to say that there is no such class, or that it is filtered out.
            return null;
        }
    }

    /** The class; KeyError is GraalPy's, too, for a class that is not there. */
    static Object find(TruffleString name) {
        Object found = findOrNull(Str.java(name));
        if (found == null) {
            throw Errors.keyError(
                    Str.of(
                            "there is no Java class %s, or no access to it"
                                    .formatted(Str.java(name))));
        }
        return found;
    }

    static boolean isClass(Object o) {
        return ForeignTypes.isClass(o);
    }
}
