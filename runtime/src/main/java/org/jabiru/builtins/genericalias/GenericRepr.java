package org.jabiru.builtins.genericalias;

import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** How types look inside the representation of unions and parameterized generics. */
public final class GenericRepr {
    private GenericRepr() {}

    /** {@code int} for int, {@code collections.deque} for a class of a module, else the repr. */
    public static String of(Object type) {
        if (type == Singleton.ELLIPSIS) {
            return "...";
        }
        if (type instanceof PyGenericAlias || type instanceof PyList) {
            return type instanceof PyList l ? list(l) : Str.java(Repr.repr(type));
        }
        Object qualifiedName = Attributes.getOrNull(type, "__qualname__");
        Object module = Attributes.getOrNull(type, "__module__");
        boolean generic =
                Attributes.getOrNull(type, "__origin__") != null
                        && Attributes.getOrNull(type, "__args__") != null;
        if (generic
                || Str.valueOrNull(qualifiedName) == null
                || module == null
                || module == Singleton.NONE) {
            return Str.java(Repr.repr(type));
        }
        String m = Str.java(Repr.str(module));
        String q = Str.java(Repr.str(qualifiedName));
        return m.equals("builtins") ? q : m + "." + q;
    }

    private static String list(PyList l) {
        StringBuilder out = new StringBuilder("[");
        int size = l.size();
        for (int i = 0; i < size; i++) {
            if (i >= l.size()) {
                throw Errors.indexError("list index out of range");
            }
            out.append(i == 0 ? "" : ", ").append(of(l.get(i)));
        }
        return out.append(']').toString();
    }
}
