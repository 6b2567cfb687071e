package org.jabiru;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import org.jabiru.libc.Libc;

/** Whether Java lets the interpreter call C, which it cannot do without (JEP 472). */
public final class NativeAccess {
    /** Tells an embedder which option is missing. */
    private static final class Denied extends AbstractTruffleException {
        private static final long serialVersionUID = 1;

        Denied(String message) {
            super(message, null, 0, null);
        }
    }

    private NativeAccess() {}

    /** Ends the start of an interpreter with an exception that names Java's option. */
    static void require() {
        if (Libc.isDenied()) {
            throw new Denied("Python needs native access: " + hint(NativeAccess.class));
        }
    }

    /** How Java is told to give native access to the module of a class, and to the runtime's. */
    public static String hint(Class<?> user) {
        Module runtime = NativeAccess.class.getModule();
        String modules =
                !runtime.isNamed()
                        ? "ALL-UNNAMED"
                        : user.getModule() == runtime
                                ? runtime.getName()
                                : runtime.getName() + "," + user.getModule().getName();
        return "start Java with --enable-native-access=" + modules;
    }
}
