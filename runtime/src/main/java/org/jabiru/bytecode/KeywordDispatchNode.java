package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;

/** As {@link DispatchNode}, with keyword arguments: their values are the last arguments. */
@GenerateUncached
@GenerateInline(false)
public abstract class KeywordDispatchNode extends Node {
    /** Calls; the keywords are the same array each time. */
    public abstract Object execute(Object callee, Object[] args, TruffleString[] keywords);

    @Specialization(
            guards = {
                "f.code == code",
                "keywords == cachedKeywords",
                "args.length == length",
                "plan != null",
                "f.defaults.length >= plan.defaultsNeeded"
            },
            limit = "3")
    static Object function(
            PyFunction f,
            Object[] args,
            TruffleString[] keywords,
            @Cached("f.code") PyCode code,
            @Cached(value = "keywords", dimensions = 0) TruffleString[] cachedKeywords,
            @Cached("args.length") int length,
            @Cached("of(code, length, keywords)") KeywordPlan plan,
            @Cached("create(code.callTarget())") DirectCallNode call,
            @Bind Node node) {
        return Recursion.call(node, call, plan.bind(f, args));
    }

    static KeywordPlan of(PyCode code, int length, TruffleString[] keywords) {
        return KeywordPlan.ofOrNull(code, length - 1 - keywords.length, keywords);
    }

    @Specialization(guards = "f.code == code", replaces = "function", limit = "3")
    static Object functionAnyArguments(
            PyFunction f,
            Object[] args,
            TruffleString[] keywords,
            @Cached("f.code") PyCode code,
            @Cached("create(code.callTarget())") DirectCallNode call,
            @Bind Node node) {
        Object[] bound = ArgumentBinding.bind(f, code, args, 1, keywords);
        return code.isSuspendable()
                ? PySuspendable.make(code, bound)
                : Recursion.call(node, call, bound);
    }

    @Specialization
    static Object method(
            PyMethod m,
            Object[] args,
            TruffleString[] keywords,
            @Cached KeywordDispatchNode dispatch) {
        return dispatch.execute(m.function, DispatchNode.insertReceiver(m.self, args), keywords);
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
            TruffleString[] keywords,
            @Cached("type") PyType cachedType,
            @Cached("type.version()") PyType.Version version,
            @Cached("type.type().version()") PyType.Version metaVersion,
            @Cached("ofObject(type)") Construction construction,
            @Cached KeywordDispatchNode dispatch) {
        Object made = construction.make(args);
        Object result =
                dispatch.execute(
                        construction.initializer,
                        DispatchNode.insertReceiver(made, args),
                        keywords);
        if (result != Singleton.NONE) {
            throw Construction.wrongResult(result);
        }
        return made;
    }

    /** Only where {@code __new__} is object's, which leaves the arguments to {@code __init__}. */
    static Construction ofObject(PyType type) {
        Construction c = Construction.ofOrNull(type);
        return c != null && c.ofObject ? c : null;
    }

    @Specialization(replaces = {"function", "functionAnyArguments", "method", "instantiate"})
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object generic(Object callee, Object[] args, TruffleString[] keywords) {
        return Call.call(callee, Arrays.copyOfRange(args, 1, args.length), keywords);
    }
}
