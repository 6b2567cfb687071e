package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.bytecode.Events;
import org.jabiru.bytecode.Monitoring;
import org.jabiru.capi.CapiContext;

/**
 * Events of {@code sys.monitoring} in code that is not Python's (C-API manual, Monitoring C API).
 */
public final class MonitoringApi {
    private MonitoringApi() {}

    /** The tools that want an event, a bit each; from now on C hears when that changes. */
    public static int jabiru_monitoring_tools(CapiContext context, int event) {
        Monitoring monitoring = Monitoring.get();
        var functions = context.state.functions;
        Runnable tell = () -> functions.jabiru_monitoring_changed(monitoring.version());
        tell.run();
        monitoring.listen(tell);
        return monitoring.toolsOf(event);
    }

    /** Calls a tool; 1 when it wants to hear no more of the event from that place. */
    public static int jabiru_monitoring_call(
            CapiContext context,
            int tool,
            int event,
            Object codelike,
            int place,
            Object first,
            Object second) {
        Object at = (long) place;
        Monitoring monitoring = Monitoring.get();
        ThreadState thread = PythonContext.get().threadState();
        boolean disabled;
        if (event == Events.CALL) {
            Object argument = second == null ? monitoring.missing : second;
            disabled = monitoring.tell(thread, tool, event, codelike, at, first, argument);
        } else if (first == null) {
            disabled = monitoring.tell(thread, tool, event, codelike, at);
        } else {
            disabled = monitoring.tell(thread, tool, event, codelike, at, first);
        }
        return disabled ? 1 : 0;
    }
}
