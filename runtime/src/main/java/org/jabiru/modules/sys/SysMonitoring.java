package org.jabiru.modules.sys;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.bytecode.Events;
import org.jabiru.bytecode.Monitoring;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinAttributes;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** {@code sys.monitoring} (PEP 669). */
@BuiltinModule("sys.monitoring")
public final class SysMonitoring {
    private static final long C_EVENTS = 1L << Events.C_RETURN | 1L << Events.C_RAISE;
    private static final long BRANCHES = 1L << Events.BRANCH_LEFT | 1L << Events.BRANCH_RIGHT;
    private static final long BRANCH = 1L << Events.BRANCH;

    private SysMonitoring() {}

    static void initialize(PyModule sys) {
        PyModule m = PyModule.named(Str.name("sys.monitoring"));
        BuiltinAttributes.fillModule(m.dict, new SysMonitoringTable(), m);
        Monitoring tools = Monitoring.get();
        m.dict.put("DISABLE", tools.disable);
        m.dict.put("MISSING", tools.missing);
        Object[] events = new Object[(Events.BRANCH + 1) * 2 + 2];
        for (int i = 0; i <= Events.BRANCH; i++) {
            events[2 * i] = Events.name(i);
            events[2 * i + 1] = 1L << i;
        }
        events[events.length - 2] = "NO_EVENTS";
        events[events.length - 1] = 0L;
        m.dict.put("events", NamespaceType.make(events));
        m.dict.put("DEBUGGER_ID", 0L);
        m.dict.put("COVERAGE_ID", 1L);
        m.dict.put("PROFILER_ID", 2L);
        m.dict.put("OPTIMIZER_ID", 5L);
        sys.dict.put("monitoring", m);
    }

    /** The interpreter's tools, when there can be one of that number. */
    private static Monitoring tools(int id) {
        if (id < 0 || id >= Monitoring.TOOLS) {
            throw Errors.valueError("invalid tool %d (must be between 0 and 5)", id);
        }
        return Monitoring.get();
    }

    /** The same, when there is one. */
    private static Monitoring inUse(int id) {
        Monitoring tools = tools(id);
        if (tools.names[id] == null) {
            throw Errors.valueError("tool %d is not in use", id);
        }
        return tools;
    }

    @Builtin("use_tool_id(tool_id, name, /)")
    static void useToolId(int id, Object name) {
        Monitoring tools = tools(id);
        if (Str.valueOrNull(name) == null) {
            throw Errors.valueError("tool name must be a str");
        }
        if (tools.names[id] != null) {
            throw Errors.valueError("tool %d is already in use", id);
        }
        tools.names[id] = name;
    }

    @Builtin("clear_tool_id(tool_id, /)")
    static void clearToolId(int id) {
        Monitoring tools = tools(id);
        if (tools.names[id] != null) {
            tools.clear(id);
        }
    }

    @Builtin("free_tool_id(tool_id, /)")
    static void freeToolId(int id) {
        clearToolId(id);
        tools(id).names[id] = null;
    }

    @Builtin("get_tool(tool_id, /)")
    static Object getTool(int id) {
        Object name = tools(id).names[id];
        return name == null ? Singleton.NONE : name;
    }

    @Builtin("register_callback(tool_id, event, func, /)")
    static Object registerCallback(int id, int event, Object function) {
        Monitoring tools = tools(id);
        int number = Integer.numberOfTrailingZeros(event);
        if (event <= 0 || Integer.bitCount(event) != 1) {
            throw Errors.valueError("The callback can only be set for one event at a time");
        }
        if (number > Events.BRANCH) {
            throw Errors.valueError("invalid event %d", event);
        }
        SysHooks.audit("sys.monitoring.register_callback", function);
        Object callback = function == Singleton.NONE ? null : function;
        Object before;
        if (number == Events.BRANCH) {
            before = tools.register(id, Events.BRANCH_LEFT, callback);
            tools.register(id, Events.BRANCH_RIGHT, callback);
        } else {
            before = tools.register(id, number, callback);
        }
        return before == null ? Singleton.NONE : before;
    }

    @Builtin("get_events(tool_id, /)")
    static long getEvents(int id) {
        return tools(id).events(id);
    }

    @Builtin("set_events(tool_id, event_set, /)")
    static void setEvents(int id, int events) {
        Monitoring tools = tools(id);
        if (events < 0 || events >= BRANCH << 1) {
            throw Errors.valueError("invalid event set 0x%x", events);
        }
        int plain = plain(events);
        inUse(id);
        tools.setEvents(id, plain);
    }

    /** Without the events that only stand for others. */
    private static int plain(int events) {
        if ((events & C_EVENTS) != 0 && (events & C_EVENTS) != C_EVENTS
                || (events & C_EVENTS) != 0 && (events >> Events.CALL & 1) == 0) {
            throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
        }
        int plain = (int) (events & ~C_EVENTS);
        return (int) ((plain & BRANCH) == 0 ? plain : plain & ~BRANCH | BRANCHES);
    }

    private static PyCode code(Object value) {
        if (value instanceof PyCode code) {
            return code;
        }
        throw Errors.typeError("code must be a code object");
    }

    @Builtin("get_local_events(tool_id, code, /)")
    static long getLocalEvents(int id, Object code) {
        PyCode c = code(code);
        tools(id);
        return c.root().localEventsOf(id);
    }

    @Builtin("set_local_events(tool_id, code, event_set, /)")
    static void setLocalEvents(int id, Object code, int events) {
        PyCode c = code(code);
        Monitoring tools = inUse(id);
        int plain = plain(events);
        if (plain < 0 || plain >= 1 << Events.LOCAL_COUNT) {
            throw Errors.valueError("invalid local event set 0x%x", plain);
        }
        tools.setLocalEvents(id, c.root(), plain);
    }

    @Builtin("restart_events()")
    static void restartEvents() {
        Monitoring.get().restart();
    }

    /** For each event that is on: a bit for each tool that wants it. */
    @Builtin("_all_events()")
    static Object allEvents() {
        PyDict out = new PyDict();
        Monitoring tools = Monitoring.get();
        for (int event = 0; event < Events.COUNT; event++) {
            int set = tools.toolsOf(event);
            if (set != 0) {
                out.put(Str.name(Events.name(event)), (long) set);
            }
        }
        return out;
    }
}
