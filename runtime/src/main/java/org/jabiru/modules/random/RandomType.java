package org.jabiru.modules.random;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;

/** The methods of {@code _random.Random}. */
@BuiltinType("Random")
public final class RandomType {
    public static final PyType TYPE =
            PyType.builtin("_random.Random", RandomTypeTable::new, Instance::new).madeAtRunTime();

    private RandomType() {}

    /** A generator. */
    static final class Instance extends PyObject {
        final MersenneTwister twister = new MersenneTwister();

        Instance(PyType type) {
            super(type);
        }
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(Instance self, Object[] args, PyDict keywords) {
        if (self.type() == TYPE && keywords.size() > 0) {
            throw Errors.typeError("Random() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("Random() requires 0 or 1 argument");
        }
        seed(self, args.length == 0 ? Singleton.NONE : args[0]);
    }

    @Builtin(value = "random(self, /)", doc = "A float in the interval [0, 1).")
    static double random(Instance self) {
        return self.twister.nextDouble();
    }

    @Builtin(value = "seed(self, n=None, /)", doc = "Starts from a number, a hash or system noise.")
    static void seed(Instance self, Object n) {
        if (n == Singleton.NONE) {
            int[] key = new int[MersenneTwister.SIZE];
            SecureRandom noise = new SecureRandom();
            for (int i = 0; i < key.length; i++) {
                key[i] = noise.nextInt();
            }
            self.twister.seed(key);
            return;
        }
        Object value = Numbers.intOrNull(n);
        BigInteger seed =
                value != null
                        ? Numbers.big(value).abs()
                        : new BigInteger(Long.toUnsignedString(Hashing.hash(n)));
        int[] key = new int[Math.max(1, (seed.bitLength() + 31) / 32)];
        for (int i = 0; i < key.length; i++) {
            key[i] = seed.shiftRight(32 * i).intValue();
        }
        self.twister.seed(key);
    }

    @Builtin(value = "getstate(self, /)", doc = "The state, for setstate.")
    static Object getState(Instance self) {
        Object[] out = new Object[MersenneTwister.SIZE + 1];
        for (int i = 0; i < MersenneTwister.SIZE; i++) {
            out[i] = Integer.toUnsignedLong(self.twister.state[i]);
        }
        out[MersenneTwister.SIZE] = (long) self.twister.index;
        return new PyTuple(out);
    }

    @Builtin(value = "setstate(self, state, /)", doc = "Goes back to a state from getstate.")
    static void setState(Instance self, Object state) {
        if (!(state instanceof PyTuple t)) {
            throw Errors.typeError("state vector must be a tuple");
        }
        if (t.size() != MersenneTwister.SIZE + 1) {
            throw Errors.valueError("state vector is the wrong size");
        }
        int[] words = new int[MersenneTwister.SIZE];
        for (int i = 0; i < words.length; i++) {
            words[i] = Numbers.big(Numbers.index(t.get(i))).intValue();
        }
        long index = Args.toLong(t.get(MersenneTwister.SIZE));
        if (index < 0 || index > MersenneTwister.SIZE) {
            throw Errors.valueError("invalid state");
        }
        System.arraycopy(words, 0, self.twister.state, 0, words.length);
        self.twister.index = (int) index;
    }

    @Builtin(value = "getrandbits(self, k, /)", doc = "An int of k random bits.")
    static Object getRandBits(Instance self, Object count) {
        Object n = Numbers.index(count);
        if (Numbers.big(n).signum() < 0) {
            throw Errors.valueError("Cannot convert negative int");
        }
        if (!(n instanceof Long k) || k > Integer.MAX_VALUE) {
            throw Errors.overflowError("Python int too large to convert to C uint64_t");
        }
        if (k == 0) {
            return 0L;
        }
        if (k <= 32) {
            return Integer.toUnsignedLong(self.twister.nextInt()) >>> 32 - k;
        }
        int words = (int) ((k - 1) / 32 + 1);
        byte[] bigEndian = new byte[words * 4];
        long left = k;
        for (int i = 0; i < words; i++, left -= 32) {
            int r = self.twister.nextInt();
            if (left < 32) {
                r >>>= 32 - left;
            }
            int at = (words - 1 - i) * 4;
            bigEndian[at] = (byte) (r >>> 24);
            bigEndian[at + 1] = (byte) (r >>> 16);
            bigEndian[at + 2] = (byte) (r >>> 8);
            bigEndian[at + 3] = (byte) r;
        }
        return Numbers.normalize(new BigInteger(1, bigEndian));
    }
}
