package org.jabiru.bytecode;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.set.SetType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Str;

/** Guards of fast paths: instances of the builtin types themselves, not of subclasses. */
public final class ExactTypes {
    private ExactTypes() {}

    public static boolean isList(PyList o) {
        return o.type() == ListType.TYPE;
    }

    public static boolean isTuple(PyTuple o) {
        return o.type() == TupleType.TYPE;
    }

    public static boolean isDict(PyDict o) {
        return o.type() == DictType.TYPE;
    }

    public static boolean isSet(PySet o) {
        return o.type() == SetType.TYPE;
    }

    /** Whether an index, which may count from the end, is in range. */
    public static boolean isIndex(long index, int size) {
        return index < size && index >= -size;
    }

    public static int length(TruffleString s) {
        return Str.length(s);
    }
}
