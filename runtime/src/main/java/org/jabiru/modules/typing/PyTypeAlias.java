package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyObject;

/** {@code typing.TypeAliasType}: what a {@code type} statement makes. */
final class PyTypeAlias extends PyObject {
    final TruffleString name;
    final PyTuple typeParameters;
    final LazyValue value;

    /** {@code __module__}, or null for that of the function which evaluates the value. */
    final Object module;

    PyTypeAlias(TruffleString name, PyTuple typeParameters, LazyValue value, Object module) {
        super(TypeAliasType.TYPE);
        this.name = name;
        this.typeParameters = typeParameters;
        this.value = value;
        this.module = module;
    }
}
