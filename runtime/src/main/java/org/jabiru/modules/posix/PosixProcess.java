package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.faulthandler.FatalSignals;
import org.jabiru.modules.signal.Signals;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** Functions of {@code posix} on processes. */
@BuiltinModule("posix")
public final class PosixProcess {
    static final StructSequenceType TIMES =
            StructSequenceType.of(
                    "posix.times_result",
                    5,
                    "user",
                    "system",
                    "children_user",
                    "children_system",
                    "elapsed");

    private PosixProcess() {}

    @Builtin("getpid()")
    static long getpid() {
        return ProcessHandle.current().pid();
    }

    @Builtin("getppid()")
    static long getppid() {
        return Libc.callInt("getppid");
    }

    @Builtin("getpgid(pid)")
    static long getpgid(int pid) {
        return Posix.checkInt(Libc.callInt("getpgid", pid));
    }

    @Builtin("getpgrp()")
    static long getpgrp() {
        return Libc.callInt("getpgrp");
    }

    @Builtin("setpgid(pid, pgrp, /)")
    static void setpgid(int pid, int group) {
        Posix.checkInt(Libc.callInt("setpgid", pid, group));
    }

    @Builtin("getsid(pid, /)")
    static long getsid(int pid) {
        return Posix.checkInt(Libc.callInt("getsid", pid));
    }

    @Builtin("setsid()")
    static void setsid() {
        Posix.checkInt(Libc.callInt("setsid"));
    }

    @Builtin("kill(pid, signal, /)")
    static void kill(int pid, int signal) {
        SysHooks.audit("os.kill", (long) pid, (long) signal);
        boolean own = pid == ProcessHandle.current().pid() && Signals.isForSender(signal);
        Posix.checkInt(own ? Signals.raise(signal) : Libc.callInt("kill", pid, signal));
        Signals.poll();
    }

    @Builtin("killpg(pgid, signal, /)")
    static void killpg(int group, int signal) {
        Audit.event("os.killpg", (long) group, (long) signal);
        Posix.checkInt(Libc.callInt("killpg", group, signal));
        Signals.poll();
    }

    @Builtin("_exit(status)")
    static void exitNow(int status) {
        Libc.call("_exit", status);
    }

    @Builtin("abort()")
    static void abort() {
        FatalSignals.end(PythonContext.get(), FatalSignals.SIGABRT);
    }

    @Builtin("nice(increment, /)")
    static long nice(int increment) {
        Libc.callInt("nice", increment);
        return Libc.callInt("getpriority", 0, 0);
    }

    @Builtin("umask(mask, /)")
    static long umask(int mask) {
        return Libc.callInt("umask", mask);
    }

    @Builtin("times()")
    static Object times() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment t = memory.allocate(32);
            long elapsed = Libc.call("times", t.address());
            double ticks = Libc.call("sysconf", 2);
            return TIMES.make(
                    t.get(ValueLayout.JAVA_LONG, 0) / ticks,
                    t.get(ValueLayout.JAVA_LONG, 8) / ticks,
                    t.get(ValueLayout.JAVA_LONG, 16) / ticks,
                    t.get(ValueLayout.JAVA_LONG, 24) / ticks,
                    elapsed / ticks);
        }
    }

    // ---- waiting ----

    @Builtin("waitpid(pid, options, /)")
    static Object waitpid(int pid, int options) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment status = memory.allocate(4);
            int result = (int) Posix.retry("waitpid", pid, status.address(), options, 0);
            Posix.checkInt(result);
            return PyTuple.of((long) result, (long) status.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @Builtin("wait()")
    static Object waitAny() {
        return waitpid(-1, 0);
    }

    @Builtin("waitstatus_to_exitcode(status)")
    static long exitCode(int status) {
        if (exited(status)) {
            return exitStatus(status);
        }
        if (signaled(status)) {
            return -termSignal(status);
        }
        if (stopped(status)) {
            throw Errors.valueError("process stopped by delivery of signal %d", exitStatus(status));
        }
        throw Errors.valueError("invalid wait status: %d", status);
    }

    @Builtin("WIFEXITED(status)")
    static boolean exited(int status) {
        return (status & 0x7F) == 0;
    }

    @Builtin("WEXITSTATUS(status)")
    static long exitStatus(int status) {
        return status >> 8 & 0xFF;
    }

    @Builtin("WIFSIGNALED(status)")
    static boolean signaled(int status) {
        return (byte) ((status & 0x7F) + 1) >> 1 > 0;
    }

    @Builtin("WTERMSIG(status)")
    static long termSignal(int status) {
        return status & 0x7F;
    }

    @Builtin("WIFSTOPPED(status)")
    static boolean stopped(int status) {
        return (status & 0xFF) == 0x7F;
    }

    @Builtin("WSTOPSIG(status)")
    static long stopSignal(int status) {
        return status >> 8 & 0xFF;
    }

    @Builtin("WIFCONTINUED(status)")
    static boolean continued(int status) {
        return status == 0xFFFF;
    }

    @Builtin("WCOREDUMP(status, /)")
    static boolean coreDump(int status) {
        return (status & 0x80) != 0;
    }

    // ---- new processes ----

    // No fork and no forkpty: the JVM's threads would not be in the new process.

    /** The functions are kept by nobody: there is no fork after which to call them. */
    @Builtin(
            "register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>,"
                    + " after_in_parent=<unrepresentable>)")
    static void registerAtFork(Object before, Object afterInChild, Object afterInParent) {
        if (before == null && afterInChild == null && afterInParent == null) {
            throw Errors.typeError("At least one argument is required.");
        }
    }

    @Builtin("system(command)")
    static long system(Object command) {
        PathArgument c = PathArgument.of("system", "command", command);
        SysHooks.audit("os.system", ByteArguments.bytes(c.bytes()));
        try (NativeMemory memory = new NativeMemory()) {
            return (int) Libc.blocking("system", c.in(memory), 0, 0, 0);
        }
    }

    @Builtin("execv(path, argv, /)")
    static void execv(Object path, Object argv) {
        PathArgument p = PathArgument.of("execv", path);
        checkMayExec();
        Audit.event("os.exec", p.original(), argv, Singleton.NONE);
        try (NativeMemory memory = new NativeMemory()) {
            Libc.call("execv", p.in(memory), arguments(memory, "execv() arg 2", argv));
            throw OsErrors.last();
        }
    }

    @Builtin("execve(path, argv, env)")
    static void execve(Object path, Object argv, Object env) {
        PathArgument p = PathArgument.orFd("execve", path);
        checkMayExec();
        Audit.event("os.exec", p.original(), argv, env);
        try (NativeMemory memory = new NativeMemory()) {
            long arguments = arguments(memory, "execve: argv", argv);
            long environment = environment(memory, "execve", env);
            if (p.isFd()) {
                Libc.call("fexecve", p.fd(), arguments, environment);
            } else {
                Libc.call("execve", p.in(memory), arguments, environment);
            }
            throw OsErrors.last(p.original());
        }
    }

    private static void checkMayExec() {
        if (!PythonContext.get().configuration.allowExec) {
            throw Errors.runtimeError("exec not supported for isolated subinterpreters");
        }
    }

    /** The arguments of a program; the subject is the beginning of messages about them. */
    static long arguments(NativeMemory memory, String subject, Object argv) {
        if (!(argv instanceof PyTuple) && !(argv instanceof PyList)) {
            throw Errors.typeError("%s must be a tuple or list", subject);
        }
        Object[] items = Iteration.toArray(argv);
        if (items.length == 0) {
            throw Errors.valueError("%s must not be empty", subject);
        }
        byte[][] strings = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            strings[i] = PathArgument.encoded(items[i]);
        }
        if (strings[0].length == 0) {
            throw Errors.valueError("%s first element cannot be empty", subject);
        }
        return memory.strings(strings);
    }

    static long environment(NativeMemory memory, Object env) {
        if (env == Singleton.NONE) {
            return NativeMemory.pointerAt(Libc.addressOrZero("environ"));
        }
        Object[] keys = Iteration.toArray(Call.method(env, "keys"));
        Object[] values = Iteration.toArray(Call.method(env, "values"));
        byte[][] strings = new byte[Math.min(keys.length, values.length)][];
        for (int i = 0; i < strings.length; i++) {
            byte[] key = PathArgument.encoded(keys[i]);
            byte[] value = PathArgument.encoded(values[i]);
            for (int k = 0; k < key.length; k++) {
                if (key[k] == '=') {
                    throw Errors.valueError("illegal environment variable name");
                }
            }
            byte[] both = Arrays.copyOf(key, key.length + 1 + value.length);
            both[key.length] = '=';
            System.arraycopy(value, 0, both, key.length + 1, value.length);
            strings[i] = both;
        }
        return memory.strings(strings);
    }

    /** The environment of execve and posix_spawn. */
    static long environment(NativeMemory memory, String function, Object env) {
        if (env != Singleton.NONE && Types.of(env).lookup("__getitem__") == null) {
            throw Errors.typeError("%s: environment must be a mapping object", function);
        }
        return environment(memory, env);
    }

    private static final String SPAWN_PARAMETERS =
            "(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False,"
                    + " setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)";

    @Builtin("posix_spawn" + SPAWN_PARAMETERS)
    static long posixSpawn(
            Object path,
            Object argv,
            Object env,
            Object fileActions,
            Object group,
            boolean resetIds,
            boolean setsid,
            Object mask,
            Object defaults,
            Object scheduler) {
        return Spawn.spawn(
                "posix_spawn",
                path,
                argv,
                env,
                fileActions,
                group,
                resetIds,
                setsid,
                mask,
                defaults,
                scheduler);
    }

    @Builtin("posix_spawnp" + SPAWN_PARAMETERS)
    static long posixSpawnp(
            Object path,
            Object argv,
            Object env,
            Object fileActions,
            Object group,
            boolean resetIds,
            boolean setsid,
            Object mask,
            Object defaults,
            Object scheduler) {
        return Spawn.spawn(
                "posix_spawnp",
                path,
                argv,
                env,
                fileActions,
                group,
                resetIds,
                setsid,
                mask,
                defaults,
                scheduler);
    }

    // ---- scheduling ----

    @Builtin("cpu_count()")
    static Object cpuCount() {
        int configured = PythonContext.get().configuration.cpuCount;
        long n = configured > 0 ? configured : Libc.call("sysconf", 84);
        return n > 0 ? (Object) n : Singleton.NONE;
    }

    @Builtin("sched_yield()")
    static void schedYield() {
        Libc.blocking("sched_yield", 0, 0, 0, 0);
    }

    @Builtin("sched_getaffinity(pid, /)")
    static Object schedGetAffinity(int pid) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment set = memory.allocate(1024);
            Posix.checkInt(Libc.callInt("sched_getaffinity", pid, 1024, set.address()));
            PyList cpus = new PyList();
            for (int cpu = 0; cpu < 8192; cpu++) {
                if ((set.get(ValueLayout.JAVA_BYTE, cpu / 8) >> cpu % 8 & 1) != 0) {
                    cpus.append((long) cpu);
                }
            }
            PyDict builtins = PythonContext.get().builtins.dict;
            return Call.call(builtins.get("set"), cpus);
        }
    }

    @Builtin("getloadavg()")
    static Object getLoadAverage() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment loads = memory.allocate(24);
            if (Libc.callInt("getloadavg", loads.address(), 3) != 3) {
                throw Errors.of(ExceptionTypes.OSError, Str.of("Load averages are unobtainable"));
            }
            return PyTuple.of(
                    loads.get(ValueLayout.JAVA_DOUBLE, 0),
                    loads.get(ValueLayout.JAVA_DOUBLE, 8),
                    loads.get(ValueLayout.JAVA_DOUBLE, 16));
        }
    }

    @Builtin("getpriority(which, who)")
    static long getPriority(int which, int who) {
        return Libc.callInt("getpriority", which, who);
    }

    @Builtin("setpriority(which, who, priority)")
    static void setPriority(int which, int who, int priority) {
        Posix.checkInt(Libc.callInt("setpriority", which, who, priority));
    }

    @Builtin("ctermid()")
    static Object ctermid() {
        return Str.name("/dev/tty");
    }
}
