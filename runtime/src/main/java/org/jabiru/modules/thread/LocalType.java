package org.jabiru.modules.thread;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Descriptors;

/** The methods of {@code _thread._local}. */
@BuiltinType(value = "_thread._local", signature = "()")
public final class LocalType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_thread._local",
                            LocalTypeTable::new,
                            type -> new PyLocal(type, new Object[0], null))
                    .withWeakReferences()
                    .madeAtRunTime();

    private LocalType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        boolean any = args.length > 0 || keywords.size() > 0;
        if (any && cls.lookup("__init__") == ObjectType.TYPE.lookup("__init__")) {
            throw Errors.typeError("Initialization arguments are not supported");
        }
        Object[] all = new Object[args.length + keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[n] = (TruffleString) keywords.keyAt(i);
            all[args.length + n++] = keywords.valueAt(i);
        }
        return new PyLocal(cls, all, n == 0 ? null : names);
    }

    private static boolean isDict(TruffleString name) {
        return Str.equal(name, Str.name("__dict__"));
    }

    @Builtin("__getattribute__(self, name, /)")
    static Object getAttribute(PyLocal self, TruffleString name) {
        PyDict dict = self.dict();
        if (isDict(name)) {
            return dict;
        }
        PyType type = self.type();
        Object found = type.lookup(name);
        if (found != null && Descriptors.isData(found)) {
            return Descriptors.get(found, self, type);
        }
        Object own = dict.get(name);
        if (own != null) {
            return own;
        }
        if (found != null) {
            return Descriptors.get(found, self, type);
        }
        throw Attributes.missing(self, name);
    }

    private static void set(PyLocal self, TruffleString name, Object value) {
        PyDict dict = self.dict();
        if (isDict(name)) {
            throw Errors.attributeError(
                    "'%s' object attribute '__dict__' is read-only", self.type().name());
        }
        Object found = self.type().lookup(name);
        if (found != null && Descriptors.isData(found)) {
            Descriptors.set(found, self, value);
        } else if (value != null) {
            dict.put(name, value);
        } else if (dict.remove(name) == null) {
            throw Attributes.missing(self, name);
        }
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(PyLocal self, Object name, Object value) {
        set(self, checked(self, name), value);
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(PyLocal self, Object name) {
        set(self, checked(self, name), null);
    }

    /** The name as a str; anything may say that it equals {@code "__dict__"}. */
    private static TruffleString checked(PyLocal self, Object name) {
        TruffleString s = Str.valueOrNull(name);
        if (s == null && Comparison.sameOrEqual(name, Str.name("__dict__"))) {
            return Str.name("__dict__");
        }
        if (s == null) {
            throw Errors.typeError(
                    "attribute name must be string, not '%s'", Types.of(name).name());
        }
        return s;
    }
}
