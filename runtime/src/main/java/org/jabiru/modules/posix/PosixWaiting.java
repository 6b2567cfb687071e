package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Functions of {@code posix} that wait for processes and tell more than {@code waitpid}. */
@BuiltinModule("posix")
public final class PosixWaiting {
    static final StructSequenceType RESULT =
            StructSequenceType.of(
                    "posix.waitid_result",
                    5,
                    "si_pid",
                    "si_uid",
                    "si_signo",
                    "si_status",
                    "si_code");

    private static final int USAGE_NUMBERS = 14;

    private PosixWaiting() {}

    @Builtin("setpgrp()")
    static void setpgrp() {
        Posix.checkInt(Libc.callInt("setpgid", 0, 0));
    }

    @Builtin("pidfd_open(pid, flags=0)")
    static long pidfdOpen(int pid, int flags) {
        return Posix.check(Libc.call("syscall", 434, pid, flags));
    }

    @Builtin("wait3(options)")
    static Object wait3(int options) {
        return wait4(-1, options);
    }

    @Builtin("wait4(pid, options)")
    static Object wait4(int pid, int options) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment status = memory.allocate(4);
            MemorySegment usage = memory.allocate(32 + USAGE_NUMBERS * 8L);
            int result =
                    (int) Posix.retry("wait4", pid, status.address(), options, usage.address());
            Posix.checkInt(result);
            return PyTuple.of(
                    (long) result, (long) status.get(ValueLayout.JAVA_INT, 0), usage(usage));
        }
    }

    private static Object usage(MemorySegment usage) {
        Object[] items = new Object[2 + USAGE_NUMBERS];
        for (int i = 0; i < 2; i++) {
            items[i] =
                    usage.get(ValueLayout.JAVA_LONG, i * 16L)
                            + usage.get(ValueLayout.JAVA_LONG, i * 16L + 8) * 1e-6;
        }
        for (int i = 0; i < USAGE_NUMBERS; i++) {
            items[2 + i] = usage.get(ValueLayout.JAVA_LONG, 32 + i * 8L);
        }
        Object type = Attributes.get(Imports.importModule("resource"), "struct_rusage");
        return Call.call(type, PyTuple.of(items));
    }

    @Builtin("waitid(idtype, id, options, /)")
    static Object waitid(int idType, int id, int options) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment info = memory.allocate(128);
            Posix.checkInt((int) Posix.retry("waitid", idType, id, info.address(), options));
            int pid = info.get(ValueLayout.JAVA_INT, 16);
            if (pid == 0) {
                return Singleton.NONE;
            }
            return RESULT.make(
                    (long) pid,
                    info.get(ValueLayout.JAVA_INT, 20) & 0xFFFFFFFFL,
                    (long) info.get(ValueLayout.JAVA_INT, 0),
                    (long) info.get(ValueLayout.JAVA_INT, 24),
                    (long) info.get(ValueLayout.JAVA_INT, 8));
        }
    }

    @Builtin("unshare(flags)")
    static void unshare(int flags) {
        Posix.checkInt(Libc.callInt("unshare", flags));
    }

    @Builtin("setns(fd, nstype=0)")
    static void setns(Object fd, int type) {
        Posix.checkInt(Libc.callInt("setns", Descriptor.of(fd), type));
    }
}
