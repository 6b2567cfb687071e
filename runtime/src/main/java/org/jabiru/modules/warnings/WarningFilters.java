package org.jabiru.modules.warnings;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/** Which action the filters choose for a warning, and which warnings were shown before. */
final class WarningFilters {
    /** An action, and the filter that chose it. */
    record Choice(String action, Object filter) {}

    private WarningFilters() {}

    static Choice choose(Object category, Object text, long line, Object module) {
        Object context = WarningsState.get().context.valueOrNull();
        if (context != null) {
            Object own = Attributes.get(context, "_filters");
            if (!(own instanceof PyList list)) {
                throw Errors.valueError("_filters of warnings._warnings_context must be a list");
            }
            Choice chosen = search(list, category, text, line, module, "_filters");
            if (chosen != null) {
                return chosen;
            }
        }
        Object filters = WarningsState.attributeOrNull("filters", false);
        filters = filters == null ? WarningsState.get().filters : filters;
        if (!(filters instanceof PyList list)) {
            throw Errors.valueError("warnings.filters must be a list");
        }
        WarningsState.get().filters = list;
        Choice chosen = search(list, category, text, line, module, "filters");
        return chosen != null ? chosen : new Choice(defaultAction(), Singleton.NONE);
    }

    private static Choice search(
            PyList filters, Object category, Object text, long line, Object module, String name) {
        // The list may change while Python code of a filter runs.
        for (int i = 0; i < filters.size(); i++) {
            if (!(filters.get(i) instanceof PyTuple filter) || filter.size() != 5) {
                throw Errors.valueError("warnings.%s item %d isn't a 5-tuple", name, i);
            }
            TruffleString action = Str.valueOrNull(filter.get(0));
            if (action == null) {
                throw Errors.typeError(
                        "action must be a string, not '%s'", Types.of(filter.get(0)).name());
            }
            long wanted = Args.toLong(filter.get(4));
            if (matches(filter.get(1), text)
                    && InstanceChecks.isSubclass(category, filter.get(2))
                    && matches(filter.get(3), module)
                    && (wanted == 0 || wanted == line)) {
                return new Choice(Str.java(action), filter);
            }
        }
        return null;
    }

    private static boolean matches(Object pattern, Object text) {
        if (pattern == Singleton.NONE) {
            return true;
        }
        if (pattern instanceof TruffleString exact) {
            TruffleString given = Str.valueOrNull(text);
            return given != null && Str.equal(exact, given);
        }
        return Truth.isTrue(Call.method(pattern, "match", text));
    }

    private static String defaultAction() {
        Object action = WarningsState.attributeOrNull("defaultaction", false);
        if (action == null) {
            return "default";
        }
        TruffleString s = Str.valueOrNull(action);
        if (s == null) {
            throw Errors.typeError(
                    "warnings.defaultaction must be a string, not '%s'", Types.of(action).name());
        }
        return Str.java(s);
    }

    /** Whether the registry knows the key; it is noted if asked for. */
    static boolean isKnown(PyDict registry, Object key, boolean note) {
        long version = WarningsState.get().version;
        if (!(registry.get("version") instanceof Long known) || known != version) {
            registry.clear();
            registry.put("version", version);
        } else {
            Object found = registry.get(key);
            if (found != null && Truth.isTrue(found)) {
                return true;
            }
        }
        if (note) {
            registry.put(key, Boolean.TRUE);
        }
        return false;
    }

    /** Whether an action lets a warning be shown; where it was shown is noted. */
    static boolean isShown(
            Choice choice, PyDict registry, Object text, Object category, Object key) {
        if (choice.action().equals("always") || choice.action().equals("all")) {
            return true;
        }
        if (registry != null) {
            registry.put(key, Boolean.TRUE);
        }
        switch (choice.action()) {
            case "once" -> {
                PyDict once = registry != null ? registry : onceRegistry();
                return !isKnown(once, PyTuple.of(text, category), true);
            }
            case "module" -> {
                return registry == null || !isKnown(registry, PyTuple.of(text, category), true);
            }
            case "default" -> {
                return true;
            }
            default ->
                    throw Errors.runtimeError(
                            "Unrecognized action ('%s') in warnings.filters:\n %s",
                            choice.action(), Str.java(Repr.repr(choice.filter())));
        }
    }

    private static PyDict onceRegistry() {
        Object registry = WarningsState.attributeOrNull("onceregistry", false);
        if (registry == null) {
            return WarningsState.get().onceRegistry;
        }
        if (!(registry instanceof PyDict dict)) {
            throw Errors.typeError(
                    "_warnings.onceregistry must be a dict, not '%s'", Types.of(registry).name());
        }
        return dict;
    }
}
