package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * The start method {@code forkserver} of {@code multiprocessing}, which is the default.
 *
 * <p>CPython: a server process forks for each new process; here: each is spawned, because a JVM
 * cannot fork. A program sees little of it: such a process begins with nothing of its parent's
 * either, but modules that the server was to import beforehand are imported anew.
 */
final class SpawnedForkServer {
    private static final TruffleString MODULE = Str.name("multiprocessing.popen_forkserver");

    private SpawnedForkServer() {}

    /** Changes that module when it is the one that was loaded. */
    static void replaceIn(TruffleString name, Object loaded) {
        if (!Str.equal(name, MODULE) || !(loaded instanceof PyModule module)) {
            return;
        }
        Object spawning = Imports.importModule("multiprocessing.popen_spawn_posix");
        PyDict attributes = new PyDict();
        attributes.put("method", Str.name("forkserver"));
        attributes.put("__module__", MODULE);
        Object popen =
                Call.call(
                        TypeType.TYPE,
                        Str.name("Popen"),
                        PyTuple.of(Attributes.get(spawning, "Popen")),
                        attributes);
        module.dict.put("Popen", popen);
        module.dict.put("_DupFd", Attributes.get(spawning, "_DupFd"));
    }
}
