package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.FunctionOrMethod;
import org.jabiru.builtins.function.SpecialMethodDocs;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.NewWrapper;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code __new__} of a type made in C: its {@code tp_new}. */
public final class PyNativeNew extends PyObject implements FunctionOrMethod, NewWrapper {
    private final CapiContext context;
    private final PyType owner;

    /** Where the function stands: an extension may exchange it after the type was made. */
    private final long place;

    PyNativeNew(CapiContext context, PyType owner, long type) {
        super(BuiltinFunctionType.TYPE);
        this.context = context;
        this.owner = owner;
        this.place = type + TypeLayout.NEW;
    }

    /** The name with its module, as tp_name has it. */
    private static String qualified(PyType cls) {
        Object module = cls.lookup("__module__");
        boolean whole = module == null || cls.name().indexOf('.') >= 0;
        return whole ? cls.name() : module + "." + cls.name();
    }

    /** 0 for a type that cannot be instantiated. */
    long function() {
        return Memory.getLong(place);
    }

    @Override
    public PyType newOf() {
        return owner;
    }

    @Override
    public Object self() {
        return owner;
    }

    @Override
    public TruffleString name() {
        return Str.name("__new__");
    }

    @Override
    public Object doc() {
        return Str.of(SpecialMethodDocs.docOrNull("__new__"));
    }

    @Override
    public Object textSignature() {
        return Str.of("($type, *args, **kwargs)");
    }

    @Override
    public boolean isSameFunction(FunctionOrMethod other) {
        return other instanceof PyNativeNew n && place == n.place;
    }

    @Override
    public long functionHash() {
        return place;
    }

    /** The base that gives the class its layout must be made by the same function. */
    private void checkLayout(PyType cls) {
        PyType base = cls;
        while (base.special().makesInPython) {
            base = base.base();
        }
        boolean same =
                base == owner
                        || base.special().make instanceof PyNativeNew n
                                && n.function() == function();
        if (!same) {
            throw Errors.typeError(
                    "%s.__new__(%s) is not safe, use %s.__new__()",
                    owner.name(), cls.name(), base.name());
        }
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (args.length == 0 || !(args[0] instanceof PyType cls)) {
            throw Errors.typeError(
                    args.length == 0
                            ? "%s.__new__(): not enough arguments"
                            : "%s.__new__(X): X is not a type object (%s)",
                    owner.name(),
                    args.length == 0 ? "" : Types.of(args[0]).name());
        }
        if (!cls.isSubtype(owner)) {
            throw Errors.typeError(
                    "%s.__new__(%s): %s is not a subtype of %s",
                    owner.name(), cls.name(), cls.name(), owner.name());
        }
        checkLayout(cls);
        long function = function();
        if (function == 0) {
            throw Errors.typeError("cannot create '%s' instances", qualified(cls));
        }
        long p =
                context.calls.lendingArguments(
                        cls,
                        args,
                        1,
                        keywords,
                        (type, tuple, dict) ->
                                context.state.functions.jabiru_object_call3(
                                        function, type, tuple, dict));
        return context.calls.result(p, cls);
    }
}
