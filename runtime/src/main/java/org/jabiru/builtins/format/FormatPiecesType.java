package org.jabiru.builtins.format;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link FormatPieces}. */
@BuiltinType("formatteriterator")
public final class FormatPiecesType {
    public static final PyType TYPE =
            PyType.builtin("formatteriterator", FormatPiecesTypeTable::new, null).sealed();

    private FormatPiecesType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(FormatPieces self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(FormatPieces self) {
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }
}
