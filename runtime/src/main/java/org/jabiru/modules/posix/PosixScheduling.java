package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** Functions of {@code posix} on the scheduling of processes. */
@BuiltinModule("posix")
public final class PosixScheduling {
    static final StructSequenceType PARAM =
            StructSequenceType.byField("posix.sched_param", "sched_priority");

    private static final int CPU_BYTES = 1024;

    private PosixScheduling() {}

    @Builtin("sched_get_priority_max(policy)")
    static long priorityMax(int policy) {
        return Posix.checkInt(Libc.callInt("sched_get_priority_max", policy));
    }

    @Builtin("sched_get_priority_min(policy)")
    static long priorityMin(int policy) {
        return Posix.checkInt(Libc.callInt("sched_get_priority_min", policy));
    }

    @Builtin("sched_getscheduler(pid, /)")
    static long getScheduler(int pid) {
        return Posix.checkInt(Libc.callInt("sched_getscheduler", pid));
    }

    @Builtin("sched_setscheduler(pid, policy, param, /)")
    static void setScheduler(int pid, int policy, Object param) {
        try (NativeMemory memory = new NativeMemory()) {
            long p = parameter(memory, param).address();
            Posix.checkInt(Libc.callInt("sched_setscheduler", pid, policy, p));
        }
    }

    @Builtin("sched_getparam(pid, /)")
    static Object getParam(int pid) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment param = memory.allocate(4);
            Posix.checkInt(Libc.callInt("sched_getparam", pid, param.address()));
            return PARAM.make((long) param.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @Builtin("sched_setparam(pid, param, /)")
    static void setParam(int pid, Object param) {
        try (NativeMemory memory = new NativeMemory()) {
            long p = parameter(memory, param).address();
            Posix.checkInt(Libc.callInt("sched_setparam", pid, p));
        }
    }

    /** A struct sched_param. */
    static MemorySegment parameter(NativeMemory memory, Object param) {
        if (!(param instanceof PyStructSequence p) || p.type() != PARAM.type) {
            throw Errors.typeError("must have a sched_param object");
        }
        Object priority = Numbers.index(p.get(0));
        MemorySegment out = memory.allocate(4);
        out.set(ValueLayout.JAVA_INT, 0, Args.toInt(priority));
        return out;
    }

    @Builtin("sched_rr_get_interval(pid, /)")
    static double interval(int pid) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment time = memory.allocate(16);
            Posix.checkInt(Libc.callInt("sched_rr_get_interval", pid, time.address()));
            return time.get(ValueLayout.JAVA_LONG, 0) + time.get(ValueLayout.JAVA_LONG, 8) * 1e-9;
        }
    }

    @Builtin("sched_setaffinity(pid, mask, /)")
    static void setAffinity(int pid, Object mask) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment set = memory.allocate(CPU_BYTES);
            for (Object item : Iteration.toArray(mask)) {
                if (Numbers.intOrNull(item) == null) {
                    throw Errors.typeError(
                            "expected an iterator of ints, but iterator yielded <class '%s'>",
                            Types.of(item).name());
                }
                long cpu = Args.toLong(item);
                if (cpu < 0) {
                    throw Errors.valueError("negative CPU number");
                }
                if (cpu > Integer.MAX_VALUE - 1) {
                    throw Errors.overflowError("CPU number too large");
                }
                if (cpu < CPU_BYTES * 8L) {
                    byte old = set.get(ValueLayout.JAVA_BYTE, cpu / 8);
                    set.set(ValueLayout.JAVA_BYTE, cpu / 8, (byte) (old | 1 << cpu % 8));
                }
            }
            Posix.checkInt(Libc.callInt("sched_setaffinity", pid, CPU_BYTES, set.address()));
        }
    }
}
