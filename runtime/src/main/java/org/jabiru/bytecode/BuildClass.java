package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/**
 * {@code __build_class__}: what a class statement calls (Data model, Customizing class creation).
 */
public final class BuildClass {
    private BuildClass() {}

    /** The builtin {@code __build_class__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object builtin(PyFunction function) {
        Object found =
                Names.fromNamespaceOrNull(function.builtinsMapping(), Str.name("__build_class__"));
        if (found == null) {
            throw Errors.nameError("__build_class__ not found");
        }
        return found;
    }

    /**
     * Makes a class.
     *
     * @param bodyFunction runs the body: its frame gets the namespace as first argument
     * @param keywords the keyword arguments of the class statement, or null; not changed
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object build(
            Object bodyFunction, Object name, Object[] originalBases, PyDict keywords) {
        if (!(bodyFunction instanceof PyFunction body)) {
            throw Errors.typeError("__build_class__: func must be a function");
        }
        TruffleString className = Str.valueOrNull(name);
        if (className == null) {
            throw Errors.typeError("__build_class__: name is not a string");
        }
        PyTuple original = PyTuple.of(originalBases);
        PyTuple bases = resolveBases(original);
        PyDict rest = new PyDict();
        if (keywords != null) {
            rest.copyFrom(keywords);
        }
        Object meta = rest.remove(Str.name("metaclass"));
        boolean explicit = meta != null;
        if (!explicit) {
            meta = bases.size() == 0 ? TypeType.TYPE : Types.of(bases.get(0));
        }
        if (meta instanceof PyType t) {
            meta = mostDerived(t, bases);
        }
        Object namespace = prepare(meta, className, bases, rest);
        Object cell = body.code.runBody(body, namespace);
        if (bases != original) {
            Names.store(namespace, Str.name("__orig_bases__"), original);
        }
        Object made = call(meta, new Object[] {className, bases, namespace}, rest);
        checkCell(cell, made, className);
        return made;
    }

    private static Object call(Object callee, Object[] args, PyDict keywords) {
        int n = keywords.size();
        if (n == 0) {
            return Call.call(callee, args, null);
        }
        Object[] all = Arrays.copyOf(args, args.length + n);
        TruffleString[] names = new TruffleString[n];
        int k = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[k] = Str.valueOrNull(keywords.keyAt(i));
            all[args.length + k++] = keywords.valueAt(i);
        }
        return Call.call(callee, all, names);
    }

    /**
     * {@code __mro_entries__} (PEP 560): the bases to use in place of those that are no classes.
     */
    public static PyTuple resolveBases(PyTuple bases) {
        List<Object> out = new ArrayList<>();
        boolean changed = false;
        for (Object base : bases.items) {
            Object entries =
                    base instanceof PyType ? null : Attributes.getOrNull(base, "__mro_entries__");
            if (entries == null) {
                out.add(base);
                continue;
            }
            Object replacement = Call.call(entries, bases);
            if (!(replacement instanceof PyTuple t)) {
                throw Errors.typeError("__mro_entries__ must return a tuple");
            }
            out.addAll(Arrays.asList(t.items));
            changed = true;
        }
        return changed ? PyTuple.of(out.toArray()) : bases;
    }

    private static PyType mostDerived(PyType meta, PyTuple bases) {
        PyType winner = meta;
        for (Object base : bases.items) {
            PyType candidate = Types.of(base);
            if (winner.isSubtype(candidate)) {
                continue;
            }
            if (candidate.isSubtype(winner)) {
                winner = candidate;
                continue;
            }
            throw Errors.typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict)"
                            + " subclass of the metaclasses of all its bases");
        }
        return winner;
    }

    private static Object prepare(Object meta, TruffleString name, PyTuple bases, PyDict keywords) {
        if (meta == TypeType.TYPE) {
            return new PyDict();
        }
        Object method = Attributes.getOrNull(meta, "__prepare__");
        if (method == null) {
            return new PyDict();
        }
        Object namespace = call(method, new Object[] {name, bases}, keywords);
        if (!(namespace instanceof PyDict) && Types.of(namespace).special().getItem == null) {
            throw Errors.typeError(
                    "%s.__prepare__() must return a mapping, not %s",
                    meta instanceof PyType t ? t.name() : "<metaclass>",
                    Types.of(namespace).name());
        }
        return namespace;
    }

    /** {@code type.__new__} must have filled the {@code __class__} cell that the body returned. */
    private static void checkCell(Object cell, Object made, TruffleString name) {
        if (!(cell instanceof PyCell c) || !(made instanceof PyType)) {
            return;
        }
        if (c.contents == null) {
            throw Errors.raise(
                    ExceptionTypes.RuntimeError,
                    "__class__ not set defining %s as %s. Was __classcell__ propagated to"
                            + " type.__new__?",
                    Str.java(Repr.repr(name)),
                    Str.java(Repr.repr(made)));
        }
        if (c.contents != made) {
            throw Errors.typeError(
                    "__class__ set to %s defining %s as %s",
                    Str.java(Repr.repr(c.contents)),
                    Str.java(Repr.repr(name)),
                    Str.java(Repr.repr(made)));
        }
    }
}
