package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/**
 * {@code TextIOWrapper.tell} and {@code seek}. A position is a number that packs where to go in the
 * buffer, the decoder's flags, how many bytes to feed it then, how many characters to skip, and
 * whether the decoder is to see the end: 64 bits each, the position lowest.
 */
final class TextPosition {
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private TextPosition() {}

    private static BigInteger big(Object number) {
        return number instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) number;
    }

    record Cookie(long start, long flags, int feed, int skip, boolean atEnd) {
        static Cookie of(Object number) {
            BigInteger n = big(number);
            return new Cookie(
                    n.and(MASK).longValue(),
                    n.shiftRight(64).and(MASK).longValue(),
                    n.shiftRight(128).and(MASK).intValue(),
                    n.shiftRight(192).and(MASK).intValue(),
                    n.shiftRight(256).signum() != 0);
        }

        Object number() {
            if (flags == 0 && feed == 0 && skip == 0 && !atEnd) {
                return start;
            }
            BigInteger n = BigInteger.valueOf(start);
            n = n.or(BigInteger.valueOf(flags).and(MASK).shiftLeft(64));
            n = n.or(BigInteger.valueOf(feed).shiftLeft(128));
            n = n.or(BigInteger.valueOf(skip).shiftLeft(192));
            return atEnd ? n.or(BigInteger.ONE.shiftLeft(256)) : n;
        }
    }

    static Object tell(PyTextIOWrapper self) {
        if (!self.seekable) {
            throw IoErrors.unsupported("underlying stream is not seekable");
        }
        if (!self.telling) {
            throw Errors.raise(ExceptionTypes.OSError, "telling position disabled by next() call");
        }
        self.writePending();
        self.flushBuffer();
        long position = Args.toLong(Call.method(self.buffer, "tell"));
        PyTextIOWrapper.Snapshot snapshot = self.snapshot;
        if (self.decoder == null || snapshot == null) {
            return position;
        }
        long start = position - snapshot.input().length;
        int skip = self.decodedUsed;
        if (skip == 0) {
            return new Cookie(start, snapshot.flags(), 0, 0, false).number();
        }
        TextDecoder.State saved = self.decoderState();
        boolean pendingCr = self.newlines != null && self.newlines.pendingCr();
        try {
            return replay(self, start, snapshot, skip).number();
        } finally {
            self.setDecoderState(saved);
            if (self.newlines != null) {
                self.newlines.setPendingCr(pendingCr);
            }
        }
    }

    /** Decodes the chunk again, byte by byte, up to the characters that were used. */
    private static Cookie replay(
            PyTextIOWrapper self, long start, PyTextIOWrapper.Snapshot snapshot, int wanted) {
        byte[] input = snapshot.input();
        int skip = wanted;
        long startPosition = start;
        long startFlags = snapshot.flags();
        int fed = 0;
        int decodedCount = 0;
        self.setDecoderState(new TextDecoder.State(new byte[0], snapshot.flags()));
        for (int i = 0; i < input.length; i++) {
            TruffleString part = self.decode(Arrays.copyOfRange(input, i, i + 1), false);
            fed++;
            decodedCount += Str.length(part);
            TextDecoder.State state = self.decoderState();
            if (state.buffer().length == 0 && decodedCount <= skip) {
                startPosition += fed;
                skip -= decodedCount;
                startFlags = state.flags();
                fed = 0;
                decodedCount = 0;
            }
            if (decodedCount >= skip) {
                return new Cookie(startPosition, startFlags, fed, skip, false);
            }
        }
        decodedCount += Str.length(self.decode(new byte[0], true));
        if (decodedCount < skip) {
            throw Errors.raise(ExceptionTypes.OSError, "can't reconstruct logical file position");
        }
        return new Cookie(startPosition, startFlags, fed, skip, true);
    }

    static Object seek(PyTextIOWrapper self, Object target, int whence) {
        if (!self.seekable) {
            throw IoErrors.unsupported("underlying stream is not seekable");
        }
        Object cookie = Numbers.index(target);
        boolean zero = cookie instanceof Long l && l == 0;
        switch (whence) {
            case 1 -> {
                if (!zero) {
                    throw IoErrors.unsupported("can't do nonzero cur-relative seeks");
                }
                Call.method(self, "flush");
                cookie = Call.method(self, "tell");
            }
            case 2 -> {
                if (!zero) {
                    throw IoErrors.unsupported("can't do nonzero end-relative seeks");
                }
                Call.method(self, "flush");
                self.setDecoded(Str.EMPTY);
                self.snapshot = null;
                if (self.decoder != null) {
                    self.resetDecoder();
                }
                Object end = Call.method(self.buffer, "seek", 0L, 2L);
                if (self.encoder != null) {
                    resetEncoder(self, end);
                }
                return end;
            }
            case 0 -> {}
            default -> throw Errors.valueError("invalid whence (%d, should be 0, 1 or 2)", whence);
        }
        if (big(cookie).signum() < 0) {
            throw Errors.valueError("negative seek position %s", big(cookie).toString());
        }
        Call.method(self, "flush");
        Cookie c = Cookie.of(cookie);
        Call.method(self.buffer, "seek", c.start());
        self.setDecoded(Str.EMPTY);
        self.snapshot = null;
        if (self.decoder != null) {
            if (c.start() == 0 && c.flags() == 0) {
                self.resetDecoder();
            } else {
                self.setDecoderState(new TextDecoder.State(new byte[0], c.flags()));
            }
        }
        if (c.skip() > 0) {
            skip(self, c);
        } else {
            self.snapshot =
                    self.decoder == null
                            ? null
                            : new PyTextIOWrapper.Snapshot(c.flags(), new byte[0]);
        }
        if (self.encoder != null) {
            resetEncoder(self, cookie);
        }
        return cookie;
    }

    private static void skip(PyTextIOWrapper self, Cookie c) {
        byte[] input = ByteArguments.read(Call.method(self.buffer, "read", (long) c.feed()));
        self.snapshot = new PyTextIOWrapper.Snapshot(c.flags(), input);
        self.setDecoded(self.decode(input, c.atEnd()));
        if (Str.length(self.decoded) < c.skip()) {
            throw Errors.raise(ExceptionTypes.OSError, "can't restore logical file position");
        }
        self.decodedUsed = c.skip();
    }

    private static void resetEncoder(PyTextIOWrapper self, Object position) {
        self.encoder.setAtStart(position instanceof Long l && l == 0);
    }
}
