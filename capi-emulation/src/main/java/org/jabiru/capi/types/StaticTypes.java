package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.capsule.CapsuleType;
import org.jabiru.capi.generated.NativeTypes;
import org.jabiru.object.PyType;

/** The builtin types that have a {@code PyXxx_Type} symbol in the library. */
public final class StaticTypes {
    private final long[] addresses;
    private final Map<String, Integer> indexes = new HashMap<>();

    public final long intType;
    public final long boolType;
    public final long floatType;
    public final long complexType;
    public final long strType;
    public final long bytesType;
    public final long tupleType;
    public final long functionType;
    public final long codeType;
    public final long methodDescriptorType;
    public final long wrapperDescriptorType;
    private final long classMethodDescriptorType;
    private final long getSetDescriptorType;
    private final long memberDescriptorType;
    public final long listType;
    public final long typeType;
    public final long objectType;
    public final long moduleType;
    public final long moduleDefType;

    public StaticTypes(long[] addresses) {
        this.addresses = addresses;
        for (int i = 0; i < NativeTypes.NAMES.length; i++) {
            indexes.put(NativeTypes.NAMES[i], i);
        }
        intType = addressOf("int");
        boolType = addressOf("bool");
        floatType = addressOf("float");
        complexType = addressOf("complex");
        strType = addressOf("str");
        bytesType = addressOf("bytes");
        tupleType = addressOf("tuple");
        functionType = addressOf("builtin_function_or_method");
        codeType = addressOf("code");
        methodDescriptorType = addressOf("method_descriptor");
        wrapperDescriptorType = addressOf("wrapper_descriptor");
        classMethodDescriptorType = addressOf("classmethod_descriptor");
        getSetDescriptorType = addressOf("getset_descriptor");
        memberDescriptorType = addressOf("member_descriptor");
        listType = addressOf("list");
        typeType = addressOf("type");
        objectType = addressOf("object");
        moduleType = addressOf("module");
        moduleDefType = addressOf("moduledef");
        // The runtime has the type, without its instances.
        CapsuleType.TYPE.factory = PyNativeObject::new;
    }

    /** Whether its instances have CPython's {@code PyDescrObject} in their memory. */
    public boolean isDescriptor(long type) {
        return type == methodDescriptorType
                || type == wrapperDescriptorType
                || type == classMethodDescriptorType
                || type == getSetDescriptorType
                || type == memberDescriptorType;
    }

    private long addressOf(String name) {
        return addresses[indexes.get(name)];
    }

    /** The address of a builtin type's symbol, 0 when it has none. */
    @TruffleBoundary
    public long addressOrZero(PyType type) {
        if (type.isHeapType()) {
            return 0;
        }
        Integer index = indexes.get(type.fullName());
        return index == null ? 0 : addresses[index];
    }

    /** The type of a symbol, or null when the runtime has no such type. */
    @TruffleBoundary
    public PyType typeAt(long address) {
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] == address) {
                return typeNamed(NativeTypes.NAMES[i]);
            }
        }
        return null;
    }

    private static PyType typeNamed(String name) {
        if (PythonContext.get().builtins.dict.get(name) instanceof PyType t && !t.isHeapType()) {
            return t;
        }
        return UnnamedTypes.named(name);
    }
}
