package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

/** The with statement. */
final class WithOps {
    private WithOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = int.class, name = "which")
    static final class LoadContextMethod {
        @Specialization
        static Object load(int which, Object manager, @Bind Node here) {
            return ContextManagers.bind(which, manager);
        }
    }

    @Proxyable(allowUncached = true)
    static final class CallExit {
        @Specialization
        static Object call(Object exit, Object exception, @Bind Node here) {
            return ContextManagers.exit(exit, exception);
        }
    }
}
