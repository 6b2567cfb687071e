package org.jabiru.modules.posix;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;

/** What {@code posix} has beside functions. */
public final class PosixModule {
    private PosixModule() {}

    /** Adds constants, types and the environment. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        PosixConstants.initialize(d);
        d.put("error", ExceptionTypes.OSError);
        d.put("environ", PosixSystem.createEnviron());
        d.put("stat_result", Stat.TYPE.type);
        d.put("statvfs_result", PosixPaths.STATVFS.type);
        d.put("terminal_size", PosixFiles.TERMINAL_SIZE.type);
        d.put("uname_result", PosixSystem.UNAME.type);
        d.put("times_result", PosixProcess.TIMES.type);
        d.put("sched_param", PosixScheduling.PARAM.type);
        d.put("waitid_result", PosixWaiting.RESULT.type);
        d.put("DirEntry", DirEntryType.TYPE);
        d.put("P_WAIT", PosixSpawning.P_WAIT);
        d.put("P_NOWAIT", PosixSpawning.P_NOWAIT);
        d.put("P_NOWAITO", PosixSpawning.P_NOWAIT);
    }
}
