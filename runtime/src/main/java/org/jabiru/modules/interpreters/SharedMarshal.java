package org.jabiru.modules.interpreters;

import org.jabiru.modules.marshal.MarshalModule;
import org.jabiru.object.PyException;

/** An object that goes to another interpreter marshalled. */
record SharedMarshal(byte[] marshalled) implements SharedData {
    /** Marshals an object; NotShareableError if that fails. */
    static SharedData of(Object o) {
        try {
            return new SharedMarshal(MarshalModule.dump(o));
        } catch (PyException e) {
            throw InterpreterErrors.notShareable("object could not be marshalled", e.exception());
        }
    }

    @Override
    public Object newObject() {
        try {
            return MarshalModule.load(marshalled, 0);
        } catch (PyException e) {
            throw InterpreterErrors.notShareable("object could not be unmarshalled", e.exception());
        }
    }
}
