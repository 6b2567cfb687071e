package org.jabiru.modules.pickle;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Modules;

/** What pickling shares with {@code copyreg}, {@code _compat_pickle} and {@code codecs}. */
final class PickleRegistry {
    private final PyDict dispatchTable = dict("copyreg", "dispatch_table");
    final PyDict extensions = dict("copyreg", "_extension_registry");
    final PyDict invertedExtensions = dict("copyreg", "_inverted_registry");
    final PyDict extensionCache = dict("copyreg", "_extension_cache");
    private final Object codecsEncode = Modules.attribute("codecs", "encode");

    static PickleRegistry get() {
        return PythonContext.get().state(PickleRegistry.class, PickleRegistry::new);
    }

    private static PyDict dict(String module, String name) {
        Object o = Modules.attribute(module, name);
        if (o instanceof PyDict d) {
            return d;
        }
        throw Errors.runtimeError(
                "%s.%s should be a dict, not %s", module, name, Types.of(o).fullName());
    }

    /** {@code copyreg.dispatch_table}. */
    PyDict dispatchTable() {
        return dispatchTable;
    }

    Object codecsEncode() {
        return codecsEncode;
    }

    /** A dict of {@code _compat_pickle}: names of Python 2. */
    static PyDict compatible(String name) {
        return dict("_compat_pickle", name);
    }
}
