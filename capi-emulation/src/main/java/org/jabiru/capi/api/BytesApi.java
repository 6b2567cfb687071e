package org.jabiru.capi.api;

import org.jabiru.builtins.bytes.BytesConversion;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** Bytes Objects: what C does not do itself. */
public final class BytesApi {
    private BytesApi() {}

    public static Object PyBytes_FromObject(CapiContext context, Object obj) {
        if (Str.valueOrNull(obj) != null) {
            throw Errors.typeError("cannot convert '%s' object to bytes", Support.typeName(obj));
        }
        if (obj instanceof PyBytes b && !b.type().isHeapType()) {
            return b;
        }
        if (!Buffers.isBuffer(obj)
                && Types.of(obj).special().iter == null
                && Types.of(obj).special().getItem == null) {
            throw Errors.typeError("cannot convert '%s' object to bytes", Support.typeName(obj));
        }
        if (Buffers.isBuffer(obj)) {
            return Support.builtin("bytes", obj);
        }
        Object iterator;
        try {
            iterator = Iteration.iter(obj);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TypeError)) {
                throw e;
            }
            throw Errors.typeError("cannot convert '%s' object to bytes", Support.typeName(obj));
        }
        return new PyBytes(BytesConversion.fromItems(iterator, "bytes"));
    }

    public static Object PyBytes_Repr(CapiContext context, Object bytes, int smartquotes) {
        String shown = Str.java(Str.valueOrNull(Repr.repr(bytes)));
        if (smartquotes != 0 || !shown.startsWith("b\"")) {
            return Str.of(shown);
        }
        String inner = shown.substring(2, shown.length() - 1);
        return Str.of("b'" + inner.replace("'", "\\'") + "'");
    }

    public static Object PyBytes_DecodeEscape(
            CapiContext context, long string, long len, long errors, long unicode, long recode) {
        if (len < 0 || len == Long.MAX_VALUE) {
            throw Errors.overflowError("string is too long");
        }
        Object decoded =
                Support.function(
                        "_codecs",
                        "escape_decode",
                        Support.bytes(string, len),
                        Support.textOrNone(Support.stringOrNull(errors)));
        return ((PyTuple) decoded).get(0);
    }

    public static Object PyBytes_Join(CapiContext context, Object sep, Object iterable) {
        if (!(sep instanceof PyBytes)) {
            throw Errors.typeError("sep: expected bytes, got %s", Support.typeName(sep));
        }
        return Support.own(BytesType.TYPE, "join", sep, iterable);
    }
}
