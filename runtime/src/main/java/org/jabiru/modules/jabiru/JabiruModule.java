package org.jabiru.modules.jabiru;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The functions of {@code _jabiru} (docs/native-memory.md). */
@BuiltinModule("_jabiru")
public final class JabiruModule {
    private JabiruModule() {}

    @Builtin(
            value = "native_objects()",
            doc =
                    "The number of objects that C extensions can point to now; 0 before the first"
                            + " extension.")
    static long nativeObjects() {
        ExtensionLoader loader = ImpModule.loaderOrNull();
        return loader == null ? 0 : loader.nativeObjects();
    }

    @Builtin(
            value = "native_bytes()",
            doc = "The bytes of native memory that objects for C extensions take now.")
    static long nativeBytes() {
        ExtensionLoader loader = ImpModule.loaderOrNull();
        return loader == null ? 0 : loader.nativeBytes();
    }

    @Builtin(
            value = "upcalls()",
            doc =
                    "How often C called which function that is written in Java, as a dict; None"
                            + " unless JABIRU_COUNT_UPCALLS was set in the environment.")
    static Object upcalls() {
        ExtensionLoader loader = ImpModule.loaderOrNull();
        Map<String, Long> counts = loader == null ? null : loader.upcalls();
        if (counts == null) {
            return Singleton.NONE;
        }
        PyDict dict = new PyDict();
        counts.forEach((name, count) -> dict.put(Str.of(name), count));
        return dict;
    }

    @Builtin(
            value = "fail(message, /)",
            doc =
                    "Raise an exception of Java, not of Python, as a defect of Jabiru would: for"
                            + " tests of what becomes of one.")
    static void fail(TruffleString message) {
        throw new IllegalStateException(Str.java(message));
    }
}
