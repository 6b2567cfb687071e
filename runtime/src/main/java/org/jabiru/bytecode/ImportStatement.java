package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.module.ModuleShadowing;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** The import statement (Simple statements, The import statement). */
final class ImportStatement {
    private ImportStatement() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object importName(
            PyFunction function, Object[] frameArgs, TruffleString name, int level, Object from) {
        Object importer =
                Names.fromNamespaceOrNull(function.builtinsMapping(), Str.name("__import__"));
        if (importer == null) {
            throw Errors.raise(ExceptionTypes.ImportError, "__import__ not found");
        }
        Object locals =
                frameArgs.length == 2 && !function.code.has(PyCode.CO_OPTIMIZED)
                        ? frameArgs[1]
                        : Singleton.NONE;
        return Call.call(importer, name, function.globals, locals, from, (long) level);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object importFrom(TruffleString name, Object module) {
        Object found = Attributes.getOrNull(module, name);
        if (found != null) {
            return found;
        }
        TruffleString moduleName = Str.valueOrNull(Attributes.getOrNull(module, "__name__"));
        if (moduleName != null) {
            String full = Str.java(moduleName) + "." + Str.java(name);
            Object submodule = PythonContext.get().modules.get(Str.of(full));
            if (submodule != null) {
                return submodule;
            }
        }
        throw cannotImport(name, module, moduleName);
    }

    private static PyException cannotImport(
            TruffleString name, Object module, TruffleString moduleName) {
        String shown = moduleName == null ? "<unknown module name>" : Str.java(moduleName);
        TruffleString file = Str.valueOrNull(Attributes.getOrNull(module, "__file__"));
        Object spec = Attributes.getOrNull(module, "__spec__");
        Object initializing = spec == null ? null : Attributes.getOrNull(spec, "_initializing");
        String where = file == null ? "unknown location" : Str.java(file);
        boolean circular = initializing != null && Truth.isTrue(initializing);
        String advice =
                moduleName == null
                        ? null
                        : ModuleShadowing.advice(
                                spec, Attributes.getOrNull(module, "__name__"), circular);
        String from =
                advice != null
                        ? "'" + shown + "'" + advice
                        : circular
                                ? "partially initialized module '"
                                        + shown
                                        + "' (most likely due to a circular import) ("
                                        + where
                                        + ")"
                                : "'" + shown + "' (" + where + ")";
        PyException e =
                Errors.raise(
                        ExceptionTypes.ImportError,
                        "cannot import name '%s' from %s",
                        Str.java(name),
                        from);
        Attributes.set(e.exception(), "name", moduleName == null ? Singleton.NONE : moduleName);
        Attributes.set(e.exception(), "name_from", name);
        Attributes.set(e.exception(), "path", file == null ? Singleton.NONE : file);
        return e;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void importStar(Object namespace, Object module) {
        Object all = Attributes.getOrNull(module, "__all__");
        if (all != null) {
            for (Object name : Iteration.toArray(all)) {
                TruffleString s = Str.valueOrNull(name);
                if (s == null) {
                    throw Errors.typeError(
                            "Item in %s.__all__ must be str, not %s",
                            Str.java(Repr.str(Attributes.get(module, "__name__"))),
                            Types.of(name).name());
                }
                Names.store(namespace, s, Attributes.get(module, s));
            }
            return;
        }
        Object dict = Attributes.getOrNull(module, "__dict__");
        if (dict == null) {
            throw Errors.raise(
                    ExceptionTypes.ImportError,
                    "from-import-* object has no __dict__ and no" + " __all__");
        }
        Object keys = dict instanceof PyDict ? dict : Call.method(dict, "keys");
        for (Object key : Iteration.toArray(keys)) {
            TruffleString s = Str.valueOrNull(key);
            if (s == null) {
                throw Errors.typeError(
                        "Key in %s.__dict__ must be str, not %s",
                        Str.java(Repr.str(Attributes.get(module, "__name__"))),
                        Types.of(key).name());
            }
            if (Str.length(s) == 0 || Str.codePointAt(s, 0) != '_') {
                Names.store(namespace, s, Sequences.getItem(dict, s));
            }
        }
    }
}
