package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** {@code typing.ParamSpec}. */
final class PyParamSpec extends PyObject {
    final TruffleString name;
    Object bound = Singleton.NONE;
    boolean covariant;
    boolean contravariant;
    boolean inferVariance;
    LazyValue ifMissing = LazyValue.absent();

    PyParamSpec(TruffleString name) {
        super(ParamSpecType.TYPE);
        this.name = name;
    }
}
