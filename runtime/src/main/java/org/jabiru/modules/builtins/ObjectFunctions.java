package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.list.ListSort;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.CallerFrame;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** Functions that ask objects about themselves. */
@BuiltinModule("builtins")
final class ObjectFunctions {
    private ObjectFunctions() {}

    @Builtin(value = "callable(obj, /)", doc = "Return whether the object can be called.")
    static boolean callable(Object o) {
        return Types.of(o).special().call != null;
    }

    private static TruffleString name(Object name) {
        TruffleString s = Str.valueOrNull(name);
        if (s == null) {
            throw Errors.typeError(
                    "attribute name must be string, not '%s'", Types.of(name).name());
        }
        return s;
    }

    @Builtin(
            value = "getattr(object, name, default=<unrepresentable>, /)",
            shown = "none",
            doc =
                    "Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\n\n"
                            + "A default is returned when the attribute doesn't exist; without\n"
                            + "it, an exception is raised in that case.")
    static Object getAttribute(Object o, Object name, Object fallback) {
        if (fallback == null) {
            return Attributes.get(o, name(name));
        }
        Object found = Attributes.getOrNull(o, name(name));
        return found == null ? fallback : found;
    }

    @Builtin(
            value = "hasattr(obj, name, /)",
            doc = "Return whether the object has an attribute with the given name.")
    static boolean hasAttribute(Object o, Object name) {
        return Attributes.getOrNull(o, name(name)) != null;
    }

    @Builtin(
            value = "setattr(obj, name, value, /)",
            doc = "Sets the named attribute on the given object to the specified value.")
    static void setAttribute(Object o, Object name, Object value) {
        Attributes.set(o, name(name), value);
    }

    @Builtin(
            value = "delattr(obj, name, /)",
            doc = "Deletes the named attribute from the given object.")
    static void deleteAttribute(Object o, Object name) {
        Attributes.set(o, name(name), null);
    }

    @Builtin(value = "hash(obj, /)", doc = "Return the hash value for the given object.")
    static long hash(Object o) {
        return Hashing.hash(o);
    }

    @Builtin(value = "id(obj, /)", doc = "Return the identity of an object.")
    static Object id(Object o) {
        Object id = Identity.id(o);
        Audit.event("builtins.id", id);
        return id;
    }

    @Builtin(
            value = "isinstance(obj, class_or_tuple, /)",
            doc = "Return whether an object is an instance of a class or of a subclass thereof.")
    static boolean isInstance(Object o, Object cls) {
        return InstanceChecks.isInstance(o, cls);
    }

    @Builtin(
            value = "issubclass(cls, class_or_tuple, /)",
            doc = "Return whether 'cls' is derived from another class or is the same class.")
    static boolean isSubclass(Object sub, Object cls) {
        return InstanceChecks.isSubclass(sub, cls);
    }

    @Builtin(
            value = "repr(obj, /)",
            doc = "Return the canonical string representation of the object.")
    static Object repr(Object o) {
        return Repr.reprObject(o);
    }

    @Builtin(value = "ascii(obj, /)", doc = "Return an ASCII-only representation of an object.")
    static Object ascii(Object o) {
        Object repr = Repr.reprObject(o);
        TruffleString plain = Str.valueOrNull(repr);
        TruffleString ascii = TextForms.ascii(plain);
        return ascii == plain ? repr : ascii;
    }

    @Builtin(
            value = "format(value, format_spec='', /)",
            doc = "Return type(value).__format__(value, format_spec).")
    static Object format(Object value, TruffleString spec) {
        return TextForms.format(value, spec);
    }

    @Builtin(value = "len(obj, /)", doc = "Return the number of items in a container.")
    static long len(Object o) {
        return Sequences.length(o);
    }

    @Builtin(
            value = "dir(object=<unrepresentable>, /)",
            shown = "none",
            doc =
                    "The names in the current scope, or the attributes of an object,\n"
                            + "in alphabetical order.")
    static Object dir(Object o) {
        Object names =
                o == null
                        ? Call.method(CallerFrame.locals(), "keys")
                        : Call.specialOrNull(o, "__dir__");
        if (names == null) {
            throw Errors.typeError("object does not provide __dir__");
        }
        PyList sorted = new PyList(Iteration.toArray(names));
        ListSort.sort(sorted, null, false);
        return sorted;
    }

    @Builtin(
            value = "vars(object=<unrepresentable>, /)",
            shown = "none",
            doc = "The names and values in the current scope, or those of an object's __dict__.")
    static Object vars(Object o) {
        if (o == null) {
            return CallerFrame.locals();
        }
        Object dict = Attributes.getOrNull(o, "__dict__");
        if (dict == null) {
            throw Errors.typeError("vars() argument must have __dict__ attribute");
        }
        return dict;
    }
}
