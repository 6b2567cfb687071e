package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;

/** {@code typing.TypeVarTuple}. */
final class PyTypeVarTuple extends PyObject {
    final TruffleString name;
    LazyValue ifMissing = LazyValue.absent();

    PyTypeVarTuple(TruffleString name) {
        super(TypeVarTupleType.TYPE);
        this.name = name;
    }
}
