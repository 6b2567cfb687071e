package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/**
 * What other interpreters learn of an exception.
 *
 * @param display the traceback as it would be printed, or null
 */
record ExceptionSnapshot(
        String name, String qualifiedName, String module, String message, String display) {

    /** That of an exception of the current interpreter. */
    static ExceptionSnapshot of(PyBaseException e) {
        PyType type = e.type();
        TruffleString module = Str.valueOrNull(Attributes.getOrNull(type, "__module__"));
        String message = Str.java(Repr.str(e));
        if (message.indexOf('\0') >= 0) {
            throw Errors.raise(ExceptionTypes.Exception, "error while copying exception message");
        }
        return new ExceptionSnapshot(
                type.shortName(),
                Str.java(type.qualifiedName()),
                module == null ? "builtins" : Str.java(module),
                message,
                display(e));
    }

    private static String display(PyBaseException e) {
        try {
            Object factory =
                    Attributes.get(
                            Attributes.get(Imports.importModule("traceback"), "TracebackException"),
                            "from_exception");
            Object whole =
                    Call.call(
                            factory,
                            new Object[] {e, false, false},
                            new TruffleString[] {
                                Str.name("save_exc_type"), Str.name("lookup_lines")
                            });
            StringBuilder out = new StringBuilder();
            for (Object line : Iteration.toArray(Call.method(whole, "format"))) {
                out.append(Str.java(Str.valueOrNull(line)));
            }
            int last = out.length() - 1;
            return last >= 0 && out.charAt(last) == '\n' ? out.substring(0, last) : out.toString();
        } catch (PyException failed) {
            return null;
        }
    }

    /** Type and message. */
    String formatted() {
        boolean plain = module.equals("builtins") || module.equals("__main__");
        return (plain ? qualifiedName : module + "." + qualifiedName) + ": " + message;
    }

    /** As Python code of the current interpreter gets it: a {@code types.SimpleNamespace}. */
    Object toObject() {
        Object type =
                NamespaceType.make(
                        "__name__",
                        Str.of(name),
                        "__qualname__",
                        Str.of(qualifiedName),
                        "__module__",
                        Str.of(module));
        if (display == null) {
            return NamespaceType.make(
                    "type", type, "msg", Str.of(message), "formatted", Str.of(formatted()));
        }
        return NamespaceType.make(
                "type",
                type,
                "msg",
                Str.of(message),
                "formatted",
                Str.of(formatted()),
                "errdisplay",
                Str.of(display));
    }

    /** An exception of another type that says the same. */
    PyBaseException as(PyType exceptionType) {
        PyBaseException made = new PyBaseException(exceptionType);
        made.args = PyTuple.of(Str.of(display == null ? formatted() : display));
        return made;
    }

    static Object orNone(ExceptionSnapshot snapshot) {
        return snapshot == null ? Singleton.NONE : snapshot.toObject();
    }
}
