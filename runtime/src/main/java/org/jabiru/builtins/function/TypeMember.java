package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** What a type that is not written in Python has in its dict (Descriptor HowTo Guide). */
public interface TypeMember extends Member, Descriptor {
    /** {@code __objclass__}. */
    PyType owner();

    /** {@code __qualname__}. */
    default TruffleString qualifiedName() {
        return MemberAttributes.qualified(owner(), this);
    }

    /** TypeError unless the object is an instance of the type. */
    default void checkApplies(Object instance) {
        PyType type = Types.of(instance);
        if (type != owner() && !type.isSubtype(owner())) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    Str.java(name()), owner().name(), type.name());
        }
    }
}
