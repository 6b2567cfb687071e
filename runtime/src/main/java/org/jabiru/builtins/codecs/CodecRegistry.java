package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionNotes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** The codecs and error handlers that one interpreter knows (codecs, Codec registry). */
public final class CodecRegistry {
    private final List<Object> searchFunctions = new ArrayList<>();
    private final Map<String, PyTuple> known = new HashMap<>();
    private final Map<String, Object> errorHandlers = new HashMap<>();

    private CodecRegistry() {
        ErrorHandlers.addTo(errorHandlers);
    }

    /** The registry of the current interpreter. */
    public static CodecRegistry get() {
        return PythonContext.get().state(CodecRegistry.class, CodecRegistry::new);
    }

    /** {@code codecs.register}. */
    public void register(Object searchFunction) {
        if (!isCallable(searchFunction)) {
            throw Errors.typeError("argument must be callable");
        }
        searchFunctions.add(searchFunction);
    }

    /** {@code codecs.unregister}. */
    public void unregister(Object searchFunction) {
        for (int i = 0; i < searchFunctions.size(); i++) {
            if (searchFunctions.get(i) == searchFunction) {
                searchFunctions.remove(i);
                known.clear();
                return;
            }
        }
    }

    private static boolean isCallable(Object o) {
        return o instanceof JavaCallable || Types.of(o).special().call != null;
    }

    /** {@code codecs.lookup}; LookupError. */
    public PyTuple lookup(TruffleString encoding) {
        String name = Codecs.normalized(Str.java(encoding));
        PyTuple found = known.get(name);
        if (found != null) {
            return found;
        }
        // CPython passes the name to C, which wants it in UTF-8.
        Utf8.encode(encoding, "strict");
        ensureSearchable();
        for (Object function : searchFunctions.toArray()) {
            Object result = Call.call(function, Str.of(name));
            if (result == Singleton.NONE) {
                continue;
            }
            if (!(result instanceof PyTuple t) || t.size() != 4) {
                throw Errors.typeError("codec search functions must return 4-tuples");
            }
            known.put(name, t);
            return t;
        }
        throw Errors.raise(ExceptionTypes.LookupError, "unknown encoding: %s", Str.java(encoding));
    }

    /** The package encodings registers the search function when it is imported. */
    private void ensureSearchable() {
        if (searchFunctions.isEmpty()) {
            PythonContext context = PythonContext.get();
            Object imports = Attributes.getOrNull(context.builtins, "__import__");
            if (imports != null) {
                Call.call(imports, Str.name("encodings"));
            }
        }
    }

    /** Encodes with a codec that says it is a text encoding. */
    Object encodeText(TruffleString text, TruffleString encoding, String errors) {
        PyTuple codec = textCodec(encoding, "codecs.encode()");
        return first(codec, 0, encoding, text, errors);
    }

    /** Decodes with a codec that says it is a text encoding. */
    Object decodeText(Object bytes, TruffleString encoding, String errors) {
        PyTuple codec = textCodec(encoding, "codecs.decode()");
        return first(codec, 1, encoding, bytes, errors);
    }

    private PyTuple textCodec(TruffleString encoding, String alternative) {
        PyTuple codec = lookup(encoding);
        Object isText = Attributes.getOrNull(codec, "_is_text_encoding");
        if (isText != null && !Truth.isTrue(isText)) {
            throw Errors.raise(
                    ExceptionTypes.LookupError,
                    "'%s' is not a text encoding; use %s to handle arbitrary codecs",
                    Str.java(encoding),
                    alternative);
        }
        return codec;
    }

    /** {@code codecs.encode}: any codec, any objects. */
    public Object encode(Object o, TruffleString encoding, String errors) {
        return first(lookup(encoding), 0, encoding, o, errors);
    }

    /** {@code codecs.decode}: any codec, any objects. */
    public Object decode(Object o, TruffleString encoding, String errors) {
        return first(lookup(encoding), 1, encoding, o, errors);
    }

    /** What the function at an index of the codec makes of an object; errors get a note. */
    private static Object first(
            PyTuple codec, int index, TruffleString encoding, Object o, String errors) {
        Object result;
        try {
            result =
                    errors == null
                            ? Call.call(codec.get(index), o)
                            : Call.call(codec.get(index), o, Str.name(errors));
        } catch (PyException e) {
            String what = index == 0 ? "encoding" : "decoding";
            String note = what + " with '" + Str.java(encoding) + "' codec failed";
            ExceptionNotes.add(e.exception(), note);
            throw e;
        }
        if (!(result instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError(
                    "%s must return a tuple (object, integer)", index == 0 ? "encoder" : "decoder");
        }
        return t.get(0);
    }

    /** {@code codecs.register_error}. */
    public void registerError(String name, Object handler) {
        if (!isCallable(handler)) {
            throw Errors.typeError("handler must be callable");
        }
        errorHandlers.put(name, handler);
    }

    /** {@code codecs._unregister_error}: whether there was one; builtin ones stay. */
    public boolean unregisterError(String name) {
        if (ErrorHandlers.isBuiltin(name)) {
            throw Errors.valueError("cannot un-register built-in error handler '%s'", name);
        }
        return errorHandlers.remove(name) != null;
    }

    /** {@code codecs.lookup_error}; LookupError. */
    public Object errorHandler(String name) {
        Object found = errorHandlers.get(name);
        if (found == null) {
            throw Errors.raise(ExceptionTypes.LookupError, "unknown error handler name '%s'", name);
        }
        return found;
    }
}
