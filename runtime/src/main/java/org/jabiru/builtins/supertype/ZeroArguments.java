package org.jabiru.builtins.supertype;

import org.jabiru.builtins.function.PyCell;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** {@code super()}: the compiler passes the cell {@code __class__} and the first argument. */
public final class ZeroArguments {
    private ZeroArguments() {}

    /**
     * {@code super()} in a method.
     *
     * @param cell the cell {@code __class__}, null when the function has none
     * @param self the first argument, null when the function has none or deleted it
     */
    public static PySuper make(PyCell cell, Object self) {
        if (self == null) {
            throw Errors.runtimeError("super(): no arguments");
        }
        if (cell == null) {
            throw Errors.runtimeError("super(): __class__ cell not found");
        }
        if (cell.contents == null) {
            throw Errors.runtimeError("super(): empty __class__ cell");
        }
        if (!(cell.contents instanceof PyType cls)) {
            throw Errors.runtimeError(
                    "super(): __class__ is not a type (%s)", Types.of(cell.contents).name());
        }
        return new PySuper(cls, self);
    }

    /** Called without the compiler's help (under another name, or from Java): cannot work. */
    static void init(PySuper self) {
        throw Errors.runtimeError("super(): no arguments");
    }
}
