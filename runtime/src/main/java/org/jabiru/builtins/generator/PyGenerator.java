package org.jabiru.builtins.generator;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.Singleton;

/** A generator iterator (Expressions, Generator-iterator methods). */
public final class PyGenerator extends PySuspendable implements JavaIterator {
    PyGenerator(PyCode code, Object[] arguments) {
        super(GeneratorType.TYPE, code, arguments);
    }

    @Override
    String kind() {
        return "generator";
    }

    @Override
    public Object next() {
        return finished ? null : resume(Singleton.NONE);
    }
}
