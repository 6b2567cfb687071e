package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/**
 * Calls with positional arguments, with an inline cache. Slot 0 of the argument array is free: the
 * function goes there, or the receiver of a bound builtin. The callee takes the array over.
 */
@GenerateUncached
@GenerateInline(false)
public abstract class DispatchNode extends Node {
    private static final int PARAMETER_FLAGS =
            PyCode.CO_OPTIMIZED | PyCode.CO_VARARGS | PyCode.CO_VARKEYWORDS;

    /** {@code callee(*args[1:])}. */
    public abstract Object execute(Object callee, Object[] args);

    // ---- functions ----

    @Specialization(
            guards = {"f.code == code", "args.length == length", "isDirect(code, length)"},
            limit = "4")
    static Object function(
            PyFunction f,
            Object[] args,
            @Cached("f.code") PyCode code,
            @Cached("args.length") int length,
            @Cached("create(code.callTarget())") DirectCallNode call,
            @Bind Node node) {
        args[0] = f;
        return Recursion.call(node, call, args);
    }

    @Specialization(
            guards = {
                "f.code == code",
                "args.length == length",
                "mayNeedDefaults(code, length)",
                "f.defaults.length >= missing"
            },
            limit = "3")
    @ExplodeLoop
    static Object functionWithDefaults(
            PyFunction f,
            Object[] args,
            @Cached("f.code") PyCode code,
            @Cached("args.length") int length,
            @Cached("missing(code, length)") int missing,
            @Cached("create(code.callTarget())") DirectCallNode call,
            @Bind Node node) {
        Object[] bound = new Object[length + missing];
        bound[0] = f;
        for (int i = 1; i < length; i++) {
            bound[i] = args[i];
        }
        Object[] defaults = f.defaults;
        int from = defaults.length - missing;
        for (int i = 0; i < missing; i++) {
            bound[length + i] = defaults[from + i];
        }
        return Recursion.call(node, call, bound);
    }

    @Specialization(
            guards = {"f.code == code", "code.isSuspendable()"},
            limit = "3")
    static Object generator(PyFunction f, Object[] args, @Cached("f.code") PyCode code) {
        Object[] bound;
        if (isPositional(code) && args.length - 1 == code.argumentCount) {
            bound = Arrays.copyOf(args, args.length + 1);
            bound[0] = f;
        } else {
            bound = ArgumentBinding.bind(f, code, args, 1, null);
        }
        return PySuspendable.make(code, bound);
    }

    @Specialization(
            guards = {"f.code == code", "!code.isSuspendable()"},
            limit = "3",
            replaces = {"function", "functionWithDefaults"})
    static Object functionAnyArguments(
            PyFunction f,
            Object[] args,
            @Cached("f.code") PyCode code,
            @Cached("create(code.callTarget())") DirectCallNode call,
            @Bind Node node) {
        return Recursion.call(node, call, ArgumentBinding.bind(f, code, args, 1, null));
    }

    static boolean isPositional(PyCode code) {
        return code.keywordOnlyCount == 0 && (code.flags & PARAMETER_FLAGS) == PyCode.CO_OPTIMIZED;
    }

    static boolean isDirect(PyCode code, int length) {
        return isPositional(code) && !code.isSuspendable() && length - 1 == code.argumentCount;
    }

    static boolean mayNeedDefaults(PyCode code, int length) {
        return isPositional(code) && !code.isSuspendable() && missing(code, length) > 0;
    }

    static int missing(PyCode code, int length) {
        return code.argumentCount - (length - 1);
    }

    // ---- bound methods ----

    @Specialization
    static Object method(PyMethod m, Object[] args, @Cached DispatchNode dispatch) {
        return dispatch.execute(m.function, insertReceiver(m.self, args));
    }

    /** Arguments with a receiver in slot 1 and slot 0 free. */
    static Object[] insertReceiver(Object self, Object[] args) {
        Object[] all = new Object[args.length + 1];
        all[1] = self;
        System.arraycopy(args, 1, all, 2, args.length - 1);
        return all;
    }

    // ---- builtins ----

    @Specialization(
            guards = {
                "b.table == table",
                "b.index == index",
                "b.bound == bound",
                "args.length == length"
            },
            limit = "3")
    static Object builtin(
            PyBuiltinFunction b,
            Object[] args,
            @Cached("b.table") BuiltinTable table,
            @Cached("b.index") int index,
            @Cached("b.bound") boolean bound,
            @Cached("args.length") int length,
            @Cached("takes(table, index, length, bound)") boolean direct) {
        if (!direct) {
            return callBuiltin(b, args);
        }
        if (bound) {
            args[0] = b.self;
            return table.invoke(index, args);
        }
        return table.invoke(index, withoutFirst(args));
    }

    @Specialization(
            guards = {"d.table == table", "d.index == index", "args.length == length"},
            limit = "3")
    static Object builtinMethod(
            PyMethodDescriptor d,
            Object[] args,
            @Cached("d.table") BuiltinTable table,
            @Cached("d.index") int index,
            @Cached("args.length") int length,
            @Cached("takes(table, index, length, false)") boolean direct) {
        return direct ? table.invoke(index, withoutFirst(args)) : callBuiltin(d, args);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object callBuiltin(JavaCallable builtin, Object[] args) {
        return builtin.call(withoutFirst(args), null);
    }

    static boolean takes(BuiltinTable table, int index, int length, boolean bound) {
        return table.signature(index).isDirect(bound ? length : length - 1, null);
    }

    static Object[] withoutFirst(Object[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }

    // ---- types ----

    @Specialization(guards = {"isType(type)", "args.length == 2"})
    static Object typeOf(PyType type, Object[] args) {
        return Types.of(args[1]);
    }

    static boolean isType(PyType type) {
        return type == TypeType.TYPE;
    }

    @Specialization(
            guards = {
                "type == cachedType",
                "type.version() == version",
                "type.type().version() == metaVersion",
                "construction != null"
            },
            limit = "3")
    static Object instantiate(
            PyType type,
            Object[] args,
            @Cached("type") PyType cachedType,
            @Cached("type.version()") PyType.Version version,
            @Cached("type.type().version()") PyType.Version metaVersion,
            @Cached("of(type)") Construction construction,
            @Cached DispatchNode dispatch) {
        Object made = construction.make(args);
        if (construction.initializer != null) {
            if (construction.mayMakeOthers && !Types.of(made).isSubtype(cachedType)) {
                return made;
            }
            Object result = dispatch.execute(construction.initializer, insertReceiver(made, args));
            if (result != Singleton.NONE) {
                throw Construction.wrongResult(result);
            }
        }
        return made;
    }

    static Construction of(PyType type) {
        return Construction.ofOrNull(type);
    }

    // ---- functions of extension modules ----

    @Specialization
    static Object nativeCallable(NativeCallable callee, Object[] args) {
        return args.length == 2 ? callOne(callee, args[1]) : callFrom(callee, args);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object callOne(NativeCallable callee, Object argument) {
        return callee.callOne(argument);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object callFrom(NativeCallable callee, Object[] args) {
        return callee.callFrom(args, 1);
    }

    // ---- anything ----

    @Specialization(
            replaces = {
                "function",
                "functionWithDefaults",
                "functionAnyArguments",
                "generator",
                "method",
                "builtin",
                "builtinMethod",
                "nativeCallable",
                "typeOf",
                "instantiate"
            })
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object generic(Object callee, Object[] args) {
        return Call.call(callee, Arrays.copyOfRange(args, 1, args.length), null);
    }
}
