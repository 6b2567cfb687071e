package org.jabiru.modules.imp;

import org.jabiru.protocol.SipHash;

/** The hash in hash-based .pyc files (PEP 552): SipHash-1-3 with the magic number as its key. */
final class SourceHash {
    private SourceHash() {}

    /** Eight bytes, little endian. */
    static byte[] of(long key, byte[] source) {
        long h = SipHash.of(key, 0, source, source.length);
        byte[] out = new byte[8];
        for (int i = 0; i < 8; i++) {
            out[i] = (byte) (h >>> 8 * i);
        }
        return out;
    }
}
