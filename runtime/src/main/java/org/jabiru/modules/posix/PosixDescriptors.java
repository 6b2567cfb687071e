package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Iteration;

/** Functions of {@code posix} on event and timer descriptors, terminals, and vectors of buffers. */
@BuiltinModule("posix")
public final class PosixDescriptors {
    private static final long SECOND = 1_000_000_000L;

    private PosixDescriptors() {}

    // ---- vectors ----

    @Builtin("preadv(fd, buffers, offset, flags=0, /)")
    static long preadv(int fd, Object buffers, long offset, int flags) {
        Object[] all = Iteration.toArray(buffers);
        long total = 0;
        for (Object buffer : all) {
            total += ByteArguments.writableLength(buffer);
        }
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment data = memory.allocate(total);
            long n = Posix.check(vector("preadv2", memory, fd, data, total, offset, flags));
            long at = 0;
            for (Object buffer : all) {
                int part = (int) Math.min(ByteArguments.writableLength(buffer), n - at);
                ByteArguments.write(buffer, NativeMemory.read(data.asSlice(at), part), part);
                at += part;
            }
            return n;
        }
    }

    @Builtin("pwritev(fd, buffers, offset, flags=0, /)")
    static long pwritev(int fd, Object buffers, long offset, int flags) {
        byte[] all = {};
        for (Object buffer : Iteration.toArray(buffers)) {
            byte[] part = ByteArguments.read(buffer);
            int had = all.length;
            all = Arrays.copyOf(all, had + part.length);
            System.arraycopy(part, 0, all, had, part.length);
        }
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment data = memory.allocate(all.length);
            MemorySegment.copy(all, 0, data, ValueLayout.JAVA_BYTE, 0, all.length);
            return Posix.check(vector("pwritev2", memory, fd, data, all.length, offset, flags));
        }
    }

    /** One buffer stands for the vector: the bytes and their order are the same. */
    private static long vector(
            String function,
            NativeMemory memory,
            int fd,
            MemorySegment data,
            long size,
            long offset,
            int flags) {
        MemorySegment entry = memory.allocate(16);
        entry.set(ValueLayout.JAVA_LONG, 0, data.address());
        entry.set(ValueLayout.JAVA_LONG, 8, size);
        while (true) {
            long n = Libc.call(function, fd, entry.address(), 1, offset, flags, 0);
            if (n != -1 || Libc.errno() != OsErrors.EINTR) {
                return n;
            }
            Signals.poll();
        }
    }

    @Builtin("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)")
    static long splice(
            int source, int target, long count, Object sourceAt, Object targetAt, int flags) {
        if (count < 0) {
            throw Errors.valueError("count cannot be negative");
        }
        try (NativeMemory memory = new NativeMemory()) {
            long from = offset(memory, sourceAt);
            long to = offset(memory, targetAt);
            return Posix.check(Libc.call("splice", source, from, target, to, count, flags));
        }
    }

    private static long offset(NativeMemory memory, Object offset) {
        if (offset == Singleton.NONE) {
            return 0;
        }
        MemorySegment at = memory.allocate(8);
        at.set(ValueLayout.JAVA_LONG, 0, Args.toLong(offset));
        return at.address();
    }

    // ---- events and timers ----

    @Builtin("eventfd_read(fd)")
    static Object eventfdRead(Object fd) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment value = memory.allocate(8);
            Posix.checkInt(
                    (int) Posix.retry("eventfd_read", Descriptor.of(fd), value.address(), 0, 0));
            return Unsigned.toPython(value.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    @Builtin("eventfd_write(fd, value)")
    static void eventfdWrite(Object fd, Object value) {
        long count = Unsigned.of(value, Long.SIZE);
        Posix.checkInt((int) Posix.retry("eventfd_write", Descriptor.of(fd), count, 0, 0));
    }

    @Builtin(
            value = "timerfd_create(clockid, /, *, flags=524288)",
            shown = "($module, clockid, /, *, flags=TFD_CLOEXEC)")
    static long timerfdCreate(int clock, int flags) {
        return Posix.checkInt(Libc.callInt("timerfd_create", clock, flags | Posix.O_CLOEXEC));
    }

    @Builtin("timerfd_settime(fd, /, *, flags=0, initial=0.0, interval=0.0)")
    static Object timerfdSetTime(Object fd, int flags, double initial, double interval) {
        return seconds(set(fd, flags, nanoseconds(initial), nanoseconds(interval)));
    }

    @Builtin("timerfd_settime_ns(fd, /, *, flags=0, initial=0, interval=0)")
    static Object timerfdSetTimeNs(Object fd, int flags, long initial, long interval) {
        return pair(set(fd, flags, initial, interval));
    }

    @Builtin("timerfd_gettime(fd, /)")
    static Object timerfdGetTime(Object fd) {
        return seconds(get(fd));
    }

    @Builtin("timerfd_gettime_ns(fd, /)")
    static Object timerfdGetTimeNs(Object fd) {
        return pair(get(fd));
    }

    private static long nanoseconds(double seconds) {
        return (long) Math.floor(seconds * SECOND);
    }

    private static Object seconds(long[] nanos) {
        return PyTuple.of(nanos[0] / (double) SECOND, nanos[1] / (double) SECOND);
    }

    private static Object pair(long[] nanos) {
        return PyTuple.of(nanos[0], nanos[1]);
    }

    /** A struct itimerspec has the interval first; here the next time comes first. */
    private static long[] set(Object fd, int flags, long initial, long interval) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment wanted = memory.allocate(32);
            MemorySegment old = memory.allocate(32);
            put(wanted, 0, interval);
            put(wanted, 16, initial);
            Posix.checkInt(
                    Libc.callInt(
                            "timerfd_settime",
                            Descriptor.of(fd),
                            flags,
                            wanted.address(),
                            old.address()));
            return new long[] {nanos(old, 16), nanos(old, 0)};
        }
    }

    private static long[] get(Object fd) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment now = memory.allocate(32);
            Posix.checkInt(Libc.callInt("timerfd_gettime", Descriptor.of(fd), now.address()));
            return new long[] {nanos(now, 16), nanos(now, 0)};
        }
    }

    private static void put(MemorySegment s, long at, long nanos) {
        s.set(ValueLayout.JAVA_LONG, at, Math.floorDiv(nanos, SECOND));
        s.set(ValueLayout.JAVA_LONG, at + 8, Math.floorMod(nanos, SECOND));
    }

    private static long nanos(MemorySegment s, long at) {
        return s.get(ValueLayout.JAVA_LONG, at) * SECOND + s.get(ValueLayout.JAVA_LONG, at + 8);
    }

    // ---- terminals ----

    @Builtin("posix_openpt(oflag, /)")
    static long openpt(int flags) {
        return Posix.checkInt(Libc.callInt("posix_openpt", flags | Posix.O_CLOEXEC));
    }

    @Builtin("grantpt(fd, /)")
    static void grantpt(Object fd) {
        Posix.checkInt(Libc.callInt("grantpt", Descriptor.of(fd)));
    }

    @Builtin("unlockpt(fd, /)")
    static void unlockpt(Object fd) {
        Posix.checkInt(Libc.callInt("unlockpt", Descriptor.of(fd)));
    }

    @Builtin("ptsname(fd, /)")
    static Object ptsname(Object fd) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment name = memory.allocate(256);
            int error = Libc.callInt("ptsname_r", Descriptor.of(fd), name.address(), 256);
            if (error != 0) {
                throw OsErrors.of(error);
            }
            return FsEncoding.decode(NativeMemory.stringAt(name.address()));
        }
    }

    @Builtin("login_tty(fd, /)")
    static void loginTty(Object fd) {
        Posix.checkInt(Libc.callInt("login_tty", Descriptor.of(fd)));
    }
}
