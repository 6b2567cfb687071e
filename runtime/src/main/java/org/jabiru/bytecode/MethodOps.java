package org.jabiru.bytecode;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Attributes;

/** Attributes that are looked up to be called at once, and {@code super()}. */
final class MethodOps {
    private MethodOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    @ConstantOperand(type = LocalAccessor.class, name = "self")
    @ImportStatic(AttributeCaches.class)
    static final class LoadMethod {
        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "found != null"},
                assumptions = "stable",
                limit = "4")
        static Object ofInstance(
                VirtualFrame frame,
                TruffleString name,
                LocalAccessor self,
                PyObject object,
                @Bind BytecodeNode node,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("methodOrNull(object, name)") Object found) {
            self.setObject(node, frame, object);
            return found;
        }

        // Values that are no PyObjects are of builtin types, which do not change.
        @Specialization(
                guards = {"isValue(object)", "object.getClass() == valueClass", "found != null"},
                limit = "3")
        static Object ofValue(
                VirtualFrame frame,
                TruffleString name,
                LocalAccessor self,
                Object object,
                @Bind BytecodeNode node,
                @Cached("object.getClass()") Class<?> valueClass,
                @Cached("methodOrNull(object, name)") Object found) {
            self.setObject(node, frame, object);
            return found;
        }

        static boolean isValue(Object o) {
            return !(o instanceof PyObject) && !(o instanceof Singleton);
        }

        @Specialization(
                guards = {
                    "type == cachedType",
                    "stable != null",
                    "stableMeta != null",
                    "found != null"
                },
                assumptions = {"stable", "stableMeta"},
                limit = "3")
        static Object ofType(
                VirtualFrame frame,
                TruffleString name,
                LocalAccessor self,
                PyType type,
                @Bind BytecodeNode node,
                @Cached("type") PyType cachedType,
                @Cached("stableTypeOrNull(type)") Assumption stable,
                @Cached("stableMetaOrNull(type)") Assumption stableMeta,
                @Cached("typeAttributeOrNull(type, name)") Object found) {
            self.setObject(node, frame, null);
            return found;
        }

        @Specialization(
                guards = {
                    "module.dict == dict",
                    "isModuleVariable(module, name)",
                    "position >= 0",
                    "holds(module, dict, position, key)"
                },
                limit = "2")
        static Object ofModule(
                VirtualFrame frame,
                TruffleString name,
                LocalAccessor self,
                PyModule module,
                @Bind BytecodeNode node,
                @Cached("module.dict") PyDict dict,
                @Cached("dict.find(name)") int position,
                @Cached("keyOrNull(dict, position)") Object key) {
            self.setObject(node, frame, null);
            return dict.valueAt(position);
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }

        @Specialization(replaces = {"ofInstance", "ofValue", "ofType", "ofModule"})
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
        static Object load(Object superType, Object cell, Object self, @Bind Node here) {
            return SuperCalls.zeroArguments(superType, cell, self);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadSuperAttribute {
        @Specialization
        static Object load(
                TruffleString name, Object superType, Object cell, Object self, @Bind Node here) {
            return Attributes.get(SuperCalls.zeroArguments(superType, cell, self), name);
        }
    }
}
