package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.protocol.Attributes;

/** Attributes that are looked up to be called at once, and {@code super()}. */
final class MethodOps {
    private MethodOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    @ConstantOperand(type = LocalAccessor.class, name = "self")
    static final class LoadMethod {
        @Specialization
        static Object generic(
                VirtualFrame frame,
                TruffleString name,
                LocalAccessor self,
                Object object,
                @Bind BytecodeNode node) {
            Object found = MethodLookup.plainOrNull(object, name);
            if (found != null) {
                self.setObject(node, frame, object);
                return found;
            }
            self.setObject(node, frame, null);
            return Attributes.get(object, name);
        }
    }

    @Proxyable(allowUncached = true)
    static final class LoadSuper {
        @Specialization
        static Object load(Object superType, Object cell, Object self) {
            return SuperCalls.zeroArguments(superType, cell, self);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadSuperAttribute {
        @Specialization
        static Object load(TruffleString name, Object superType, Object cell, Object self) {
            return Attributes.get(SuperCalls.zeroArguments(superType, cell, self), name);
        }
    }
}
