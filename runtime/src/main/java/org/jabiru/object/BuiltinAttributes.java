package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyClassMethodDescriptor;
import org.jabiru.builtins.function.PyGetSetDescriptor;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.function.PyStaticMethod;
import org.jabiru.builtins.object.InstanceAttributes;

/** Turns a table of builtins into the descriptors of a type, or the functions of a module. */
public final class BuiltinAttributes {
    private BuiltinAttributes() {}

    static void fill(PyType type, PyDict dict, BuiltinTable table) {
        Map<String, Integer> setters = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.kind(i) == '=') {
                setters.put(table.name(i), i);
            }
        }
        for (int i = 0; i < table.size(); i++) {
            TruffleString name = Str.name(table.name(i));
            switch (table.kind(i)) {
                case 'M' -> dict.put(name, new PyMethodDescriptor(type, table, i));
                case 'C' -> dict.put(name, new PyClassMethodDescriptor(type, table, i));
                case 'S' ->
                        dict.put(
                                name,
                                new PyStaticMethod(new PyBuiltinFunction(table, i, type, null)));
                case 'N' -> dict.put(name, new PyBuiltinFunction(table, i, type, null));
                case 'G', 'F' ->
                        dict.put(
                                name,
                                new PyGetSetDescriptor(
                                        type, table, i, setters.getOrDefault(table.name(i), -1)));
                default -> {}
            }
        }
        if (dict.get(Str.name("__eq__")) != null && dict.get(Str.name("__hash__")) == null) {
            dict.put(Str.name("__hash__"), Singleton.NONE);
        }
        if (type.hasInstanceDict && (type.base() == null || !type.base().hasInstanceDict)) {
            putIfAbsent(dict, InstanceAttributes.dict(type));
        }
        // Types of modules are heap types in CPython, whose dict has the module's name.
        int dot = type.name().lastIndexOf('.');
        if (dot >= 0 && dict.get(Str.name("__module__")) == null) {
            dict.put(Str.name("__module__"), Str.name(type.name().substring(0, dot)));
        }
        if (dict.get(Str.name("__doc__")) == null) {
            String doc = table.typeDoc();
            dict.put(Str.name("__doc__"), doc == null ? Singleton.NONE : Str.of(doc));
        }
    }

    private static void putIfAbsent(PyDict dict, PyGetSetDescriptor attribute) {
        if (dict.get(attribute.name()) == null) {
            dict.put(attribute.name(), attribute);
        }
    }

    /** Adds the functions of a table to a module's namespace. */
    public static void fillModule(PyDict dict, BuiltinTable table, Object module) {
        for (int i = 0; i < table.size(); i++) {
            dict.put(
                    Str.name(table.name(i)),
                    new PyBuiltinFunction(table, i, module, Str.of(table.owner)));
        }
    }
}
