package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;

/** {@code from package import name}: names may be modules that are to be imported. */
final class FromList {
    private FromList() {}

    /** Does what {@code _handle_fromlist} does; false where importlib has to be asked. */
    static boolean isImported(Object module, Object fromList) {
        if (!(fromList instanceof PyTuple names)) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!(names.get(i) instanceof TruffleString name) || Str.java(name).equals("*")) {
                return false;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            TruffleString name = (TruffleString) names.get(i);
            if (Attributes.getOrNull(module, name) == null) {
                importSubmodule(module, name);
            }
        }
        return true;
    }

    private static void importSubmodule(Object module, TruffleString name) {
        Object outer = Attributes.get(module, "__name__");
        TruffleString full = Str.concat(Str.concat(Repr.str(outer), Str.name(".")), name);
        try {
            Imports.importModule(Str.java(full));
        } catch (PyException e) {
            // Names that are no modules are for the import statement to miss.
            if (!e.is(ExceptionTypes.ModuleNotFoundError)
                    || !Comparison.equal(Attributes.get(e.exception(), "name"), full)
                    || PythonContext.get().modules.get(full) == Singleton.NONE) {
                throw e;
            }
        }
    }
}
