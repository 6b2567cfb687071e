package org.jabiru.modules.imp;

/** The hash in hash-based .pyc files (PEP 552): SipHash-1-3 with the magic number as its key. */
final class SourceHash {
    private SourceHash() {}

    /** Eight bytes, little endian. */
    static byte[] of(long key, byte[] source) {
        long h = siphash13(key, 0, source);
        byte[] out = new byte[8];
        for (int i = 0; i < 8; i++) {
            out[i] = (byte) (h >>> 8 * i);
        }
        return out;
    }

    private static long siphash13(long k0, long k1, byte[] in) {
        State s = new State(k0, k1);
        int full = in.length & ~7;
        for (int i = 0; i < full; i += 8) {
            s.absorb(word(in, i, 8));
        }
        s.absorb(word(in, full, in.length - full) | (long) in.length << 56);
        s.v2 ^= 0xFF;
        s.round();
        s.round();
        s.round();
        return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
    }

    private static long word(byte[] in, int from, int count) {
        long w = 0;
        for (int i = 0; i < count; i++) {
            w |= (in[from + i] & 0xFFL) << 8 * i;
        }
        return w;
    }

    private static final class State {
        long v0;
        long v1;
        long v2;
        long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736F6D6570736575L;
            v1 = k1 ^ 0x646F72616E646F6DL;
            v2 = k0 ^ 0x6C7967656E657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void absorb(long m) {
            v3 ^= m;
            round();
            v0 ^= m;
        }

        void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
