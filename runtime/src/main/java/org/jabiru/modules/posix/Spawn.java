package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Iteration;

/** {@code os.posix_spawn} and {@code os.posix_spawnp}. */
final class Spawn {
    private static final int POSIX_SPAWN_OPEN = 0;
    private static final int POSIX_SPAWN_CLOSE = 1;
    private static final int POSIX_SPAWN_DUP2 = 2;
    private static final int POSIX_SPAWN_CLOSEFROM = 3;
    private static final int RESETIDS = 0x01;
    private static final int SETPGROUP = 0x02;
    private static final int SETSCHEDPARAM = 0x10;
    private static final int SETSCHEDULER = 0x20;
    private static final int SETSIGDEF = 0x04;
    private static final int SETSIGMASK = 0x08;
    private static final int SETSID = 0x80;

    private Spawn() {}

    static long spawn(
            String function,
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
        PathArgument p = PathArgument.of(function, path);
        Audit.event("os.posix_spawn", p.original(), argv, env);
        try (NativeMemory memory = new NativeMemory()) {
            long arguments = PosixProcess.arguments(memory, function + ": argv", argv);
            long environment = PosixProcess.environment(memory, function, env);
            MemorySegment actions = memory.allocate(256);
            MemorySegment attributes = memory.allocate(512);
            MemorySegment pid = memory.allocate(4);
            Libc.call("posix_spawn_file_actions_init", actions.address());
            Libc.call("posix_spawnattr_init", attributes.address());
            try {
                addActions(memory, function, actions.address(), fileActions);
                int flags = (resetIds ? RESETIDS : 0) | (setsid ? SETSID : 0);
                long a = attributes.address();
                if (group != null) {
                    Libc.call("posix_spawnattr_setpgroup", a, Args.toInt(group));
                    flags |= SETPGROUP;
                }
                Object[] masked = Iteration.toArray(mask);
                if (masked.length > 0) {
                    Libc.call("posix_spawnattr_setsigmask", a, signals(memory, masked));
                    flags |= SETSIGMASK;
                }
                Object[] reset = Iteration.toArray(defaults);
                if (reset.length > 0) {
                    Libc.call("posix_spawnattr_setsigdefault", a, signals(memory, reset));
                    flags |= SETSIGDEF;
                }
                if (scheduler != null) {
                    flags |= schedule(memory, a, scheduler);
                }
                Libc.call("posix_spawnattr_setflags", a, flags);
                int error =
                        (int)
                                Libc.call(
                                        function,
                                        pid.address(),
                                        p.in(memory),
                                        actions.address(),
                                        a,
                                        arguments,
                                        environment);
                if (error != 0) {
                    throw OsErrors.of(error, p.original());
                }
                return pid.get(ValueLayout.JAVA_INT, 0);
            } finally {
                Libc.call("posix_spawn_file_actions_destroy", actions.address());
                Libc.call("posix_spawnattr_destroy", attributes.address());
            }
        }
    }

    /** The scheduler argument: a policy, or None, and a sched_param. */
    private static int schedule(NativeMemory memory, long attributes, Object scheduler) {
        if (!(scheduler instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("A scheduler tuple must have two elements");
        }
        int flags = SETSCHEDPARAM;
        if (t.get(0) != Singleton.NONE) {
            Libc.call("posix_spawnattr_setschedpolicy", attributes, Args.toInt(t.get(0)));
            flags = SETSCHEDULER;
        }
        long param = PosixScheduling.parameter(memory, t.get(1)).address();
        Libc.call("posix_spawnattr_setschedparam", attributes, param);
        return flags;
    }

    private static long signals(NativeMemory memory, Object[] numbers) {
        MemorySegment set = memory.allocate(128);
        for (Object number : numbers) {
            int signal = Args.toInt(number);
            if (signal < 1 || signal > 64) {
                throw Errors.valueError("signal number %d out of range [1; 64]", signal);
            }
            Libc.call("sigaddset", set.address(), signal);
        }
        return set.address();
    }

    private static void addActions(
            NativeMemory memory, String function, long actions, Object fileActions) {
        if (fileActions == Singleton.NONE) {
            return;
        }
        for (Object action : Iteration.toArray(fileActions)) {
            if (!(action instanceof PyTuple t) || t.size() == 0) {
                throw Errors.typeError("Each file_actions element must be a non-empty tuple");
            }
            int error =
                    switch (Args.toInt(t.get(0))) {
                        case POSIX_SPAWN_OPEN -> {
                            require(t, 5, "A open file_action tuple must have 5 elements");
                            yield (int)
                                    Libc.call(
                                            "posix_spawn_file_actions_addopen",
                                            actions,
                                            Args.toInt(t.get(1)),
                                            PathArgument.of(function, t.get(2)).in(memory),
                                            Args.toInt(t.get(3)),
                                            Args.toInt(t.get(4)),
                                            0);
                        }
                        case POSIX_SPAWN_CLOSE -> {
                            require(t, 2, "A close file_action tuple must have 2 elements");
                            yield Libc.callInt(
                                    "posix_spawn_file_actions_addclose",
                                    actions,
                                    Args.toInt(t.get(1)));
                        }
                        case POSIX_SPAWN_DUP2 -> {
                            require(t, 3, "A dup2 file_action tuple must have 3 elements");
                            yield Libc.callInt(
                                    "posix_spawn_file_actions_adddup2",
                                    actions,
                                    Args.toInt(t.get(1)),
                                    Args.toInt(t.get(2)));
                        }
                        case POSIX_SPAWN_CLOSEFROM -> {
                            require(t, 2, "A closefrom file_action tuple must have 2 elements");
                            yield Libc.callInt(
                                    "posix_spawn_file_actions_addclosefrom_np",
                                    actions,
                                    Args.toInt(t.get(1)));
                        }
                        default -> throw Errors.typeError("Unknown file_actions identifier");
                    };
            if (error != 0) {
                throw OsErrors.of(error);
            }
        }
    }

    private static void require(PyTuple t, int size, String message) {
        if (t.size() != size) {
            throw Errors.typeError(message);
        }
    }
}
