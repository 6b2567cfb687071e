package org.jabiru.modules.sys;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.imports.Imports;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The plain interactive loop: the standard library's {@code code.InteractiveConsole}. */
public final class BasicRepl {
    private BasicRepl() {}

    /** Reads, runs and prints until the input ends. */
    public static void run(PyDict main) {
        PyDict sys = PythonContext.get().sys.dict;
        if (sys.get("ps1") == null) {
            sys.put("ps1", Str.name(">>> "));
        }
        if (sys.get("ps2") == null) {
            sys.put("ps2", Str.name("... "));
        }
        Object console =
                Call.call(
                        Attributes.get(Imports.importModule("code"), "InteractiveConsole"),
                        main,
                        Str.name("<stdin>"));
        Call.call(
                Attributes.get(console, "interact"),
                new Object[] {Str.EMPTY, Str.EMPTY},
                new TruffleString[] {Str.name("banner"), Str.name("exitmsg")});
    }
}
