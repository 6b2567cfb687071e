package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

/** The import statement. */
final class ImportOps {
    private ImportOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    @ConstantOperand(type = int.class, name = "level")
    static final class ImportName {
        @Specialization
        static Object importName(
                VirtualFrame frame,
                TruffleString name,
                int level,
                Object fromList,
                @Bind Node here) {
            return ImportStatement.importName(
                    NameOps.function(frame), frame.getArguments(), name, level, fromList);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class ImportFrom {
        @Specialization
        static Object importFrom(TruffleString name, Object module, @Bind Node here) {
            return ImportStatement.importFrom(name, module);
        }
    }

    @Proxyable(allowUncached = true)
    static final class ImportStar {
        @Specialization
        static void importStar(VirtualFrame frame, Object module, @Bind Node here) {
            ImportStatement.importStar(NamespaceOps.namespace(frame), module);
        }
    }
}
