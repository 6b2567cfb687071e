package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.protocol.Attributes;

/** Attribute access. */
final class AttributeOps {
    private AttributeOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadAttribute {
        @Specialization
        static Object generic(TruffleString name, Object object) {
            return Attributes.get(object, name);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class StoreAttribute {
        @Specialization
        static void generic(TruffleString name, Object value, Object object) {
            Attributes.set(object, name, value);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteAttribute {
        @Specialization
        static void generic(TruffleString name, Object object) {
            Attributes.set(object, name, null);
        }
    }
}
