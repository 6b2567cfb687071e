package org.jabiru.builtins.type;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;

/** {@code __annotations__} and {@code __annotate__} of classes (PEP 649, PEP 749). */
final class TypeAnnotations {
    private static final String DICT = "__annotations__";
    private static final String CACHE = "__annotations_cache__";
    private static final String FUNCTION = "__annotate_func__";
    private static final String OLD_FUNCTION = "__annotate__";

    private TypeAnnotations() {}

    private static void requireHeapType(PyType self, String name) {
        if (!self.isHeapType()) {
            throw Attributes.withNameAndObject(
                    Errors.attributeError(
                            "type object '%s' has no attribute '%s'", self.name(), name),
                    self,
                    Str.name(name));
        }
    }

    static Object annotations(PyType self) {
        requireHeapType(self, DICT);
        Object known = self.namespace().get(DICT);
        if (known == null) {
            known = self.namespace().get(CACHE);
        }
        if (known != null) {
            return Descriptors.get(known, null, self);
        }
        Object annotate = annotate(self);
        Object made;
        if (Types.of(annotate).special().call != null) {
            made = Call.call(annotate, 1L);
            if (!(made instanceof PyDict)) {
                throw Errors.typeError(
                        "__annotate__ returned non-dict of type '%s'", Types.of(made).name());
            }
        } else {
            made = new PyDict();
        }
        self.setAttribute(Str.name(CACHE), made);
        return made;
    }

    static void setAnnotations(PyType self, Object value) {
        checkMutable(self, DICT);
        PyDict dict = self.namespace();
        String key = dict.get(DICT) != null ? DICT : CACHE;
        if (value == null && dict.get(key) == null) {
            throw TypeAttributes.missing(self, DICT);
        }
        self.setAttribute(Str.name(key), value);
        if (key.equals(DICT)) {
            dict.remove(Str.name(CACHE));
        }
        dict.remove(Str.name(FUNCTION));
        dict.remove(Str.name(OLD_FUNCTION));
    }

    static Object annotate(PyType self) {
        requireHeapType(self, OLD_FUNCTION);
        Object known = self.namespace().get(OLD_FUNCTION);
        if (known == null) {
            known = self.namespace().get(FUNCTION);
        }
        if (known != null) {
            return Descriptors.get(known, null, self);
        }
        self.setAttribute(Str.name(FUNCTION), Singleton.NONE);
        return Singleton.NONE;
    }

    static void setAnnotate(PyType self, Object value) {
        if (value == null) {
            throw Errors.typeError("cannot delete __annotate__ attribute");
        }
        checkMutable(self, OLD_FUNCTION);
        if (value != Singleton.NONE && Types.of(value).special().call == null) {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
        self.setAttribute(Str.name(FUNCTION), value);
        if (value != Singleton.NONE) {
            self.namespace().remove(Str.name(CACHE));
        }
    }

    private static void checkMutable(PyType self, String name) {
        if (self.immutable) {
            throw Errors.typeError(
                    "cannot set '%s' attribute of immutable type '%s'", name, self.name());
        }
    }
}
