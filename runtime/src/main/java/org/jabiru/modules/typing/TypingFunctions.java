package org.jabiru.modules.typing;

import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.none.NoneType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.union.UnionType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.CallerFrame;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** What the types of this package share, most of it by way of the module {@code typing}. */
final class TypingFunctions {
    private TypingFunctions() {}

    /** Calls a function of the module {@code typing}. */
    static Object call(String function, Object... args) {
        return Call.call(Modules.attribute("typing", function), args);
    }

    /** A type, or what stands for one; the message is for anything else. */
    static Object checkedType(Object type, String message) {
        return type == Singleton.NONE ? NoneType.TYPE : call("_type_check", type, Str.of(message));
    }

    /** Sets {@code __module__} to that of the Python code which calls. */
    static void setModule(PyObject made) {
        Attributes.genericSet(made, Str.name("__module__"), callerModule());
    }

    static Object callerModule() {
        PyDict globals = CallerFrame.globalsOrNull();
        Object name = globals == null ? null : globals.get("__name__");
        return name == null ? Singleton.NONE : name;
    }

    static PyException cannotSubclass(String what) {
        return Errors.typeError("Cannot subclass an instance of " + what);
    }

    /** The sign in front of a variable's name. */
    static String sign(boolean infer, boolean covariant, boolean contravariant) {
        return infer ? "" : covariant ? "+" : contravariant ? "-" : "~";
    }

    static void checkVariance(boolean covariant, boolean contravariant, boolean infer) {
        if (covariant && contravariant) {
            throw Errors.valueError("Bivariant types are not supported.");
        }
        if (infer && (covariant || contravariant)) {
            throw Errors.valueError("Variance cannot be specified with infer_variance.");
        }
    }

    /** {@code typing.Unpack[variable]}. */
    static Object unpack(Object variable) {
        return Sequences.getItem(Modules.attribute("typing", "Unpack"), variable);
    }

    /** Type parameters as arguments: variable tuples are unpacked. */
    static PyTuple unpackTuples(PyTuple parameters) {
        Object[] out = parameters.items.clone();
        for (int i = 0; i < out.length; i++) {
            if (out[i] instanceof PyTypeVarTuple) {
                out[i] = unpack(out[i]);
            }
        }
        return PyTuple.of(out);
    }

    /** The base class that stands for {@code class C[parameters]}. */
    static Object subscriptGeneric(PyTuple parameters) {
        return call("_GenericAlias", GenericType.TYPE, unpackTuples(parameters));
    }

    /** Adds the default of a type variable where an argument is missing. */
    /** {@code left | right}. */
    static Object union(Object left, Object right) {
        return Sequences.getItem(UnionType.TYPE, PyTuple.of(left, right));
    }

    /** {@code has_default()}; what is deferred is not evaluated. */
    static boolean hasDefault(LazyValue ifMissing) {
        return ifMissing.isDeferred()
                || ifMissing.get(NoDefaultType.NO_DEFAULT) != NoDefaultType.NO_DEFAULT;
    }

    static Object prepareWithDefault(Object self, LazyValue ifMissing, Object alias, Object args) {
        Object[] given = Iteration.toArray(args);
        Object[] parameters = ((PyTuple) Attributes.get(alias, "__parameters__")).items;
        int index = Arrays.asList(parameters).indexOf(self);
        if (index < given.length) {
            return args;
        }
        Object value = ifMissing.get(NoDefaultType.NO_DEFAULT);
        if (index > given.length || value == NoDefaultType.NO_DEFAULT) {
            throw Errors.typeError(
                    "Too few arguments for %s; actual %d, expected at least %d",
                    Str.java(Repr.str(alias)), given.length, index + 1);
        }
        Object[] all = Arrays.copyOf(given, given.length + 1);
        all[given.length] = value;
        return PyTuple.of(all);
    }
}
