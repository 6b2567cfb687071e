package org.jabiru.modules.thread;

import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The methods of {@code _thread._ThreadHandle}. */
@BuiltinType(value = "_thread._ThreadHandle", signature = "none")
public final class ThreadHandleType {
    public static final PyType TYPE =
            PyType.builtin("_thread._ThreadHandle", ThreadHandleTypeTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private ThreadHandleType() {}

    @Builtin(value = "__new__(cls, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls) {
        return new PyThreadHandle();
    }

    @Builtin(value = "ident", kind = BuiltinKind.GETTER)
    static long ident(PyThreadHandle self) {
        return self.ident;
    }

    @Builtin("is_done(self, /)")
    static boolean isDone(PyThreadHandle self) {
        return self.isDone();
    }

    @Builtin("_set_done(self, /)")
    static void setDone(PyThreadHandle self) {
        if (!self.started) {
            throw Errors.runtimeError("thread not started");
        }
        self.setDone();
    }

    @Builtin(value = "join(self, timeout=None, /)", shown = "none")
    static void join(PyThreadHandle self, Object timeout) {
        double seconds = timeout == Singleton.NONE ? -1 : Args.toDouble(timeout);
        self.join(seconds < 0 ? -1 : Timeout.nanoseconds(seconds));
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyThreadHandle self) {
        return Str.of("<_thread._ThreadHandle object: ident=" + self.ident + ">");
    }
}
