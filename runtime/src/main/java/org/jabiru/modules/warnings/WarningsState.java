package org.jabiru.modules.warnings;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.modules.contextvars.PyContextVar;
import org.jabiru.modules.thread.PyRLock;
import org.jabiru.modules.thread.RLockType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** What {@code _warnings} keeps for one interpreter. */
final class WarningsState {
    final PyRLock lock = new PyRLock(RLockType.TYPE);

    /** The filters: those that the module warnings had last. */
    PyList filters = new PyList();

    final PyDict onceRegistry = new PyDict();

    /** Where {@code catch_warnings} keeps filters of its own. */
    final PyContextVar context = new PyContextVar(Str.name("warnings_context"), null);

    /** Registries of an older version are void. */
    long version = 1;

    private WarningsState() {
        filters.append(filter("default", ExceptionTypes.DeprecationWarning, "__main__"));
        filters.append(filter("ignore", ExceptionTypes.DeprecationWarning, null));
        filters.append(filter("ignore", ExceptionTypes.PendingDeprecationWarning, null));
        filters.append(filter("ignore", ExceptionTypes.ImportWarning, null));
        filters.append(filter("ignore", ExceptionTypes.ResourceWarning, null));
    }

    private static PyTuple filter(String action, PyType category, String module) {
        return PyTuple.of(
                Str.name(action),
                Singleton.NONE,
                category,
                module == null ? Singleton.NONE : Str.name(module),
                0L);
    }

    static WarningsState get() {
        return PythonContext.get().state(WarningsState.class, WarningsState::new);
    }

    /** An attribute of the module warnings; null when it has none, or is not imported. */
    static Object attributeOrNull(String name, boolean importing) {
        Object module =
                importing
                        ? Imports.importModule("warnings")
                        : PythonContext.get().modules.get(Str.name("warnings"));
        return module == null || module == Singleton.NONE
                ? null
                : Attributes.getOrNull(module, name);
    }
}
