package org.jabiru.builtins.function;

import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;

/** The methods of {@code types.CellType}. */
@BuiltinType(
        value = "cell",
        doc = "A variable that nested functions share.",
        signature = "([contents])")
public final class CellType {
    public static final PyType TYPE = PyType.builtin("cell", CellTypeTable::new, null).sealed();

    private CellType() {}

    @Builtin(
            value = "__new__(cls, contents=<unrepresentable>, /)",
            kind = BuiltinKind.NEW,
            doc = "Create a new cell object.")
    static Object newInstance(PyType cls, Object contents) {
        return new PyCell(contents);
    }

    @Builtin(value = "cell_contents", kind = BuiltinKind.GETTER)
    static Object contents(PyCell self) {
        if (self.contents == null) {
            throw Errors.valueError("Cell is empty");
        }
        return self.contents;
    }

    @Builtin(value = "cell_contents", kind = BuiltinKind.SETTER)
    static void setContents(PyCell self, Object value) {
        self.contents = value;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyCell self) {
        return self.contents == null
                ? "<cell at " + Identity.address(self) + ": empty>"
                : "<cell at "
                        + Identity.address(self)
                        + ": "
                        + Types.of(self.contents).name()
                        + " object at "
                        + Identity.address(self.contents)
                        + ">";
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyCell self, Object other) {
        return compare(Comparison.Op.EQ, self, other);
    }

    @Builtin(value = "__ne__(self, value, /)", doc = "Return self!=value.")
    static Object ne(PyCell self, Object other) {
        return compare(Comparison.Op.NE, self, other);
    }

    @Builtin(value = "__lt__(self, value, /)", doc = "Return self<value.")
    static Object lt(PyCell self, Object other) {
        return compare(Comparison.Op.LT, self, other);
    }

    @Builtin(value = "__le__(self, value, /)", doc = "Return self<=value.")
    static Object le(PyCell self, Object other) {
        return compare(Comparison.Op.LE, self, other);
    }

    @Builtin(value = "__gt__(self, value, /)", doc = "Return self>value.")
    static Object gt(PyCell self, Object other) {
        return compare(Comparison.Op.GT, self, other);
    }

    @Builtin(value = "__ge__(self, value, /)", doc = "Return self>=value.")
    static Object ge(PyCell self, Object other) {
        return compare(Comparison.Op.GE, self, other);
    }

    private static Object compare(Comparison.Op op, PyCell a, Object other) {
        if (!(other instanceof PyCell b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.contents != null && b.contents != null) {
            return Comparison.compare(op, a.contents, b.contents);
        }
        // An empty cell is less than any other.
        return op.holds(Boolean.compare(a.contents != null, b.contents != null));
    }
}
