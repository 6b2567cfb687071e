package org.jabiru.modules.array;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** The module {@code array}. */
@BuiltinModule("array")
public final class ArrayModule {
    private ArrayModule() {}

    /** Adds the type. */
    public static void initialize(PyModule module) {
        module.dict.put("array", ArrayType.TYPE);
        module.dict.put("ArrayType", ArrayType.TYPE);
        module.dict.put("typecodes", Str.of("bBuwhHiIlLqQfd"));
        Call.method(
                Modules.attribute("collections.abc", "MutableSequence"),
                "register",
                ArrayType.TYPE);
    }

    @Builtin(
            value = "_array_reconstructor(arraytype, typecode, mformat_code, items, /)",
            doc = "Makes an array from the parts of a pickle.")
    static Object reconstruct(PyType type, TruffleString typeCode, int format, Object items) {
        if (!type.isSubtype(ArrayType.TYPE)) {
            throw Errors.typeError("%s is not a subtype of %s", type.fullName(), "array.array");
        }
        ItemKind kind = ItemKind.of(Str.length(typeCode) == 1 ? Str.codePointAt(typeCode, 0) : -1);
        if (format < 0 || format > 21) {
            throw Errors.valueError("third argument must be a valid machine format code.");
        }
        if (!(items instanceof PyBytes bytes)) {
            throw Errors.typeError(
                    "fourth argument should be bytes, not %s", Types.of(items).fullName());
        }
        Object out = Call.call(type, typeCode);
        PyArray array = (PyArray) out;
        if (format == kind.machineFormat) {
            ArrayItems.appendBytes(array, bytes.value);
        } else {
            MachineFormat.decode(array, format, bytes.value);
        }
        return array;
    }
}
