package org.jabiru.capi.api;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Codec Registry and Support Functions. */
public final class CodecApi {
    private CodecApi() {}

    private static Object codecs(String function, Object... args) {
        return Support.function("_codecs", function, args);
    }

    private static Object name(String encoding) {
        if (encoding == null) {
            throw Support.badArgument();
        }
        return Str.of(encoding);
    }

    private static PyTuple codec(String encoding) {
        return (PyTuple) codecs("lookup", name(encoding));
    }

    public static void PyCodec_Register(CapiContext context, Object search) {
        codecs("register", search);
    }

    public static void PyCodec_Unregister(CapiContext context, Object search) {
        codecs("unregister", search);
    }

    public static boolean PyCodec_KnownEncoding(CapiContext context, String encoding) {
        try {
            codec(encoding);
            return true;
        } catch (PyException e) {
            return false;
        }
    }

    private static Object convert(String function, Object object, String encoding, String errors) {
        return codecs(function, object, name(encoding), Str.of(errors == null ? "strict" : errors));
    }

    public static Object PyCodec_Encode(
            CapiContext context, Object object, String encoding, String errors) {
        return convert("encode", object, encoding, errors);
    }

    public static Object PyCodec_Decode(
            CapiContext context, Object object, String encoding, String errors) {
        return convert("decode", object, encoding, errors);
    }

    public static Object PyCodec_Encoder(CapiContext context, String encoding) {
        return codec(encoding).get(0);
    }

    public static Object PyCodec_Decoder(CapiContext context, String encoding) {
        return codec(encoding).get(1);
    }

    private static Object stream(Object factory, Object stream, String errors) {
        return errors == null
                ? Call.call(factory, stream)
                : Call.call(factory, stream, Str.of(errors));
    }

    public static Object PyCodec_StreamReader(
            CapiContext context, String encoding, Object stream, String errors) {
        return stream(codec(encoding).get(2), stream, errors);
    }

    public static Object PyCodec_StreamWriter(
            CapiContext context, String encoding, Object stream, String errors) {
        return stream(codec(encoding).get(3), stream, errors);
    }

    private static Object incremental(String encoding, String attribute, String errors) {
        Object factory = Attributes.get(codec(encoding), attribute);
        return errors == null ? Call.call(factory) : Call.call(factory, Str.of(errors));
    }

    public static Object PyCodec_IncrementalEncoder(
            CapiContext context, String encoding, String errors) {
        return incremental(encoding, "incrementalencoder", errors);
    }

    public static Object PyCodec_IncrementalDecoder(
            CapiContext context, String encoding, String errors) {
        return incremental(encoding, "incrementaldecoder", errors);
    }

    public static void PyCodec_RegisterError(CapiContext context, String name, Object error) {
        codecs("register_error", Str.of(name), error);
    }

    public static Object PyCodec_LookupError(CapiContext context, String name) {
        return codecs("lookup_error", Str.of(name == null ? "strict" : name));
    }

    private static Object handle(String handler, Object exc) {
        return Call.call(codecs("lookup_error", Str.of(handler)), exc);
    }

    public static Object PyCodec_StrictErrors(CapiContext context, Object exc) {
        return handle("strict", exc);
    }

    public static Object PyCodec_IgnoreErrors(CapiContext context, Object exc) {
        return handle("ignore", exc);
    }

    public static Object PyCodec_ReplaceErrors(CapiContext context, Object exc) {
        return handle("replace", exc);
    }

    public static Object PyCodec_XMLCharRefReplaceErrors(CapiContext context, Object exc) {
        return handle("xmlcharrefreplace", exc);
    }

    public static Object PyCodec_BackslashReplaceErrors(CapiContext context, Object exc) {
        return handle("backslashreplace", exc);
    }

    public static Object PyCodec_NameReplaceErrors(CapiContext context, Object exc) {
        return handle("namereplace", exc);
    }
}
