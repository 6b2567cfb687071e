package org.jabiru.modules.marshal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The functions of {@code marshal}. */
@BuiltinModule("marshal")
public final class MarshalModule {
    /** The format's version; 5 brought slices (Python 3.14). */
    static final int VERSION = 5;

    private MarshalModule() {}

    /** Adds the constant. */
    public static void initialize(PyModule module) {
        module.dict.put("version", (long) VERSION);
    }

    /** The marshalled form of a value that is known to be marshallable. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static byte[] dump(Object value) {
        MarshalWriter writer = new MarshalWriter(VERSION, true);
        writer.write(value);
        return writer.toByteArray();
    }

    /** The value at a position of an array. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object load(byte[] data, int from) {
        return new MarshalReader(data, from, true).readObject();
    }

    @Builtin(
            value = "dumps(value, version=5, /, *, allow_code=True)",
            shown = "($module, value, version=version, /, *, allow_code=True)")
    static Object dumps(Object value, int version, boolean allowCode) {
        Audit.event("marshal.dumps", value, (long) version);
        MarshalWriter writer = new MarshalWriter(version, allowCode);
        writer.write(value);
        return ByteArguments.bytes(writer.toByteArray());
    }

    @Builtin("loads(bytes, /, *, allow_code=True)")
    static Object loads(Object bytes, boolean allowCode) {
        byte[] data = ByteArguments.read(bytes);
        if (Audit.isWatched()) {
            Audit.event("marshal.loads", ByteArguments.bytes(data));
        }
        return new MarshalReader(data, 0, allowCode).readObject();
    }

    @Builtin(
            value = "dump(value, file, version=5, /, *, allow_code=True)",
            shown = "($module, value, file, version=version, /, *, allow_code=True)")
    static Object dump(Object value, Object file, int version, boolean allowCode) {
        return Call.method(file, "write", dumps(value, version, allowCode));
    }

    @Builtin("load(file, /, *, allow_code=True)")
    static Object load(Object file, boolean allowCode) {
        Audit.event("marshal.load");
        // CPython reads byte by byte through readinto; what follows the value stays unread here too
        // when the file can seek.
        Object data = Call.method(file, "read");
        byte[] bytes = ByteArguments.bytesOrNull(data);
        if (bytes == null) {
            throw Errors.typeError("file.read() returned not bytes but %s", Types.of(data).name());
        }
        MarshalReader reader = new MarshalReader(bytes, 0, allowCode);
        Object value = reader.readObject();
        if (reader.position() < bytes.length) {
            Call.method(file, "seek", (long) reader.position() - bytes.length, 1L);
        }
        return value;
    }
}
