package org.jabiru.modules.posix;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;

/**
 * The functions {@code spawn...} of {@code os}, which elsewhere are Python code around fork: here
 * they are built on {@code posix_spawn}.
 */
@BuiltinModule("posix")
public final class PosixSpawning {
    static final long P_WAIT = 0;
    static final long P_NOWAIT = 1;

    /** The status of a child that could not run its program. */
    private static final long NOT_RUN = 127;

    private PosixSpawning() {}

    @Builtin("spawnv(mode, path, argv, /)")
    static long spawnv(int mode, Object path, Object argv) {
        return spawn("posix_spawn", mode, path, argv, Singleton.NONE);
    }

    @Builtin("spawnve(mode, path, argv, env, /)")
    static long spawnve(int mode, Object path, Object argv, Object env) {
        return spawn("posix_spawn", mode, path, argv, env);
    }

    @Builtin("spawnvp(mode, path, argv, /)")
    static long spawnvp(int mode, Object path, Object argv) {
        return spawn("posix_spawnp", mode, path, argv, Singleton.NONE);
    }

    @Builtin("spawnvpe(mode, path, argv, env, /)")
    static long spawnvpe(int mode, Object path, Object argv, Object env) {
        return spawn("posix_spawnp", mode, path, argv, env);
    }

    private static long spawn(String function, int mode, Object path, Object argv, Object env) {
        long pid;
        try {
            pid =
                    Spawn.spawn(
                            function,
                            path,
                            argv,
                            env,
                            PyTuple.EMPTY,
                            null,
                            false,
                            false,
                            PyTuple.EMPTY,
                            PyTuple.EMPTY,
                            null);
        } catch (PyException e) {
            if (mode == P_WAIT && e.is(ExceptionTypes.OSError)) {
                return NOT_RUN;
            }
            throw e;
        }
        if (mode == P_NOWAIT) {
            return pid;
        }
        PyTuple ended = (PyTuple) PosixProcess.waitpid((int) pid, 0);
        return PosixProcess.exitCode(Args.toInt(ended.get(1)));
    }
}
