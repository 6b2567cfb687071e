package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** Modules of the standard library that Java code needs. */
public final class Modules {
    private Modules() {}

    /** {@code importlib.import_module(name)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object get(String name) {
        PythonContext context = PythonContext.get();
        TruffleString key = Str.name(name);
        Object known = context.modules.get(key);
        if (known != null) {
            return known;
        }
        Call.call(context.builtins.dict.get("__import__"), key);
        known = context.modules.get(key);
        if (known == null) {
            throw Errors.systemError("'%s' is not in sys.modules after its import", name);
        }
        return known;
    }

    /** {@code getattr(import_module(module), attribute)}. */
    public static Object attribute(String module, String attribute) {
        return Attributes.get(get(module), attribute);
    }
}
