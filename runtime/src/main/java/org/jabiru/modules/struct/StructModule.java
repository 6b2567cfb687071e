package org.jabiru.modules.struct;

import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The functions of the module {@code _struct}. */
@BuiltinModule("_struct")
public final class StructModule {
    /** As many compiled formats are kept. */
    private static final int CACHE_SIZE = 100;

    private StructModule() {}

    /** What the module keeps for one interpreter. */
    private static final class State {
        final Map<String, StructFormat> cache = new HashMap<>();
        final PyType error = NewException.of("struct", "error", ExceptionTypes.Exception);
    }

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** {@code struct.error}. */
    static PyType errorType() {
        return state().error;
    }

    /** The exception and the type. */
    public static void initialize(PyModule module) {
        module.dict.put("error", errorType());
        module.dict.put("Struct", StructType.TYPE);
    }

    private static StructFormat compiled(Object format) {
        String text = Str.java(StructType.text(format));
        Map<String, StructFormat> cache = state().cache;
        StructFormat known = cache.get(text);
        if (known == null) {
            known = StructFormat.parse(text);
            if (cache.size() >= CACHE_SIZE) {
                cache.clear();
            }
            cache.put(text, known);
        }
        return known;
    }

    @Builtin("_clearcache()")
    static void clearCache() {
        state().cache.clear();
    }

    @Builtin("calcsize(format, /)")
    static long calcSize(Object format) {
        return compiled(format).size();
    }

    @Builtin(value = "pack(format, /, *values)", shown = "none")
    static Object pack(Object format, Object[] values) {
        return StructType.pack(compiled(format), values, 0);
    }

    @Builtin(value = "pack_into(format, /, *args)", shown = "none")
    static void packInto(Object format, Object[] args) {
        StructType.packInto(compiled(format), args, 0);
    }

    @Builtin("unpack(format, buffer, /)")
    static Object unpack(Object format, Object buffer) {
        return StructType.unpack(compiled(format), buffer);
    }

    @Builtin("unpack_from(format, /, buffer, offset=0)")
    static Object unpackFrom(Object format, Object buffer, long offset) {
        return StructType.unpackFrom(compiled(format), buffer, offset);
    }

    @Builtin("iter_unpack(format, buffer, /)")
    static Object iterUnpack(Object format, Object buffer) {
        return StructType.iterUnpack(compiled(format), buffer);
    }
}
