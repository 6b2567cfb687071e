package org.jabiru.builtins.generator;

import org.jabiru.builtins.code.PyCode;

/** An asynchronous generator iterator (PEP 525). */
public final class PyAsyncGenerator extends PySuspendable {
    PyAsyncGenerator(PyCode code, Object[] arguments) {
        super(AsyncGeneratorType.TYPE, code, arguments);
    }

    @Override
    String kind() {
        return "async generator";
    }
}
