package org.jabiru.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** SipHash-1-3, by which CPython hashes strs and bytes, and the sources of .pyc files (PEP 552). */
public final class SipHash {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private SipHash() {}

    /** The hash of the first bytes of an array with a key of two words. */
    public static long of(long k0, long k1, byte[] bytes, int length) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        int whole = length & -8;
        // After the words of the text comes one with its rest and length, then three empty rounds.
        for (int at = 0, ended = 0; ended < 4; at += 8) {
            long word = 0;
            if (at < whole) {
                word = (long) LONG.get(bytes, at);
            } else {
                if (ended == 0) {
                    word = (long) length << 56;
                    for (int i = whole; i < length; i++) {
                        word |= (bytes[i] & 0xffL) << 8 * (i - whole);
                    }
                } else if (ended == 1) {
                    v2 ^= 0xff;
                }
                ended++;
            }
            v3 ^= word;
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
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
