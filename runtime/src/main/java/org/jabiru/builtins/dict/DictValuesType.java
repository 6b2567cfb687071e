package org.jabiru.builtins.dict;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of dict_values. */
@BuiltinType("dict_values")
public final class DictValuesType {
    public static final PyType TYPE =
            PyType.builtin("dict_values", DictValuesTypeTable::new, null).sealed();

    private DictValuesType() {}

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDictView self) {
        return DictViewOperations.repr(self);
    }

    @Builtin("__len__(self, /)")
    static int len(PyDictView self) {
        return self.dict.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyDictView self) {
        return self.iterator(false);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the end to the beginning.")
    static Object reversed(PyDictView self) {
        return self.iterator(true);
    }

    @Builtin(
            value = "mapping",
            kind = BuiltinKind.GETTER,
            doc = "The dict that the view shows, read-only.")
    static Object mapping(PyDictView self) {
        return new PyMappingProxy(self.dict);
    }
}
