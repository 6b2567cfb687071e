package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;

/** {@code typing.TypeVar}. */
final class PyTypeVar extends PyObject {
    final TruffleString name;
    boolean covariant;
    boolean contravariant;
    boolean inferVariance;
    LazyValue bound = LazyValue.absent();
    LazyValue constraints = LazyValue.absent();
    LazyValue ifMissing = LazyValue.absent();

    PyTypeVar(TruffleString name) {
        super(TypeVarType.TYPE);
        this.name = name;
    }
}
