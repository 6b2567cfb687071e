package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.object.Str;

/** Names in the bodies of modules, classes and {@code exec}: they live in a namespace object. */
final class NamespaceOps {
    private NamespaceOps() {}

    static Object namespace(VirtualFrame frame) {
        return frame.getArguments()[1];
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadName {
        @Specialization(
                guards = {"isModule(frame)", "position >= 0", "holds(frame, position, key)"},
                limit = "3")
        static Object moduleVariable(
                VirtualFrame frame,
                TruffleString name,
                @Cached("globals(frame).find(name)") int position,
                @Cached("keyOrNull(globals(frame), position)") Object key) {
            return NameOps.globals(frame).valueAt(position);
        }

        @Specialization(replaces = "moduleVariable")
        static Object generic(VirtualFrame frame, TruffleString name) {
            return Names.load(NameOps.function(frame), NamespaceOps.namespace(frame), name);
        }

        static boolean isModule(VirtualFrame frame) {
            return NamespaceOps.namespace(frame) == NameOps.globals(frame);
        }

        static PyDict globals(VirtualFrame frame) {
            return NameOps.globals(frame);
        }

        static boolean holds(VirtualFrame frame, int position, Object key) {
            return NameOps.globals(frame).keyAt(position) == key;
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class StoreName {
        @Specialization(
                guards = {"isModule(frame)", "position >= 0", "holds(frame, position, key)"},
                limit = "3")
        static void moduleVariable(
                VirtualFrame frame,
                TruffleString name,
                Object value,
                @Cached("globals(frame).find(name)") int position,
                @Cached("keyOrNull(globals(frame), position)") Object key) {
            NameOps.globals(frame).setValueAt(position, value);
        }

        @Specialization(replaces = "moduleVariable")
        static void generic(VirtualFrame frame, TruffleString name, Object value) {
            Names.store(NamespaceOps.namespace(frame), name, value);
        }

        static boolean isModule(VirtualFrame frame) {
            return NamespaceOps.namespace(frame) == NameOps.globals(frame);
        }

        static PyDict globals(VirtualFrame frame) {
            return NameOps.globals(frame);
        }

        static boolean holds(VirtualFrame frame, int position, Object key) {
            return NameOps.globals(frame).keyAt(position) == key;
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteName {
        @Specialization
        static void delete(VirtualFrame frame, TruffleString name, @Bind Node here) {
            Names.delete(namespace(frame), name);
        }
    }

    @Proxyable(allowUncached = true)
    static final class LoadNamespace {
        @Specialization
        static Object load(VirtualFrame frame) {
            return namespace(frame);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadFromNamespaceOrCell {
        @Specialization
        static Object load(TruffleString name, Object namespace, PyCell cell, @Bind Node here) {
            Object found = Names.fromNamespaceOrNull(namespace, name);
            if (found != null) {
                return found;
            }
            if (cell.contents == null) {
                throw NameErrors.unboundFree(name);
            }
            return cell.contents;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadFromNamespaceOrGlobals {
        @Specialization
        static Object load(
                VirtualFrame frame, TruffleString name, Object namespace, @Bind Node here) {
            return Names.load(NameOps.function(frame), namespace, name);
        }
    }

    @Proxyable(allowUncached = true)
    static final class SetupAnnotations {
        @Specialization
        static void setup(VirtualFrame frame, @Bind Node here) {
            addAnnotations(namespace(frame));
        }

        @TruffleBoundary
        private static void addAnnotations(Object namespace) {
            TruffleString name = Str.name("__annotations__");
            if (Names.fromNamespaceOrNull(namespace, name) == null) {
                Names.store(namespace, name, new PyDict());
            }
        }
    }
}
