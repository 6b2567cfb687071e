package org.jabiru.modules.sha2;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The functions of {@code _sha2}. */
@BuiltinModule("_sha2")
public final class Sha2Module {
    private Sha2Module() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("SHA224Type", Sha2Type.SHA224);
        d.put("SHA256Type", Sha2Type.SHA256);
        d.put("SHA384Type", Sha2Type.SHA384);
        d.put("SHA512Type", Sha2Type.SHA512);
        // CPython gives the lock away for more; here: never, as it is the interpreter's own.
        d.put("_GIL_MINSIZE", 2048L);
    }

    private static Object hash(PyType type, String algorithm, Object data, Object string) {
        if (data != null && string != Singleton.NONE) {
            throw Errors.typeError(
                    "'data' and 'string' are mutually exclusive and support for 'string' keyword"
                            + " parameter is slated for removal in a future version.");
        }
        PySha2 made = Sha2Type.make(type, algorithm);
        Object given = data != null ? data : string;
        if (given != Singleton.NONE) {
            made.digest.update(Sha2Type.bytes(given));
        }
        return made;
    }

    @Builtin(
            value = "sha224(data=<unrepresentable>, *, usedforsecurity=True, string=None)",
            shown = "($module, /, data=b'', *, usedforsecurity=True, string=None)",
            doc = "Return a new SHA-224 hash object; optionally initialized with a string.")
    static Object sha224(Object data, boolean security, Object string) {
        return hash(Sha2Type.SHA224, "SHA-224", data, string);
    }

    @Builtin(
            value = "sha256(data=<unrepresentable>, *, usedforsecurity=True, string=None)",
            shown = "($module, /, data=b'', *, usedforsecurity=True, string=None)",
            doc = "Return a new SHA-256 hash object; optionally initialized with a string.")
    static Object sha256(Object data, boolean security, Object string) {
        return hash(Sha2Type.SHA256, "SHA-256", data, string);
    }

    @Builtin(
            value = "sha384(data=<unrepresentable>, *, usedforsecurity=True, string=None)",
            shown = "($module, /, data=b'', *, usedforsecurity=True, string=None)",
            doc = "Return a new SHA-384 hash object; optionally initialized with a string.")
    static Object sha384(Object data, boolean security, Object string) {
        return hash(Sha2Type.SHA384, "SHA-384", data, string);
    }

    @Builtin(
            value = "sha512(data=<unrepresentable>, *, usedforsecurity=True, string=None)",
            shown = "($module, /, data=b'', *, usedforsecurity=True, string=None)",
            doc = "Return a new SHA-512 hash object; optionally initialized with a string.")
    static Object sha512(Object data, boolean security, Object string) {
        return hash(Sha2Type.SHA512, "SHA-512", data, string);
    }
}
