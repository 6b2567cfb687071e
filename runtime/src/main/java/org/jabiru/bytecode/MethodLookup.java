package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.SpecialMethods.AttributeAccess;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Descriptors;

/** Finds methods that can be called without making the bound method. */
final class MethodLookup {
    private MethodLookup() {}

    /** The function to call with the receiver as its first argument, or null. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object plainOrNull(Object receiver, TruffleString name) {
        PyType type = Types.of(receiver);
        AttributeAccess access = type.special().access;
        if (access != AttributeAccess.GENERIC && access != AttributeAccess.GENERIC_WITH_GETATTR) {
            return null;
        }
        Object found = type.lookup(name);
        if (found == null || !Descriptors.isPlainMethod(found)) {
            return null;
        }
        if (receiver instanceof PyObject o && Attributes.ownOrNull(o, name) != null) {
            return null;
        }
        return found;
    }
}
