package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.protocol.Sequences;

/** Structural pattern matching (PEP 634). */
final class MatchOps {
    private MatchOps() {}

    @Proxyable(allowUncached = true)
    static final class MatchSequence {
        @Specialization
        static boolean match(Object subject, @Bind Node here) {
            return Matching.isSequence(subject);
        }
    }

    @Proxyable(allowUncached = true)
    static final class MatchMapping {
        @Specialization
        static boolean match(Object subject, @Bind Node here) {
            return Matching.isMapping(subject);
        }
    }

    @Proxyable(allowUncached = true)
    static final class MatchKeys {
        @Specialization
        static Object match(Object subject, PyTuple keys, @Bind Node here) {
            return Matching.keysOrNone(subject, keys);
        }
    }

    @Proxyable(allowUncached = true)
    static final class MatchRest {
        @Specialization
        static Object rest(Object subject, PyTuple keys, @Bind Node here) {
            return Matching.rest(subject, keys);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString[].class, name = "names")
    @ConstantOperand(type = int.class, name = "positional")
    static final class MatchClass {
        @Specialization
        static Object match(
                TruffleString[] names,
                int positional,
                Object subject,
                Object type,
                @Bind Node here) {
            return Matching.attributesOrNone(subject, type, positional, names);
        }
    }

    @Proxyable(allowUncached = true)
    static final class GetLength {
        @Specialization
        static long length(Object subject, @Bind Node here) {
            return Sequences.length(subject);
        }
    }
}
