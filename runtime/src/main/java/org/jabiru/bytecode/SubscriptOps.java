package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Specialization;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.protocol.Sequences;

/** Subscription and slicing. */
final class SubscriptOps {
    private SubscriptOps() {}

    @Proxyable(allowUncached = true)
    static final class LoadSubscript {
        @Specialization
        static Object generic(Object container, Object key) {
            return Sequences.getItem(container, key);
        }
    }

    @Proxyable(allowUncached = true)
    static final class StoreSubscript {
        @Specialization
        static void generic(Object value, Object container, Object key) {
            Sequences.setItem(container, key, value);
        }
    }

    @Proxyable(allowUncached = true)
    static final class DeleteSubscript {
        @Specialization
        static void generic(Object container, Object key) {
            Sequences.deleteItem(container, key);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildSlice {
        @Specialization
        static Object build(Object start, Object stop, Object step) {
            return new PySlice(start, stop, step);
        }
    }
}
