package org.jabiru.modules.warnings;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * Where a warning is said to come from.
 *
 * @param registry what the module has shown already
 */
record WarningPlace(Object fileName, long line, Object module, PyDict registry) {

    /** The frame so many levels up; frames of importlib, and of some files, do not count. */
    static WarningPlace of(long stackLevel, String[] skipped) {
        PyFrame frame = Frames.current(0);
        long left = stackLevel;
        if (stackLevel <= 0 || frame != null && isInternal(frame)) {
            while (--left > 0 && frame != null) {
                frame = Frames.callerOf(frame);
            }
        } else {
            while (--left > 0 && frame != null) {
                frame = nextExternal(frame, skipped);
            }
        }
        PyDict globals =
                frame == null
                        ? PythonContext.get().sys.dict
                        : frame.function().globals instanceof PyDict d ? d : new PyDict();
        Object name = globals.get("__name__");
        boolean named = name == Singleton.NONE || name != null && Str.valueOrNull(name) != null;
        Object registry = globals.get("__warningregistry__");
        if (!(registry instanceof PyDict)) {
            registry = new PyDict();
            globals.put("__warningregistry__", registry);
        }
        return new WarningPlace(
                frame == null ? Str.name("<sys>") : frame.code.fileName,
                frame == null ? 0 : Math.max(frame.line(), 0),
                named ? name : Str.name("<string>"),
                (PyDict) registry);
    }

    private static PyFrame nextExternal(PyFrame from, String[] skipped) {
        PyFrame frame = from;
        do {
            frame = Frames.callerOf(frame);
        } while (frame != null && (isInternal(frame) || isSkipped(frame, skipped)));
        return frame;
    }

    private static boolean isInternal(PyFrame frame) {
        String file = Str.java(frame.code.fileName);
        return file.contains("importlib") && file.contains("_bootstrap");
    }

    private static boolean isSkipped(PyFrame frame, String[] skipped) {
        String file = Str.java(frame.code.fileName);
        for (String prefix : skipped) {
            if (file.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The module's name for a file, when nobody names it. */
    static Object moduleOf(Object fileName) {
        TruffleString s = Str.valueOrNull(fileName);
        String name = s == null ? "" : Str.java(s);
        if (name.isEmpty()) {
            return Str.name("<unknown>");
        }
        return name.endsWith(".py") ? Str.of(name.substring(0, name.length() - ".py".length())) : s;
    }
}
