package org.jabiru.builtins.genericalias;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** Type variables in the arguments of generics, and values put in their place. */
public final class TypeParameters {
    private TypeParameters() {}

    /** {@code __parameters__}: the type variables among arguments, each once. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyTuple collect(PyTuple args) {
        List<Object> found = new ArrayList<>();
        for (Object arg : args.items) {
            collect(arg, found);
        }
        return PyTuple.of(found.toArray());
    }

    private static void collect(Object arg, List<Object> found) {
        if (arg instanceof PyType) {
            return;
        }
        if (Types.of(arg).lookup("__typing_subst__") != null) {
            addNew(found, arg);
            return;
        }
        Object inner =
                arg instanceof PyTuple || arg instanceof PyList
                        ? collect(PyTuple.of(items(arg)))
                        : Attributes.getOrNull(arg, "__parameters__");
        if (inner instanceof PyTuple t) {
            for (Object p : t.items) {
                addNew(found, p);
            }
        }
    }

    private static Object[] items(Object sequence) {
        return sequence instanceof PyTuple t ? t.items : ((PyList) sequence).toArray();
    }

    private static void addNew(List<Object> found, Object parameter) {
        if (!found.contains(parameter)) {
            found.add(parameter);
        }
    }

    /** The arguments with an item (a tuple for several) in place of the type variables. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object[] substitute(Object self, PyTuple args, PyTuple parameters, Object given) {
        Object item = unpack(given);
        for (Object p : parameters.items) {
            Object prepare = Attributes.getOrNull(p, "__typing_prepare_subst__");
            if (prepare != null) {
                item = Call.call(prepare, self, item instanceof PyTuple ? item : new PyTuple(item));
            }
        }
        Object[] values = item instanceof PyTuple t ? t.items : new Object[] {item};
        if (values.length != parameters.size()) {
            throw Errors.typeError(
                    "Too %s arguments for %s; actual %d, expected %d",
                    values.length > parameters.size() ? "many" : "few",
                    Str.java(Repr.repr(self)),
                    values.length,
                    parameters.size());
        }
        return substitute(args.items, parameters, values);
    }

    private static Object[] substitute(Object[] args, PyTuple parameters, Object[] values) {
        List<Object> out = new ArrayList<>();
        for (Object arg : args) {
            if (arg instanceof PyType) {
                out.add(arg);
                continue;
            }
            if (arg instanceof PyTuple || arg instanceof PyList) {
                Object[] inner = substitute(items(arg), parameters, values);
                out.add(arg instanceof PyTuple ? PyTuple.of(inner) : new PyList(inner));
                continue;
            }
            boolean unpacks = isUnpackedTypeVarTuple(arg);
            Object subst = Attributes.getOrNull(arg, "__typing_subst__");
            Object made =
                    subst != null
                            ? Call.call(subst, values[indexOf(parameters, arg)])
                            : substituteInside(arg, parameters, values);
            if (unpacks && !(made instanceof PyTuple)) {
                throw Errors.typeError(
                        "expected __typing_subst__ of %s objects to return a tuple, not %s",
                        TypeType.fullyQualifiedName(Types.of(arg)),
                        TypeType.fullyQualifiedName(Types.of(made)));
            }
            if (unpacks && made instanceof PyTuple t) {
                out.addAll(List.of(t.items));
            } else {
                out.add(made);
            }
        }
        return out.toArray();
    }

    private static int indexOf(PyTuple parameters, Object parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) == parameter) {
                return i;
            }
        }
        throw Errors.typeError("%s is not a type parameter", Str.java(Repr.repr(parameter)));
    }

    private static boolean isUnpackedTypeVarTuple(Object arg) {
        Object flag = Attributes.getOrNull(arg, "__typing_is_unpacked_typevartuple__");
        return flag != null && Truth.isTrue(flag);
    }

    /** Indexes an argument that has parameters of its own with what stands for them. */
    private static Object substituteInside(Object arg, PyTuple parameters, Object[] values) {
        if (!(Attributes.getOrNull(arg, "__parameters__") instanceof PyTuple inner)
                || inner.size() == 0) {
            return arg;
        }
        List<Object> items = new ArrayList<>();
        for (Object p : inner.items) {
            Object value = values[indexOf(parameters, p)];
            boolean several = value instanceof PyTuple && Types.of(p).lookup("__iter__") != null;
            if (several) {
                items.addAll(List.of(((PyTuple) value).items));
            } else {
                items.add(value);
            }
        }
        return Sequences.getItem(arg, PyTuple.of(items.toArray()));
    }

    /** Replaces {@code *tuple[A, B]} among the items by A and B. */
    private static Object unpack(Object item) {
        Object[] items = item instanceof PyTuple t ? t.items : new Object[] {item};
        List<Object> out = new ArrayList<>();
        boolean any = false;
        for (Object i : items) {
            Object inner =
                    i instanceof PyType
                            ? null
                            : Attributes.getOrNull(i, "__typing_unpacked_tuple_args__");
            if (inner instanceof PyTuple t
                    && !(t.size() > 0 && t.get(t.size() - 1) == Singleton.ELLIPSIS)) {
                out.addAll(List.of(t.items));
                any = true;
            } else {
                out.add(i);
            }
        }
        return any ? PyTuple.of(out.toArray()) : item;
    }
}
