package org.jabiru.builtins.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** Which classes a builtin type's {@code __new__} may make instances of. */
final class NewChecks {
    private NewChecks() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void check(PyBuiltinFunction newMethod, Object given) {
        PyType owner = (PyType) newMethod.self;
        if (!(given instanceof PyType cls)) {
            throw Errors.typeError(
                    "%s.__new__(X): X is not a type object (%s)",
                    owner.name(), Types.of(given).name());
        }
        if (!cls.isSubtype(owner)) {
            throw Errors.typeError(
                    "%s.__new__(%s): %s is not a subtype of %s",
                    owner.name(), cls.name(), cls.name(), owner.name());
        }
        PyType base = cls;
        while (base.special().makesInPython) {
            base = base.base();
        }
        if (base != owner && base.special().make != newMethod) {
            throw Errors.typeError(
                    "%s.__new__(%s) is not safe, use %s.__new__()",
                    owner.name(), cls.name(), base.name());
        }
    }
}
