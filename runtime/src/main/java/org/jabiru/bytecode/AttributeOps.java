package org.jabiru.bytecode;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.library.CachedLibrary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.PropertyGetter;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMemberDescriptor;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Descriptor;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;

/** Attribute access, with inline caches by shape for instances, by identity for types. */
final class AttributeOps {
    private AttributeOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    @ImportStatic(AttributeCaches.class)
    static final class LoadAttribute {
        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "getter != null"},
                assumptions = "stable",
                limit = "4")
        static Object own(
                TruffleString name,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("ownGetterOrNull(object, name)") PropertyGetter getter) {
            return getter.get(object);
        }

        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "isConstant(found)"},
                assumptions = "stable",
                limit = "2")
        static Object classConstant(
                TruffleString name,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("classAttributeOrNull(object, name)") Object found) {
            return found;
        }

        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "isFunction(found)"},
                assumptions = "stable",
                limit = "2")
        static Object boundMethod(
                TruffleString name,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("classAttributeOrNull(object, name)") Object found) {
            return new PyMethod((PyFunction) found, object);
        }

        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "getter != null"},
                assumptions = "stable",
                limit = "2")
        static Object property(
                TruffleString name,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("propertyGetterOrNull(classAttributeOrNull(object, name))") Object getter,
                @Cached DispatchNode dispatch) {
            return dispatch.execute(getter, new Object[] {null, object});
        }

        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "descriptor != null"},
                assumptions = "stable",
                limit = "2")
        static Object descriptor(
                TruffleString name,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("object.type()") PyType type,
                @Cached("descriptorOrNull(classAttributeOrNull(object, name))")
                        Descriptor descriptor) {
            return descriptor.get(object, type);
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
                TruffleString name,
                PyType type,
                @Cached("type") PyType cachedType,
                @Cached("stableTypeOrNull(type)") Assumption stable,
                @Cached("stableMetaOrNull(type)") Assumption stableMeta,
                @Cached("typeAttributeOrNull(type, name)") Object found) {
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
                TruffleString name,
                PyModule module,
                @Cached("module.dict") PyDict dict,
                @Cached("dict.find(name)") int position,
                @Cached("keyOrNull(dict, position)") Object key) {
            return dict.valueAt(position);
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }

        @Specialization(
                replaces = {
                    "own",
                    "classConstant",
                    "boundMethod",
                    "property",
                    "descriptor",
                    "ofType",
                    "ofModule"
                })
        static Object generic(TruffleString name, Object object) {
            return Attributes.get(object, name);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    @ImportStatic(AttributeCaches.class)
    static final class StoreAttribute {
        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "isOwn"},
                assumptions = "stable",
                limit = "4")
        static void own(
                TruffleString name,
                Object value,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("isOwnStore(object, name)") boolean isOwn,
                @CachedLibrary("object") DynamicObjectLibrary store) {
            store.put(object, name, value);
        }

        @Specialization(
                guards = {"object.getShape() == shape", "stable != null", "slot != null"},
                assumptions = "stable",
                limit = "4")
        static void slot(
                TruffleString name,
                Object value,
                PyObject object,
                @Cached("object.getShape()") Shape shape,
                @Cached("stableOrNull(object)") Assumption stable,
                @Cached("slotOrNull(object, name)") PyMemberDescriptor slot,
                @CachedLibrary("object") DynamicObjectLibrary store) {
            store.put(object, slot.key, value);
        }

        @Specialization(replaces = {"own", "slot"})
        static void generic(TruffleString name, Object value, Object object) {
            Attributes.set(object, name, value);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteAttribute {
        @Specialization
        static void delete(TruffleString name, Object object, @Bind Node here) {
            Attributes.set(object, name, null);
        }
    }
}
