package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The methods of {@code io.IncrementalNewlineDecoder}. */
@BuiltinType("_io.IncrementalNewlineDecoder")
public final class IncrementalNewlineDecoderType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.IncrementalNewlineDecoder",
                            IncrementalNewlineDecoderTypeTable::new,
                            PyNewlineDecoder::new)
                    .madeAtRunTime();

    private IncrementalNewlineDecoderType() {}

    @Builtin("__init__(self, decoder, translate, errors='strict')")
    static void init(PyNewlineDecoder self, Object decoder, boolean translate, Object errors) {
        self.decoder = decoder;
        self.newlines = new NewlineDecoder(translate);
    }

    private static void requireInitialized(PyNewlineDecoder self) {
        if (self.decoder == null) {
            throw Errors.valueError("IncrementalNewlineDecoder.__init__() not called");
        }
    }

    @Builtin("decode(self, /, input, final=False)")
    static Object decode(PyNewlineDecoder self, Object input, boolean last) {
        requireInitialized(self);
        Object text =
                self.decoder == Singleton.NONE
                        ? input
                        : Call.method(self.decoder, "decode", input, last);
        TruffleString s = Str.valueOrNull(text);
        if (s == null) {
            throw Errors.typeError(
                    "decoder should return a string result, not '%s'", Types.of(text).name());
        }
        return self.newlines.decode(s, last);
    }

    @Builtin("getstate(self, /)")
    static Object getstate(PyNewlineDecoder self) {
        requireInitialized(self);
        Object buffer = ByteArguments.bytes(new byte[0]);
        long flag = 0;
        if (self.decoder != Singleton.NONE) {
            PyTuple state = (PyTuple) Call.method(self.decoder, "getstate");
            buffer = state.get(0);
            flag = Args.toLong(state.get(1));
        }
        return PyTuple.of(buffer, flag << 1 | (self.newlines.pendingCr() ? 1 : 0));
    }

    @Builtin("setstate(self, state, /)")
    static void setstate(PyNewlineDecoder self, Object state) {
        requireInitialized(self);
        if (!(state instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("state argument must be a tuple");
        }
        long flag = Args.toLong(t.get(1));
        self.newlines.setPendingCr((flag & 1) != 0);
        if (self.decoder != Singleton.NONE) {
            Call.method(self.decoder, "setstate", PyTuple.of(t.get(0), flag >> 1));
        }
    }

    @Builtin("reset(self, /)")
    static void reset(PyNewlineDecoder self) {
        requireInitialized(self);
        self.newlines.reset();
        if (self.decoder != Singleton.NONE) {
            Call.method(self.decoder, "reset");
        }
    }

    @Builtin(value = "newlines", kind = BuiltinKind.GETTER)
    static Object newlines(PyNewlineDecoder self) {
        requireInitialized(self);
        return self.newlines.newlines();
    }
}
