package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** Decodes bytes that come in pieces: the common encodings here, others through codecs. */
abstract class TextDecoder {
    private static final byte[] NONE = {};

    /** Bytes of a character that is not complete, and flags: as in codecs.IncrementalDecoder. */
    record State(byte[] buffer, long flags) {}

    static TextDecoder of(TruffleString encoding, TruffleString errors) {
        return switch (Encodings.normalized(encoding)) {
            case "utf-8" -> new Utf8(errors);
            case "latin-1" -> new SingleByte(TruffleString.Encoding.ISO_8859_1, encoding, errors);
            case "ascii" -> new SingleByte(TruffleString.Encoding.US_ASCII, encoding, errors);
            default -> new Codec(encoding, errors);
        };
    }

    /** Decodes further bytes; the last ones must complete the last character. */
    abstract TruffleString decode(byte[] input, boolean last);

    State state() {
        return new State(NONE, 0);
    }

    void setState(State state) {}

    void reset() {
        setState(new State(NONE, 0));
    }

    private static TruffleString throughMethod(
            byte[] data, TruffleString encoding, TruffleString errors) {
        return (TruffleString) Call.method(ByteArguments.bytes(data), "decode", encoding, errors);
    }

    private static final class Utf8 extends TextDecoder {
        private final TruffleString errors;
        private byte[] pending = NONE;

        Utf8(TruffleString errors) {
            this.errors = errors;
        }

        @Override
        TruffleString decode(byte[] input, boolean last) {
            byte[] data = input;
            if (pending.length > 0) {
                data = Arrays.copyOf(pending, pending.length + input.length);
                System.arraycopy(input, 0, data, pending.length, input.length);
            }
            int end = last ? data.length : completeEnd(data);
            TruffleString result = decodeAll(data, end);
            pending = end == data.length ? NONE : Arrays.copyOfRange(data, end, data.length);
            return result;
        }

        private TruffleString decodeAll(byte[] data, int end) {
            if (end == 0) {
                return Str.EMPTY;
            }
            TruffleString raw =
                    TruffleString.fromByteArrayUncached(
                            data, 0, end, TruffleString.Encoding.UTF_8, true);
            if (raw.isValidUncached(TruffleString.Encoding.UTF_8)) {
                return raw.switchEncodingUncached(Str.UTF_32);
            }
            return throughMethod(Arrays.copyOf(data, end), Str.name("utf-8"), errors);
        }

        /** Where a last character that is cut off begins. */
        private static int completeEnd(byte[] data) {
            int n = data.length;
            for (int back = 1; back <= 3 && back <= n; back++) {
                int b = data[n - back] & 0xFF;
                if (b >= 0xC0) {
                    int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                    return length > back ? n - back : n;
                }
                if (b < 0x80) {
                    return n;
                }
            }
            return n;
        }

        @Override
        State state() {
            return new State(pending, 0);
        }

        @Override
        void setState(State state) {
            pending = state.buffer();
        }
    }

    private static final class SingleByte extends TextDecoder {
        private final TruffleString.Encoding java;
        private final TruffleString encoding;
        private final TruffleString errors;

        SingleByte(TruffleString.Encoding java, TruffleString encoding, TruffleString errors) {
            this.java = java;
            this.encoding = encoding;
            this.errors = errors;
        }

        @Override
        TruffleString decode(byte[] input, boolean last) {
            TruffleString raw =
                    TruffleString.fromByteArrayUncached(input, 0, input.length, java, true);
            return raw.isValidUncached(java)
                    ? raw.switchEncodingUncached(Str.UTF_32)
                    : throughMethod(input, encoding, errors);
        }
    }

    private static final class Codec extends TextDecoder {
        private final Object decoder;

        Codec(TruffleString encoding, TruffleString errors) {
            Object info = Encodings.lookupText(encoding);
            decoder = Call.call(Attributes.get(info, "incrementaldecoder"), errors);
        }

        @Override
        TruffleString decode(byte[] input, boolean last) {
            Object result = Call.method(decoder, "decode", ByteArguments.bytes(input), last);
            TruffleString s = Str.valueOrNull(result);
            if (s == null) {
                throw Errors.typeError(
                        "decoder should return a string result, not '%s'", Types.of(result).name());
            }
            return s;
        }

        @Override
        State state() {
            Object state = Call.method(decoder, "getstate");
            if (!(state instanceof PyTuple t) || t.size() != 2) {
                throw Errors.typeError("illegal decoder state");
            }
            return new State(ByteArguments.read(t.get(0)), Args.toLong(t.get(1)));
        }

        @Override
        void setState(State state) {
            Call.method(
                    decoder,
                    "setstate",
                    PyTuple.of(ByteArguments.bytes(state.buffer()), state.flags()));
        }

        @Override
        void reset() {
            Call.method(decoder, "reset");
        }
    }
}
