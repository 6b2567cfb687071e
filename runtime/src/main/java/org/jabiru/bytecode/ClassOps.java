package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.bytecode.Variadic;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Watch;

/** Functions, classes and type parameters. */
final class ClassOps {
    private static final PyCell[] NO_CELLS = {};
    private static final Object[] NO_DEFAULTS = {};

    private ClassOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = PyCode.class, name = "code")
    static final class MakeFunction {
        @Specialization
        static PyFunction make(
                VirtualFrame frame,
                PyCode code,
                Object defaults,
                Object keywordDefaults,
                Object closure,
                Object annotate,
                @Bind Node here) {
            PyFunction outer = NameOps.function(frame);
            PyFunction f =
                    new PyFunction(
                            code,
                            outer.globals,
                            closure == null ? NO_CELLS : (PyCell[]) closure,
                            defaults == null ? NO_DEFAULTS : ((PyTuple) defaults).items);
            f.keywordDefaults = (PyDict) keywordDefaults;
            if (annotate instanceof PyDict strings) {
                f.annotations = strings;
            } else {
                f.annotate = annotate;
            }
            f.shareBuiltins(outer);
            if (PythonContext.get().watch != null) {
                PythonContext.announce(f, Watch.FUNCTION_CREATED, null);
            }
            return f;
        }
    }

    @Proxyable(allowUncached = true)
    static final class MakeClosure {
        @Specialization
        static Object make(@Variadic Object[] cells) {
            return Arrays.copyOf(cells, cells.length, PyCell[].class);
        }
    }

    @Proxyable(allowUncached = true)
    static final class SetTypeParameters {
        @Specialization
        static Object set(PyFunction function, Object parameters) {
            function.typeParameters = parameters;
            return function;
        }
    }

    @Proxyable(allowUncached = true)
    static final class LoadBuildClass {
        @Specialization
        static Object load(VirtualFrame frame, @Bind Node here) {
            return BuildClass.builtin(NameOps.function(frame));
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = int.class, name = "which")
    static final class TypingIntrinsic {
        @Specialization
        static Object call(int which, @Variadic Object[] args, @Bind Node here) {
            return TypingIntrinsics.call(which, args);
        }
    }

    @Proxyable(allowUncached = true)
    static final class PrintExpression {
        @Specialization
        static void print(Object value, @Bind Node here) {
            Formatting.printExpression(value);
        }
    }
}
