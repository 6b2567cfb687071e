package org.jabiru.builtins.type;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.TypeInC;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Truth;

/** The attributes of classes: {@code __name__}, {@code __module__}, {@code __doc__}, … */
final class TypeAttributes {
    private TypeAttributes() {}

    /** Refuses a change of an immutable type, and any deletion. */
    static void checkChange(PyType self, String name, Object value) {
        if (self.immutable) {
            throw Errors.typeError(
                    "cannot set '%s' attribute of immutable type '%s'", name, self.name());
        }
        if (value == null) {
            throw Errors.typeError(
                    "cannot delete '%s' attribute of immutable type '%s'", name, self.name());
        }
    }

    static void setName(PyType self, Object value) {
        checkChange(self, "__name__", value);
        TruffleString name = requireStr(self, "__name__", value);
        if (Str.java(name).indexOf('\0') >= 0) {
            throw Errors.valueError("type name must not contain null characters");
        }
        Codecs.encode(name, null, null);
        self.setName(name);
    }

    static void setQualifiedName(PyType self, Object value) {
        checkChange(self, "__qualname__", value);
        self.setQualifiedName(requireStr(self, "__qualname__", value));
    }

    private static TruffleString requireStr(PyType self, String attribute, Object value) {
        TruffleString s = Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError(
                    "can only assign string to %s.%s, not '%s'",
                    self.name(), attribute, Types.of(value).name());
        }
        return s;
    }

    /** {@code __module__} of any kind, or null when it is missing. */
    static Object moduleOrNull(PyType self) {
        if (self.declaredModule != null) {
            return self.declaredModule;
        }
        if (self.isHeapType()) {
            return self.namespace().get("__module__");
        }
        String full = self.name();
        int dot = full.lastIndexOf('.');
        return Str.name(dot < 0 ? "builtins" : full.substring(0, dot));
    }

    static Object module(PyType self) {
        Object module = moduleOrNull(self);
        if (module == null) {
            throw missing(self, "__module__");
        }
        return module;
    }

    /** An AttributeError whose message is the bare name, as type's own attributes raise it. */
    static PyException missing(PyType self, String name) {
        return Attributes.withNameAndObject(Errors.attributeError(name), self, Str.name(name));
    }

    static void setModule(PyType self, Object value) {
        checkChange(self, "__module__", value);
        self.namespace().remove(Str.name("__firstlineno__"));
        self.setAttribute(Str.name("__module__"), value);
    }

    static Object dict(PyType self) {
        return new PyMappingProxy(self.namespace());
    }

    static Object doc(PyType self) {
        Object declared = self.declaredDoc.get();
        if (declared != null) {
            return declared;
        }
        Object doc = self.namespace().get("__doc__");
        if (doc == null) {
            return Singleton.NONE;
        }
        return Descriptors.get(doc, null, self);
    }

    static void setInDict(PyType self, String name, Object value) {
        checkChange(self, name, value);
        self.setAttribute(Str.name(name), value);
    }

    static Object textSignature(PyType self) {
        String text = self.textSignature();
        if (text == null && self.isHeapType()) {
            text = signatureInDoc(self);
        }
        return text == null ? Singleton.NONE : Str.of(text);
    }

    /** What a docstring says that begins {@code name(...)}, with a line of two hyphens after it. */
    private static String signatureInDoc(PyType self) {
        TruffleString doc = Str.valueOrNull(self.namespace().get("__doc__"));
        String text = doc == null ? "" : Str.java(doc);
        String name = self.name();
        int end = text.startsWith(name + "(") ? text.indexOf(")\n--\n\n") : -1;
        return end < 0 || text.indexOf("\n\n") < end
                ? null
                : text.substring(name.length(), end + 1);
    }

    static Object typeParameters(PyType self) {
        Object own = self == TypeType.TYPE ? null : self.namespace().get("__type_params__");
        return own == null ? PyTuple.EMPTY : own;
    }

    static void setTypeParameters(PyType self, Object value) {
        checkChange(self, "__type_params__", value);
        self.setAttribute(Str.name("__type_params__"), value);
    }

    static Object abstractMethods(PyType self) {
        Object own = self == TypeType.TYPE ? null : self.namespace().get("__abstractmethods__");
        if (own == null) {
            throw missing(self, "__abstractmethods__");
        }
        return own;
    }

    static void setAbstractMethods(PyType self, Object value) {
        boolean isAbstract = value != null && Truth.isTrue(value);
        if (value == null && self.namespace().get("__abstractmethods__") == null) {
            throw missing(self, "__abstractmethods__");
        }
        TruffleString name = Str.name("__abstractmethods__");
        self.setAttribute(name, value);
        self.isAbstract = isAbstract;
        if (self.nativePeer instanceof TypeInC c) {
            c.attributeSet(self, name);
        }
    }
}
