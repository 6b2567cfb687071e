package org.jabiru.modules.host;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Imports;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** A Java package as a module: its attributes are classes and packages, found when asked for. */
@BuiltinType(value = "polyglot.JavaPackage", doc = "A package of Java.")
public final class JavaPackageType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.JavaPackage",
                    ModuleType.TYPE,
                    JavaPackageTypeTable::new,
                    PyModule::new);

    private JavaPackageType() {}

    @Builtin("__getattr__(self, name, /)")
    static Object getAttribute(PyModule self, TruffleString name) {
        TruffleString outer = Str.valueOrNull(self.dict.get("__name__"));
        String attribute = Str.java(name);
        if (outer == null || attribute.startsWith("__")) {
            throw Attributes.missing(self, name);
        }
        String full = Str.java(outer) + "." + attribute;
        Object found =
                HostModules.isPackage(full)
                        ? Imports.importModule(full)
                        : HostClasses.findOrNull(full);
        if (found == null) {
            throw Attributes.withNameAndObject(
                    Errors.attributeError(
                            "the Java package '%s' has no class '%s' that is accessible",
                            Str.java(outer), attribute),
                    self,
                    name);
        }
        self.dict.put(name, found);
        return found;
    }
}
