package org.jabiru.modules.pwd;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The functions of {@code pwd}, on the C library's user database. */
@BuiltinModule("pwd")
public final class PwdModule {
    private static final StructSequenceType ENTRY =
            StructSequenceType.of(
                    "pwd.struct_passwd",
                    7,
                    "pw_name",
                    "pw_passwd",
                    "pw_uid",
                    "pw_gid",
                    "pw_gecos",
                    "pw_dir",
                    "pw_shell");

    private PwdModule() {}

    /** Adds the type. */
    public static void initialize(PyModule module) {
        module.dict.put("struct_passwd", ENTRY.type);
    }

    /** struct passwd of 64-bit Linux: two pointers, two 32-bit numbers, three pointers. */
    private static Object entry(long address) {
        long ids = NativeMemory.pointerAt(address + 16);
        return ENTRY.make(
                text(NativeMemory.pointerAt(address)),
                text(NativeMemory.pointerAt(address + 8)),
                ids & 0xFFFFFFFFL,
                ids >>> 32,
                text(NativeMemory.pointerAt(address + 24)),
                text(NativeMemory.pointerAt(address + 32)),
                text(NativeMemory.pointerAt(address + 40)));
    }

    private static Object text(long address) {
        return address == 0 ? Str.EMPTY : FsEncoding.decode(NativeMemory.stringAt(address));
    }

    @Builtin("getpwuid(uidobj, /)")
    static Object getpwuid(Object uid) {
        long address = Libc.call("getpwuid", Args.toLong(uid));
        if (address == 0) {
            throw Errors.keyError(Str.of("getpwuid(): uid not found: " + Str.java(Repr.repr(uid))));
        }
        return entry(address);
    }

    @Builtin("getpwnam(name, /)")
    static Object getpwnam(TruffleString name) {
        try (NativeMemory memory = new NativeMemory()) {
            long address = Libc.call("getpwnam", memory.string(FsEncoding.encode(name)));
            if (address == 0) {
                throw Errors.keyError(
                        Str.of("getpwnam(): name not found: " + Str.java(Repr.repr(name))));
            }
            return entry(address);
        }
    }

    @Builtin("getpwall()")
    static Object getpwall() {
        List<Object> all = new ArrayList<>();
        Libc.call("setpwent");
        for (long e = Libc.call("getpwent"); e != 0; e = Libc.call("getpwent")) {
            all.add(entry(e));
        }
        Libc.call("endpwent");
        return new PyList(all);
    }
}
