package org.jabiru.modules.sys;

import org.jabiru.PythonContext;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinAttributes;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** {@code sys.monitoring} (PEP 669): tools can be registered; events cannot be switched on yet. */
@BuiltinModule("sys.monitoring")
public final class SysMonitoring {
    private static final String[] EVENTS = {
        "PY_START",
        "PY_RESUME",
        "PY_RETURN",
        "PY_YIELD",
        "CALL",
        "LINE",
        "INSTRUCTION",
        "JUMP",
        "BRANCH_LEFT",
        "BRANCH_RIGHT",
        "STOP_ITERATION",
        "RAISE",
        "EXCEPTION_HANDLED",
        "PY_UNWIND",
        "PY_THROW",
        "RERAISE",
        "C_RETURN",
        "C_RAISE",
        "BRANCH",
    };

    private static final class Tools {
        final Object[] names = new Object[6];
    }

    private SysMonitoring() {}

    static void initialize(PyModule sys) {
        PyModule m = PyModule.named(Str.name("sys.monitoring"));
        BuiltinAttributes.fillModule(m.dict, new SysMonitoringTable(), m);
        m.dict.put("DISABLE", new PyObject(ObjectType.TYPE));
        m.dict.put("MISSING", new PyObject(ObjectType.TYPE));
        Object[] events = new Object[EVENTS.length * 2 + 2];
        for (int i = 0; i < EVENTS.length; i++) {
            events[2 * i] = EVENTS[i];
            events[2 * i + 1] = 1L << i;
        }
        events[EVENTS.length * 2] = "NO_EVENTS";
        events[EVENTS.length * 2 + 1] = 0L;
        m.dict.put("events", NamespaceType.make(events));
        m.dict.put("DEBUGGER_ID", 0L);
        m.dict.put("COVERAGE_ID", 1L);
        m.dict.put("PROFILER_ID", 2L);
        m.dict.put("OPTIMIZER_ID", 5L);
        sys.dict.put("monitoring", m);
    }

    private static Tools tools(long id) {
        if (id < 0 || id > 5) {
            throw Errors.valueError("invalid tool %d (must be between 0 and 5)", id);
        }
        return PythonContext.get().state(Tools.class, Tools::new);
    }

    @Builtin("use_tool_id(tool_id, name, /)")
    static void useToolId(int id, Object name) {
        Tools t = tools(id);
        if (Str.valueOrNull(name) == null) {
            throw Errors.valueError("tool name must be a str");
        }
        if (t.names[id] != null) {
            throw Errors.valueError("tool %d is already in use", id);
        }
        t.names[id] = name;
    }

    @Builtin("free_tool_id(tool_id, /)")
    static void freeToolId(int id) {
        tools(id).names[id] = null;
    }

    @Builtin("clear_tool_id(tool_id, /)")
    static void clearToolId(int id) {
        tools(id);
    }

    @Builtin("get_tool(tool_id, /)")
    static Object getTool(int id) {
        Object name = tools(id).names[id];
        return name == null ? Singleton.NONE : name;
    }

    @Builtin("get_events(tool_id, /)")
    static long getEvents(int id) {
        tools(id);
        return 0;
    }

    @Builtin("set_events(tool_id, event_set, /)")
    static void setEvents(int id, long events) {
        inUse(id);
        if (events != 0) {
            throw Errors.notImplemented("sys.monitoring events are not supported yet");
        }
    }

    @Builtin("get_local_events(tool_id, code, /)")
    static long getLocalEvents(int id, Object code) {
        tools(id);
        return 0;
    }

    @Builtin("set_local_events(tool_id, code, event_set, /)")
    static void setLocalEvents(int id, Object code, long events) {
        setEvents(id, events);
    }

    @Builtin("register_callback(tool_id, event, func, /)")
    static Object registerCallback(int id, int event, Object function) {
        tools(id);
        return Singleton.NONE;
    }

    @Builtin("restart_events()")
    static void restartEvents() {}

    private static void inUse(int id) {
        if (tools(id).names[id] == null) {
            throw Errors.valueError("tool %d is not in use", id);
        }
    }
}
