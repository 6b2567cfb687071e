package org.jabiru.capi.api;

import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** What the methods of several chapters need. */
final class Support {
    private Support() {}

    /** Calls a builtin function. */
    static Object builtin(String name, Object... args) {
        return Call.call(Builtins.get(name), args);
    }

    /** Calls a builtin type's own method, whatever a subclass has made of it. */
    static Object own(PyType type, String method, Object... args) {
        return Call.call(type.lookup(method), args);
    }

    /** Calls a function of a module. */
    static Object function(String module, String function, Object... args) {
        return Call.call(Modules.attribute(module, function), args);
    }

    static PyException badInternalCall() {
        return Errors.systemError("bad argument to internal function");
    }

    static PyException badArgument() {
        return Errors.typeError("bad argument type for built-in operation");
    }

    static String typeName(Object o) {
        return Types.of(o).name();
    }

    /** The name with which CPython's %T shows an object's type. */
    static String fullName(Object o) {
        return TypeType.fullyQualifiedName(Types.of(o));
    }

    /**
     * Stores a new reference, or NULL.
     *
     * @return 1, or 0 for NULL
     */
    static int store(CapiContext context, long place, Object valueOrNull) {
        Memory.putLong(place, valueOrNull == null ? 0 : context.toNewReference(valueOrNull));
        return valueOrNull == null ? 0 : 1;
    }

    /** As {@link #store}, for what a container keeps. */
    static int storeItem(CapiContext context, long place, Object valueOrNull) {
        Memory.putLong(place, valueOrNull == null ? 0 : context.toItem(valueOrNull));
        return valueOrNull == null ? 0 : 1;
    }

    /** Whether CPython's type has mapping slots and no sequence slots. */
    static boolean isMappingOnly(Object o) {
        if (o instanceof PyDict || o instanceof PyMappingProxy || o instanceof PyGenericAlias) {
            return true;
        }
        PyType definer = Types.of(o).definingType(Str.name("__getitem__"));
        return definer != null && definer.itemsAreOfMapping;
    }

    /** Whether CPython's type has sequence slots and no mapping slots. */
    static boolean isSequenceOnly(Object o) {
        PyType type = Types.of(o);
        return !type.isHeapType()
                && (type.lookup("__getitem__") == null && type.lookup("__len__") != null
                        || type.name().equals("collections.deque"));
    }

    static Object orNone(Object o) {
        return o == null ? Singleton.NONE : o;
    }

    static Object textOrNone(String s) {
        return s == null ? Singleton.NONE : Str.of(s);
    }

    static PyBytes bytes(long address, long length) {
        return new PyBytes(Memory.getBytes(address, length));
    }

    /** A C string that may be NULL. */
    static String stringOrNull(long address) {
        return address == 0 ? null : Memory.string(address);
    }

    static PyBytes bytesOf(String ascii) {
        return new PyBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
