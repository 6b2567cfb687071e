package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** Encodes text that is written in pieces: the common encodings here, others through codecs. */
abstract class TextEncoder {
    static TextEncoder of(TruffleString encoding, TruffleString errors) {
        return switch (Encodings.normalized(encoding)) {
            case "utf-8" -> new Simple(TruffleString.Encoding.UTF_8, encoding, errors);
            case "latin-1" -> new Simple(TruffleString.Encoding.ISO_8859_1, encoding, errors);
            case "ascii" -> new Simple(TruffleString.Encoding.US_ASCII, encoding, errors);
            default -> new Codec(encoding, errors);
        };
    }

    abstract byte[] encode(TruffleString text);

    void reset() {}

    /** Tells an encoder with a byte order mark whether it is at the start of the file. */
    void setAtStart(boolean atStart) {}

    private static final class Simple extends TextEncoder {
        private final TruffleString.Encoding java;
        private final TruffleString encoding;
        private final TruffleString errors;

        Simple(TruffleString.Encoding java, TruffleString encoding, TruffleString errors) {
            this.java = java;
            this.encoding = encoding;
            this.errors = errors;
        }

        @Override
        byte[] encode(TruffleString text) {
            TruffleString.CodeRange range = text.getCodeRangeUncached(Str.UTF_32);
            boolean fits =
                    switch (range) {
                        case ASCII -> true;
                        case LATIN_1 -> java != TruffleString.Encoding.US_ASCII;
                        case BROKEN -> false;
                        default -> java == TruffleString.Encoding.UTF_8;
                    };
            if (fits) {
                TruffleString converted = text.switchEncodingUncached(java);
                return converted.copyToByteArrayUncached(java);
            }
            return ByteArguments.read(Call.method(text, "encode", encoding, errors));
        }
    }

    private static final class Codec extends TextEncoder {
        private final Object encoder;

        Codec(TruffleString encoding, TruffleString errors) {
            Object info = Encodings.lookupText(encoding);
            encoder = Call.call(Attributes.get(info, "incrementalencoder"), errors);
        }

        @Override
        byte[] encode(TruffleString text) {
            Object result = Call.method(encoder, "encode", text);
            byte[] bytes = ByteArguments.bytesOrNull(result);
            if (bytes == null) {
                throw Errors.typeError(
                        "encoder should return a bytes object, not '%s'", Types.of(result).name());
            }
            return bytes;
        }

        @Override
        void reset() {
            Call.method(encoder, "reset");
        }

        @Override
        void setAtStart(boolean atStart) {
            if (atStart) {
                reset();
            } else {
                Call.method(encoder, "setstate", 0L);
            }
        }
    }
}
