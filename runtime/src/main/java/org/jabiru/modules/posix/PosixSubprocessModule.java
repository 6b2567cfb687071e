package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The function of {@code _posixsubprocess}; the C half is {@code fork_exec.c}. */
@BuiltinModule("_posixsubprocess")
public final class PosixSubprocessModule {
    private static final int MOST_GROUPS = 65536;

    private PosixSubprocessModule() {}

    /** Starts a program; the process's id. What fails in the child is written to errpipe_write. */
    @Builtin(
            "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite,"
                    + " c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write,"
                    + " restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid,"
                    + " child_umask, preexec_fn, /)")
    static long forkExec(
            Object args,
            Object executables,
            boolean closeFds,
            PyTuple passFds,
            Object cwd,
            Object env,
            int inRead,
            int inWrite,
            int outRead,
            int outWrite,
            int errRead,
            int errWrite,
            int reportRead,
            int report,
            boolean restoreSignals,
            boolean newSession,
            int processGroup,
            Object gid,
            Object extraGroups,
            Object uid,
            int umask,
            Object preexec) {
        if (closeFds && report < 3) {
            throw Errors.valueError("errpipe_write must be >= 3");
        }
        if (preexec != Singleton.NONE) {
            // CPython: runs it in the child; here: the JVM's other threads are not in the child.
            throw Errors.runtimeError(
                    "preexec_fn is not supported: the new process has no Python before it runs"
                            + " the program");
        }
        Audit.event("_posixsubprocess.fork_exec", executables, args, env);
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment kept = descriptors(memory, passFds);
            long candidates = memory.strings(byteStrings(executables));
            long arguments = memory.strings(arguments(args));
            long environment =
                    env == Singleton.NONE
                            ? PosixProcess.environment(memory, env)
                            : memory.strings(byteStrings(env));
            long directory = cwd == Singleton.NONE ? 0 : memory.string(path(cwd));
            MemorySegment groups = groupsOrNull(memory, extraGroups);
            long[] pointers = {
                arguments,
                environment,
                candidates,
                directory,
                kept.address(),
                passFds.size(),
                groups == null ? 0 : groups.address(),
                groups == null ? -1 : Sequences.length(extraGroups),
            };
            int[] numbers = {
                inRead,
                inWrite,
                outRead,
                outWrite,
                errRead,
                errWrite,
                reportRead,
                report,
                closeFds ? 1 : 0,
                restoreSignals ? 1 : 0,
                newSession ? 1 : 0,
                processGroup,
                gid == Singleton.NONE ? 0 : 1,
                gid == Singleton.NONE ? 0 : Ids.gid(gid),
                uid == Singleton.NONE ? 0 : 1,
                uid == Singleton.NONE ? 0 : Ids.uid(uid),
                umask,
            };
            MemorySegment process = memory.allocate(pointers.length * 8L + numbers.length * 4L);
            MemorySegment.copy(pointers, 0, process, ValueLayout.JAVA_LONG, 0, pointers.length);
            MemorySegment.copy(
                    numbers,
                    0,
                    process,
                    ValueLayout.JAVA_INT,
                    pointers.length * 8L,
                    numbers.length);
            int pid = (int) Libc.blocking("jabiru_fork_exec", process.address(), 0, 0, 0);
            if (pid < 0) {
                throw OsErrors.last();
            }
            return pid;
        }
    }

    private static MemorySegment descriptors(NativeMemory memory, PyTuple numbers) {
        MemorySegment array = memory.allocate(numbers.size() * 4L);
        int last = -1;
        for (int i = 0; i < numbers.size(); i++) {
            if (!(Numbers.intOrNull(numbers.get(i)) instanceof Long fd)
                    || fd <= last
                    || fd > Integer.MAX_VALUE) {
                throw Errors.valueError("bad value(s) in fds_to_keep");
            }
            last = fd.intValue();
            array.setAtIndex(ValueLayout.JAVA_INT, i, last);
        }
        return array;
    }

    private static byte[][] arguments(Object args) {
        if (!(args instanceof PyTuple) && !(args instanceof PyList) && !isIterable(args)) {
            throw Errors.typeError("argv must be a tuple");
        }
        Object[] items = Iteration.toArray(args);
        byte[][] strings = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            strings[i] = path(items[i]);
        }
        return strings;
    }

    private static boolean isIterable(Object value) {
        return Types.of(value).lookup("__iter__") != null
                || Types.of(value).lookup("__getitem__") != null;
    }

    private static byte[] path(Object value) {
        return PathArgument.encoded(value);
    }

    private static byte[][] byteStrings(Object sequence) {
        int size = (int) Sequences.length(sequence);
        byte[][] strings = new byte[size][];
        for (int i = 0; i < size; i++) {
            Object item = Sequences.getItem(sequence, (long) i);
            if (!(item instanceof PyBytes)) {
                throw Errors.typeError("expected bytes, %s found", Types.of(item).name());
            }
            strings[i] = withoutNull(ByteArguments.bytesOrNull(item));
        }
        return strings;
    }

    private static byte[] withoutNull(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError("embedded null byte");
            }
        }
        return bytes;
    }

    private static MemorySegment groupsOrNull(NativeMemory memory, Object groups) {
        if (groups == Singleton.NONE) {
            return null;
        }
        if (!(groups instanceof PyList)) {
            throw Errors.typeError("setgroups argument must be a list");
        }
        Object[] items = Iteration.toArray(groups);
        if (items.length > MOST_GROUPS) {
            throw Errors.valueError("too many extra_groups");
        }
        MemorySegment array = memory.allocate(items.length * 4L);
        for (int i = 0; i < items.length; i++) {
            if (Numbers.intOrNull(items[i]) == null) {
                throw Errors.typeError("extra_groups must be integers");
            }
            try {
                array.setAtIndex(ValueLayout.JAVA_INT, i, Ids.gid(items[i]));
            } catch (PyException e) {
                throw Errors.valueError("invalid group id");
            }
        }
        return array;
    }
}
