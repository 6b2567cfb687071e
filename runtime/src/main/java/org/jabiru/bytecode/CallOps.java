package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.bytecode.Variadic;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** Calls. Slot 0 of the argument arrays is left free for the function that is called. */
final class CallOps {
    private CallOps() {}

    @Proxyable(allowUncached = true)
    static final class Call {
        @Specialization
        static Object call(
                Object callee,
                @Variadic(startOffset = 1) Object[] args,
                @Cached DispatchNode dispatch) {
            return dispatch.execute(callee, args);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString[].class, name = "keywords")
    static final class CallKeywords {
        @Specialization
        static Object call(
                TruffleString[] keywords,
                Object callee,
                @Variadic(startOffset = 1) Object[] args,
                @Cached KeywordDispatchNode dispatch) {
            return dispatch.execute(callee, args, keywords);
        }
    }

    @Proxyable(allowUncached = true)
    static final class CallUnpack {
        @Specialization(guards = "isEmpty(keywords)")
        static Object positional(
                Object callee, Object positional, Object keywords, @Cached DispatchNode dispatch) {
            return dispatch.execute(callee, UnpackedArguments.array(callee, positional));
        }

        @Specialization(replaces = "positional")
        static Object any(Object callee, Object positional, Object keywords) {
            return UnpackedArguments.call(callee, positional, (PyDict) keywords);
        }

        static boolean isEmpty(Object keywords) {
            return keywords == null || ((PyDict) keywords).size() == 0;
        }
    }

    @Proxyable(allowUncached = true)
    static final class CallMethod {
        @Specialization(guards = "self == null")
        static Object function(
                Object callee,
                Object self,
                @Variadic(startOffset = 2) Object[] args,
                @Cached.Shared("dispatch") @Cached DispatchNode dispatch) {
            return dispatch.execute(callee, Arrays.copyOfRange(args, 1, args.length));
        }

        @Specialization(guards = "self != null")
        static Object method(
                Object callee,
                Object self,
                @Variadic(startOffset = 2) Object[] args,
                @Cached.Shared("dispatch") @Cached DispatchNode dispatch) {
            args[1] = self;
            return dispatch.execute(callee, args);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString[].class, name = "keywords")
    static final class CallMethodKeywords {
        @Specialization(guards = "self == null")
        static Object function(
                TruffleString[] keywords,
                Object callee,
                Object self,
                @Variadic(startOffset = 2) Object[] args,
                @Cached.Shared("dispatch") @Cached KeywordDispatchNode dispatch) {
            return dispatch.execute(callee, Arrays.copyOfRange(args, 1, args.length), keywords);
        }

        @Specialization(guards = "self != null")
        static Object method(
                TruffleString[] keywords,
                Object callee,
                Object self,
                @Variadic(startOffset = 2) Object[] args,
                @Cached.Shared("dispatch") @Cached KeywordDispatchNode dispatch) {
            args[1] = self;
            return dispatch.execute(callee, args, keywords);
        }
    }

    /** What a statement's call gave, and the function that gave it. */
    @Proxyable(allowUncached = true)
    static final class DropResult {
        @Specialization
        static void drop(Object result, Object callee) {
            if (result != Singleton.NONE
                    && callee instanceof NativeCallable n
                    && result instanceof PyObject o) {
                n.drop(o);
            }
        }
    }

    @Proxyable(allowUncached = true)
    static final class MergeKeywords {
        @Specialization
        static void merge(Object callee, PyDict keywords, Object mapping, @Bind Node here) {
            UnpackedArguments.merge(callee, keywords, mapping);
        }
    }
}
