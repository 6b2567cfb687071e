package org.jabiru.builtins.module;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The methods of {@code types.ModuleType}. */
@BuiltinType("module")
public final class ModuleType {
    public static final PyType TYPE =
            PyType.builtin("module", ModuleTypeTable::new, PyModule::new)
                    .withInstanceDict()
                    .withWeakReferences();

    private ModuleType() {}

    /** {@code ModuleType.__getattribute__}, with the module's own {@code __getattr__} (PEP 562). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getAttribute(Object o, TruffleString name) {
        PyModule module = (PyModule) o;
        Object found = Attributes.genericOrNull(module, name);
        if (found != null) {
            return found;
        }
        Object fallback = module.dict.get("__getattr__");
        if (fallback != null) {
            return Call.call(fallback, name);
        }
        Object moduleName = Str.valueOrNull(module.dict.get("__name__"));
        throw Attributes.withNameAndObject(
                moduleName == null
                        ? Errors.attributeError("module has no attribute '%s'", Str.java(name))
                        : Errors.attributeError(
                                "module '%s' has no attribute '%s'", moduleName, Str.java(name)),
                module,
                name);
    }
}
