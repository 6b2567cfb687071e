package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.bytecode.Variadic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;

/** Calls. Slot 0 of the argument arrays is left free for the function that is called. */
final class CallOps {
    private CallOps() {}

    @Proxyable(allowUncached = true)
    static final class Call {
        @Specialization
        static Object generic(Object callee, @Variadic(startOffset = 1) Object[] args) {
            return org.jabiru.protocol.Call.call(
                    callee, Arrays.copyOfRange(args, 1, args.length), null);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString[].class, name = "keywords")
    static final class CallKeywords {
        @Specialization
        static Object generic(
                TruffleString[] keywords,
                Object callee,
                @Variadic(startOffset = 1) Object[] args) {
            return org.jabiru.protocol.Call.call(
                    callee, Arrays.copyOfRange(args, 1, args.length), keywords);
        }
    }

    @Proxyable(allowUncached = true)
    static final class CallUnpack {
        @Specialization
        static Object generic(Object callee, Object positional, Object keywords) {
            return UnpackedArguments.call(callee, positional, (PyDict) keywords);
        }
    }

    @Proxyable(allowUncached = true)
    static final class CallMethod {
        @Specialization
        static Object generic(
                Object callee, Object self, @Variadic(startOffset = 2) Object[] args) {
            return org.jabiru.protocol.Call.call(
                    callee, UnpackedArguments.withSelf(self, args), null);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString[].class, name = "keywords")
    static final class CallMethodKeywords {
        @Specialization
        static Object generic(
                TruffleString[] keywords,
                Object callee,
                Object self,
                @Variadic(startOffset = 2) Object[] args) {
            return org.jabiru.protocol.Call.call(
                    callee, UnpackedArguments.withSelf(self, args), keywords);
        }
    }

    @Proxyable(allowUncached = true)
    static final class ExtendArguments {
        @Specialization
        static void extend(Object callee, PyList list, Object iterable) {
            UnpackedArguments.extend(callee, list, iterable);
        }
    }

    @Proxyable(allowUncached = true)
    static final class MergeKeywords {
        @Specialization
        static void merge(Object callee, PyDict keywords, Object mapping) {
            UnpackedArguments.merge(callee, keywords, mapping);
        }
    }
}
