package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Str;

/**
 * What the hashes of strs and bytes depend on, chosen once for the process ({@code
 * PYTHONHASHSEED}): strs that Java keeps for the process have hashes before any interpreter runs.
 *
 * <p>CPython: SipHash-1-3 of each str, kept in it; here: only where a seed was given, so that the
 * hashes are CPython's. Otherwise TruffleString's own hash, which the string keeps, is multiplied
 * by a random number: a SipHash would need a table to keep it in.
 */
public final class HashSecret {
    /** The system property which the launcher sets: the seed, or nothing. */
    public static final String PROPERTY = "jabiru.hash.seed";

    /** Whether hashes are those that CPython makes of a seed. */
    static final boolean SEEDED = System.getProperty(PROPERTY) != null;

    private static final long[] KEY = SEEDED ? key() : new long[2];

    /** Odd, so that no two of TruffleString's hashes become one. */
    static final long FACTOR = SEEDED ? 1 : randomFactor();

    /** The hash of the empty str is 0. */
    static final long OF_EMPTY = Str.EMPTY.hashCodeUncached(Str.UTF_32);

    private static final int KEPT = 1 << 12;
    // Pure cache: the strs hashed lately, each at the place that its own hash gives.
    private static final Kept[] CACHE = new Kept[SEEDED ? KEPT : 0];

    private record Kept(TruffleString string, long hash) {}

    private HashSecret() {}

    /** Whether two processes make different hashes of a str. */
    public static boolean isRandom() {
        return !SEEDED || KEY[0] != 0;
    }

    private static long randomFactor() {
        // SecureRandom would load the JDK's providers at every start.
        try (FileInputStream random = new FileInputStream("/dev/urandom")) {
            return words(random.readNBytes(Long.BYTES)).getLong() | 1;
        } catch (IOException e) {
            return System.nanoTime() * 0x9E3779B97F4A7C15L | 1;
        }
    }

    private static long[] key() {
        int seed = (int) Long.parseLong(System.getProperty(PROPERTY));
        if (seed == 0) {
            return new long[2];
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            seed = seed * 214013 + 2531011;
            bytes[i] = (byte) (seed >>> 16);
        }
        ByteBuffer words = words(bytes);
        return new long[] {words.getLong(), words.getLong()};
    }

    private static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The hash of a str by the seed. */
    @TruffleBoundary
    static long seededHash(TruffleString s) {
        int place = s.hashCodeUncached(Str.UTF_32) & KEPT - 1;
        Kept kept = CACHE[place];
        if (kept != null && (kept.string == s || Str.equal(kept.string, s))) {
            return kept.hash;
        }
        long hash = seededHash(CodePoints.of(s));
        CACHE[place] = new Kept(s, hash);
        return hash;
    }

    /** Of the characters in one, two or four bytes each, whatever the widest of them needs. */
    private static long seededHash(CodePoints points) {
        int n = points.length();
        int widest = 0;
        for (int i = 0; i < n; i++) {
            widest |= points.at(i);
        }
        int width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
        byte[] bytes = new byte[n * width];
        for (int i = 0; i < n; i++) {
            int c = points.at(i);
            for (int j = 0; j < width; j++) {
                bytes[i * width + j] = (byte) (c >>> 8 * j);
            }
        }
        return sipHash(bytes, bytes.length);
    }

    /** The hash of the first bytes of an array. */
    public static long hash(byte[] bytes, int length) {
        if (SEEDED) {
            return sipHash(bytes, length);
        }
        // That of the str with these characters, as in CPython.
        return Hashing.hashStr(Str.ofLatin1(bytes, 0, length));
    }

    /** SipHash-1-3; 0 for no bytes. */
    private static long sipHash(byte[] bytes, int length) {
        if (length == 0) {
            return 0;
        }
        long h = SipHash.of(KEY[0], KEY[1], bytes, length);
        return h == -1 ? -2 : h;
    }
}
