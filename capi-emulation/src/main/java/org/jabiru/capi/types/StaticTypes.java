package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.capsule.CapsuleType;
import org.jabiru.builtins.code.CodeType;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.CellType;
import org.jabiru.builtins.function.ClassMethodDescriptorType;
import org.jabiru.builtins.function.FunctionType;
import org.jabiru.builtins.function.GetSetDescriptorType;
import org.jabiru.builtins.function.MemberDescriptorType;
import org.jabiru.builtins.function.MethodDescriptorType;
import org.jabiru.builtins.function.MethodType;
import org.jabiru.builtins.function.WrapperDescriptorType;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.none.EllipsisType;
import org.jabiru.builtins.none.NoneType;
import org.jabiru.builtins.none.NotImplementedType;
import org.jabiru.capi.generated.NativeTypes;
import org.jabiru.modules.datetime.DateTimeType;
import org.jabiru.modules.datetime.DateType;
import org.jabiru.modules.datetime.TimeDeltaType;
import org.jabiru.modules.datetime.TimeType;
import org.jabiru.modules.datetime.TimeZoneType;
import org.jabiru.modules.datetime.TzInfoType;
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
        listType = addressOf("list");
        typeType = addressOf("type");
        objectType = addressOf("object");
        moduleType = addressOf("module");
        moduleDefType = addressOf("moduledef");
        // The runtime has the type, without its instances.
        CapsuleType.TYPE.factory = PyNativeObject::new;
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
        return switch (name) {
            case "NoneType" -> NoneType.TYPE;
            case "NotImplementedType" -> NotImplementedType.TYPE;
            case "ellipsis" -> EllipsisType.TYPE;
            case "module" -> ModuleType.TYPE;
            case "function" -> FunctionType.TYPE;
            case "method" -> MethodType.TYPE;
            case "code" -> CodeType.TYPE;
            case "cell" -> CellType.TYPE;
            case "builtin_function_or_method" -> BuiltinFunctionType.TYPE;
            case "method_descriptor" -> MethodDescriptorType.TYPE;
            case "classmethod_descriptor" -> ClassMethodDescriptorType.TYPE;
            case "getset_descriptor" -> GetSetDescriptorType.TYPE;
            case "member_descriptor" -> MemberDescriptorType.TYPE;
            case "wrapper_descriptor" -> WrapperDescriptorType.TYPE;
            case "instancemethod" -> InstanceMethodType.TYPE;
            case "PyCapsule" -> CapsuleType.TYPE;
            case "datetime.date" -> DateType.TYPE;
            case "datetime.datetime" -> DateTimeType.TYPE;
            case "datetime.time" -> TimeType.TYPE;
            case "datetime.timedelta" -> TimeDeltaType.TYPE;
            case "datetime.tzinfo" -> TzInfoType.TYPE;
            case "datetime.timezone" -> TimeZoneType.TYPE;
            default -> null;
        };
    }
}
