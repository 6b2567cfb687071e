package org.jabiru.modules.signal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Unraisable;

/** Scripts that other processes have this one run ({@code sys.remote_exec}, PEP 768). */
public final class RemoteScripts {
    // As in posix.h.
    private static final int LONGEST = 512;
    private static final int UNKNOWN = 1;
    private static final int DISABLED = 2;

    private static final int F_OK = 0;
    private static final int R_OK = 4;

    private RemoteScripts() {}

    /** From now on other processes may ask; the number of the signal that tells of it. */
    static int enable() {
        return Math.max(Libc.callInt("jabiru_remote_enable"), 0);
    }

    /** {@code sys.is_remote_debug_enabled}. */
    public static boolean areEnabled() {
        return SignalState.of(PythonContext.get()).remoteSignal != 0;
    }

    /** Asks a process, maybe this one, to run a script in its main thread. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void send(int pid, byte[] path) {
        boolean own = pid == ProcessHandle.current().pid();
        if (own && !areEnabled()) {
            throw Errors.runtimeError("Remote debugging is not enabled");
        }
        if (path.length >= LONGEST) {
            throw Errors.valueError("Debugger script path is too long");
        }
        int result;
        try (NativeMemory memory = new NativeMemory()) {
            long script = memory.string(path);
            if (Libc.callInt("access", script, F_OK) != 0) {
                throw Errors.raise(ExceptionTypes.FileNotFoundError, "Script file does not exist");
            }
            if (Libc.callInt("access", script, R_OK) != 0) {
                throw Errors.raise(ExceptionTypes.PermissionError, "Script file cannot be read");
            }
            result = Libc.callInt("jabiru_remote_exec", pid, script);
        }
        switch (result) {
            case 0 -> Signals.poll();
            case DISABLED ->
                    throw Errors.runtimeError(
                            "Remote debugging is not enabled in the remote process");
            case UNKNOWN ->
                    throw Errors.runtimeError("process %d does not run this build of Jabiru", pid);
            default -> throw OsErrors.last();
        }
    }

    /** Runs the script that was asked for; the main thread holds the GIL. */
    static void run() {
        byte[] path;
        try (NativeMemory memory = new NativeMemory()) {
            long buffer = memory.zeroed(LONGEST);
            if (Libc.callInt("jabiru_remote_take", buffer) == 0) {
                return;
            }
            path = NativeMemory.stringAt(buffer);
        }
        TruffleString script = FsEncoding.decode(path);
        String name = Str.java(script);
        try {
            SysHooks.audit("cpython.remote_debugger_script", script);
        } catch (PyException e) {
            Unraisable.report(e, "Audit hook failed for remote debugger script " + name, null);
            return;
        }
        Object source;
        try {
            Object file = Call.method(Modules.get("io"), "open_code", script);
            source = Call.method(file, "read");
            Call.method(file, "close");
        } catch (PyException e) {
            Unraisable.report(e, "Can't open debugger script " + name, null);
            return;
        }
        try {
            Object code =
                    Call.call(
                            Builtins.get("compile"),
                            source,
                            Str.of("<string>"),
                            Str.of("exec"),
                            0L,
                            true);
            Call.call(Builtins.get("exec"), code, new PyDict());
        } catch (PyException e) {
            Unraisable.report(e, "Error executing debugger script " + name, null);
        }
    }
}
