package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.builtins.codecs.SingleByte;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;

/** Writes classes, functions and whatever else is found again by its name. */
final class GlobalSaver {
    private final ObjectSaver saver;

    GlobalSaver(ObjectSaver saver) {
        this.saver = saver;
    }

    /**
     * @param given the name, or null for the object's own
     */
    void save(Object o, TruffleString given) {
        Object name = given;
        if (name == null) {
            name = Attributes.getOrNull(o, "__qualname__");
            if (name == null) {
                name = Attributes.get(o, "__name__");
            }
        }
        String[] path = Str.java(Repr.str(name)).split("\\.", -1);
        Object module = moduleOf(o, name, path);
        PickleRegistry registry = PickleRegistry.get();
        if (saver.protocol >= 2) {
            Object code = registry.extensions.get(new PyTuple(module, name));
            if (code != null) {
                saveExtension(Args.toLong(code));
                return;
            }
        }
        if (saver.protocol >= 4) {
            saver.save(module);
            saver.save(name);
            saver.out.op(Opcode.STACK_GLOBAL);
        } else if (path.length > 1) {
            saveNested(module, path);
        } else {
            saveTopLevel(module, name);
        }
        saver.memoize(o);
    }

    private void saveExtension(long code) {
        if (code <= 0 || code > 0x7fffffffL) {
            throw Errors.runtimeError("extension code %d is out of range", code);
        }
        if (code <= 0xff) {
            saver.out.op(Opcode.EXT1, 1, code);
        } else if (code <= 0xffff) {
            saver.out.op(Opcode.EXT2, 2, code);
        } else {
            saver.out.op(Opcode.EXT4, 4, code);
        }
    }

    /** Before protocol 4: {@code getattr(getattr(a, "b"), "c")}. */
    private void saveNested(Object module, String[] path) {
        Object getattr = PythonContext.get().builtins.dict.get("getattr");
        for (int i = 1; i < path.length; i++) {
            saver.save(getattr);
            if (saver.protocol < 2) {
                saver.out.op(Opcode.MARK);
            }
        }
        saveTopLevel(module, Str.of(path[0]));
        for (int i = 1; i < path.length; i++) {
            saver.save(Str.of(path[i]));
            saver.out.op(saver.protocol < 2 ? Opcode.TUPLE : Opcode.TUPLE2);
            saver.out.op(Opcode.REDUCE);
        }
    }

    private void saveTopLevel(Object module, Object name) {
        if (saver.pickler.fixImports) {
            PyDict names = PickleRegistry.compatible("REVERSE_NAME_MAPPING");
            PyDict modules = PickleRegistry.compatible("REVERSE_IMPORT_MAPPING");
            Object known = names.get(new PyTuple(module, name));
            if (known instanceof PyTuple t && t.size() == 2) {
                module = t.get(0);
                name = t.get(1);
            } else if (modules.get(module) != null) {
                module = modules.get(module);
            }
        }
        saver.out.op(Opcode.GLOBAL);
        saver.out.bytes(encoded(module, "module"));
        saver.out.ascii("\n");
        saver.out.bytes(encoded(name, "global"));
        saver.out.ascii("\n");
    }

    private byte[] encoded(Object name, String what) {
        TruffleString s = Str.valueOrNull(name);
        if (s == null) {
            throw Errors.typeError("a name must be a str, not %s", PickleErrors.typeName(name));
        }
        try {
            return saver.protocol >= 3
                    ? Utf8.encode(s, "strict")
                    : SingleByte.encodeAscii(s, "strict");
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.UnicodeEncodeError)) {
                throw e;
            }
            throw after(
                    e,
                    PickleErrors.pickling(
                            "can't pickle %s identifier %s using pickle protocol %d",
                            what, Str.java(Repr.repr(name)), saver.protocol));
        }
    }

    /** An error that was raised while another one was handled. */
    private static PyException after(PyException cause, PyException e) {
        Attributes.set(e.exception(), "__context__", cause.exception());
        return e;
    }

    private static PyException cannot(Object o, String why) {
        return PickleErrors.pickling("Can't pickle %s: %s", Str.java(Repr.repr(o)), why);
    }

    private static Object moduleOf(Object o, Object name, String[] path) {
        Object module = Attributes.getOrNull(o, "__module__");
        for (String part : path) {
            if (part.equals("<locals>")) {
                throw PickleErrors.pickling("Can't pickle local object %s", Str.java(Repr.repr(o)));
            }
        }
        PyDict modules = (PyDict) PythonContext.get().sys.dict.get("modules");
        if (module == null || module == Singleton.NONE) {
            module = search(o, path, modules);
        }
        String where = Str.java(Repr.str(module)) + "." + Str.java(Repr.str(name));
        Object found;
        try {
            Object importFunction = PythonContext.get().builtins.dict.get("__import__");
            Call.call(importFunction, module);
            found = modules.get(module);
            if (found == null) {
                throw Errors.keyError(module);
            }
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ImportError)
                    || e.is(ExceptionTypes.ValueError)
                    || e.is(ExceptionTypes.KeyError)) {
                throw after(e, cannot(o, Str.java(Repr.str(e.exception()))));
            }
            throw e;
        }
        try {
            for (String part : path) {
                found = Attributes.get(found, part);
            }
        } catch (PyException e) {
            if (e.is(ExceptionTypes.AttributeError)) {
                throw after(e, cannot(o, "it's not found as " + where));
            }
            throw e;
        }
        if (!Comparison.same(found, o)) {
            throw cannot(o, "it's not the same object as " + where);
        }
        return module;
    }

    /** The name of a module in which the object is found. */
    private static Object search(Object o, String[] path, PyDict modules) {
        List<Object[]> all = new ArrayList<>();
        for (int i = modules.first(); i >= 0; i = modules.next(i)) {
            all.add(new Object[] {modules.keyAt(i), modules.valueAt(i)});
        }
        for (Object[] entry : all) {
            String name = Str.java(Repr.str(entry[0]));
            if (name.equals("__main__")
                    || name.equals("__mp_main__")
                    || entry[1] == Singleton.NONE) {
                continue;
            }
            Object found = entry[1];
            for (String part : path) {
                found = found == null ? null : Attributes.getOrNull(found, part);
            }
            if (found == o) {
                return entry[0];
            }
        }
        return Str.name("__main__");
    }
}
