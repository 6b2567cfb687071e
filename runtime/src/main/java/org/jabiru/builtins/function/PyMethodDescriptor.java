package org.jabiru.builtins.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Set;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/**
 * A method of a builtin type: {@code types.MethodDescriptorType}, or {@code
 * types.WrapperDescriptorType} for special methods.
 */
public final class PyMethodDescriptor extends BuiltinMember implements TypeMember, JavaCallable {
    /** {@code __objclass__}. */
    public final PyType owner;

    public PyMethodDescriptor(PyType owner, BuiltinTable table, int index) {
        super(
                isSpecial(owner.name(), table.name(index))
                        ? WrapperDescriptorType.TYPE
                        : MethodDescriptorType.TYPE,
                table,
                index);
        this.owner = owner;
    }

    /** Whether CPython has a type slot behind a method of that name. */
    public static boolean isSpecial(String name) {
        return name.startsWith("__") && name.endsWith("__") && !NOT_SLOTS.contains(name);
    }

    // Special names that are ordinary methods because no type slot stands behind them.
    private static final Set<String> NOT_SLOTS =
            Set.of(
                    "__class_getitem__",
                    "__reduce__",
                    "__reduce_ex__",
                    "__sizeof__",
                    "__format__",
                    "__dir__",
                    "__getformat__",
                    "__getnewargs__",
                    "__getnewargs_ex__",
                    "__getstate__",
                    "__setstate__",
                    "__copy__",
                    "__deepcopy__",
                    "__round__",
                    "__trunc__",
                    "__floor__",
                    "__ceil__",
                    "__length_hint__",
                    "__reversed__",
                    "__instancecheck__",
                    "__subclasscheck__",
                    "__subclasses__",
                    "__prepare__",
                    "__complex__",
                    "__enter__",
                    "__exit__",
                    "__init_subclass__",
                    "__subclasshook__",
                    "__bytes__",
                    "__mro_entries__",
                    "__alloc__",
                    "__fspath__",
                    "__missing__",
                    "__replace__",
                    "__set_name__",
                    "__typing_prepare_subst__",
                    "__typing_subst__");

    /** Methods beside a slot, which CPython has because they are quicker than its wrapper. */
    private static final Set<String> BESIDE_SLOTS =
            Set.of(
                    "dict.__contains__",
                    "dict.__getitem__",
                    "frozenset.__contains__",
                    "list.__getitem__",
                    "set.__contains__");

    /** As {@link #isSpecial(String)}, of a type whose name is given. */
    public static boolean isSpecial(String owner, String name) {
        return isSpecial(name) && !BESIDE_SLOTS.contains(owner + "." + name);
    }

    /** The receiver must be there and fit before anything is said about other arguments. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void checkReceiver(Object[] args, TruffleString[] keywords) {
        String name = table.name(index);
        if (args.length == (keywords == null ? 0 : keywords.length)) {
            throw isSpecial(owner.name(), name)
                    ? Errors.typeError(
                            "descriptor '%s' of '%s' object needs an argument", name, owner.name())
                    : Errors.typeError(
                            "unbound method %s() needs an argument", Str.java(qualifiedName()));
        }
        if (isSpecial(owner.name(), name) && !Types.of(args[0]).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' requires a '%s' object but received a '%s'",
                    name, owner.name(), Types.of(args[0]).name());
        }
        checkApplies(args[0]);
    }

    @Override
    public PyType owner() {
        return owner;
    }

    @Override
    public Object get(Object instance, PyType type) {
        return instance == null ? this : new PyBuiltinFunction(table, index, instance);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (!signature().isDirect(args.length, keywords)) {
            checkReceiver(args, keywords);
        }
        return invoke(args, keywords);
    }
}
