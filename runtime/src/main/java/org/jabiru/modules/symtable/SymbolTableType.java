package org.jabiru.modules.symtable;

import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The type of {@link PySymbolTable}. */
@BuiltinType("symtable entry")
final class SymbolTableType {
    static final PyType TYPE =
            PyType.builtin("symtable entry", SymbolTableTypeTable::new, null).sealed();

    private SymbolTableType() {}

    @Builtin(value = "id", kind = BuiltinKind.FIELD)
    static Object id(PySymbolTable self) {
        return Identity.id(self);
    }

    @Builtin(value = "name", kind = BuiltinKind.FIELD)
    static Object name(PySymbolTable self) {
        return Str.name(self.table.name());
    }

    @Builtin(value = "symbols", kind = BuiltinKind.FIELD)
    static Object symbols(PySymbolTable self) {
        return self.symbols;
    }

    @Builtin(value = "varnames", kind = BuiltinKind.FIELD)
    static Object parameters(PySymbolTable self) {
        return self.parameters;
    }

    @Builtin(value = "children", kind = BuiltinKind.FIELD)
    static Object children(PySymbolTable self) {
        return self.children;
    }

    @Builtin(value = "nested", kind = BuiltinKind.FIELD)
    static int nested(PySymbolTable self) {
        return self.table.nested() ? 1 : 0;
    }

    @Builtin(value = "type", kind = BuiltinKind.FIELD)
    static int type(PySymbolTable self) {
        return self.table.type().ordinal();
    }

    @Builtin(value = "lineno", kind = BuiltinKind.FIELD)
    static int line(PySymbolTable self) {
        return self.table.line();
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PySymbolTable self) {
        return "<symtable entry "
                + self.table.name()
                + "("
                + Identity.id(self)
                + "), line "
                + self.table.line()
                + ">";
    }
}
