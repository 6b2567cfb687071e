package org.jabiru.builtins.property;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** A {@code property} object; accessors that are not there are null. */
public final class PyProperty extends PyObject implements Descriptor.Data {
    public Object getter;
    public Object setter;
    public Object deleter;

    /** {@code __doc__}, for instances of property itself. */
    public Object doc = Singleton.NONE;

    /** Whether {@link #doc} was taken from the getter. */
    boolean docFromGetter;

    /** What {@code __set_name__} or an assignment to {@code __name__} gave, or null. */
    Object name;

    public PyProperty(PyType type) {
        super(type);
    }

    /** {@code __name__}, or null when neither it nor the getter has one. */
    Object nameOrNull() {
        if (name != null) {
            return name;
        }
        return getter == null ? null : Attributes.getOrNull(getter, "__name__");
    }

    @Override
    public Object get(Object instance, PyType owner) {
        if (instance == null || instance == Singleton.NONE && owner == null) {
            return this;
        }
        if (getter == null) {
            throw missing(instance, "getter");
        }
        return Call.call(getter, instance);
    }

    @Override
    public void set(Object instance, Object value) {
        Object accessor = value == null ? deleter : setter;
        if (accessor == null) {
            throw missing(instance, value == null ? "deleter" : "setter");
        }
        if (value == null) {
            Call.call(accessor, instance);
        } else {
            Call.call(accessor, instance, value);
        }
    }

    @TruffleBoundary
    private PyException missing(Object instance, String what) {
        Object shown = nameOrNull();
        TruffleString ownerName = Types.of(instance).qualifiedName();
        return shown == null
                ? Errors.attributeError(
                        "property of '%s' object has no %s", Str.java(ownerName), what)
                : Errors.attributeError(
                        "property %s of '%s' object has no %s",
                        Str.java(Repr.repr(shown)), Str.java(ownerName), what);
    }
}
