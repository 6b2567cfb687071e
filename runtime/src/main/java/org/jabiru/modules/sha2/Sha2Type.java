package org.jabiru.modules.sha2;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.ByteArguments;

/** The methods of the hash objects of {@code _sha2}. */
@BuiltinType(value = "_sha2.SHA2Type", signature = "none")
final class Sha2Type {
    static final PyType SHA224 = type("_sha2.SHA224Type");
    static final PyType SHA256 = type("_sha2.SHA256Type");
    static final PyType SHA384 = type("_sha2.SHA384Type");
    static final PyType SHA512 = type("_sha2.SHA512Type");

    private Sha2Type() {}

    private static PyType type(String name) {
        return PyType.builtin(name, Sha2TypeTable::new, null).sealed().madeAtRunTime();
    }

    static PySha2 make(PyType type, String algorithm) {
        try {
            return new PySha2(type, MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw Errors.notImplemented("the JVM has no %s", algorithm);
        }
    }

    private static MessageDigest copyOf(PySha2 self) {
        try {
            return (MessageDigest) self.digest.clone();
        } catch (CloneNotSupportedException e) {
            throw Errors.notImplemented("the JVM cannot copy a hash");
        }
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy of the hash object.")
    static Object copy(PySha2 self) {
        return new PySha2(self.type(), copyOf(self));
    }

    @Builtin(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
    static Object digest(PySha2 self) {
        return ByteArguments.bytes(copyOf(self).digest());
    }

    @Builtin(
            value = "hexdigest(self, /)",
            doc = "Return the digest value as a string of hexadecimal digits.")
    static Object hexDigest(PySha2 self) {
        return Str.of(HexFormat.of().formatHex(copyOf(self).digest()));
    }

    @Builtin(
            value = "update(self, obj, /)",
            doc = "Update this hash object's state with the provided string.")
    static void update(PySha2 self, Object data) {
        self.digest.update(bytes(data));
    }

    static byte[] bytes(Object data) {
        if (Str.valueOrNull(data) != null) {
            throw Errors.typeError("Strings must be encoded before hashing");
        }
        if (!ByteArguments.isBytesLike(data)) {
            throw Errors.typeError("object supporting the buffer API required");
        }
        return ByteArguments.read(data);
    }

    @Builtin(value = "name", kind = BuiltinKind.GETTER)
    static Object name(PySha2 self) {
        return Str.of(self.digest.getAlgorithm().replace("-", "").toLowerCase(Locale.ROOT));
    }

    @Builtin(value = "digest_size", kind = BuiltinKind.GETTER)
    static long digestSize(PySha2 self) {
        return self.digest.getDigestLength();
    }

    @Builtin(value = "block_size", kind = BuiltinKind.GETTER)
    static long blockSize(PySha2 self) {
        return self.digest.getDigestLength() <= 32 ? 64 : 128;
    }
}
