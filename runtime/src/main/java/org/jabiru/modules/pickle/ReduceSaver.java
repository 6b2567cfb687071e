package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** Writes what {@code __reduce_ex__} and its like return (PEP 307). */
final class ReduceSaver {
    private final ObjectSaver saver;

    ReduceSaver(ObjectSaver saver) {
        this.saver = saver;
    }

    /** A reduced value: the name of a global, or a tuple. */
    void saveReduced(Object o, Object reduced) {
        TruffleString name = Str.valueOrNull(reduced);
        if (name != null) {
            saver.globals.save(o, name);
            return;
        }
        try {
            if (!(reduced instanceof PyTuple t)) {
                throw PickleErrors.pickling(
                        "__reduce__ must return a string or tuple, not %s",
                        PickleErrors.typeName(reduced));
            }
            if (t.size() < 2 || t.size() > 6) {
                throw PickleErrors.pickling(
                        "tuple returned by __reduce__ must contain 2 through 6 elements");
            }
            saveTuple(o, t);
        } catch (PyException e) {
            throw PickleErrors.during(e, o, "object");
        }
    }

    /** A function and its arguments that make an object again. */
    void save(Object o, Object function, PyTuple arguments) {
        saveTuple(o, new PyTuple(function, arguments));
    }

    private static Object item(PyTuple t, int index) {
        return index < t.size() && t.get(index) != Singleton.NONE ? t.get(index) : null;
    }

    private void saveTuple(Object o, PyTuple t) {
        Object function = t.get(0);
        if (!Call.isCallable(function)) {
            throw bad("first", "callable", function);
        }
        if (!(t.get(1) instanceof PyTuple arguments)) {
            throw bad("second", "a tuple", t.get(1));
        }
        Object listItems = item(t, 3);
        if (listItems != null && !isIterator(listItems)) {
            throw bad("fourth", "an iterator", listItems);
        }
        Object dictItems = item(t, 4);
        if (dictItems != null && !isIterator(dictItems)) {
            throw bad("fifth", "an iterator", dictItems);
        }
        Object setter = item(t, 5);
        if (setter != null && !Call.isCallable(setter)) {
            throw bad("sixth", "callable", setter);
        }
        saveConstruction(o, function, arguments);
        Integer known = saver.memo().get(o);
        if (known != null) {
            // Its arguments contained it: it is there already.
            saver.out.op(Opcode.POP);
            saver.get(known);
        } else {
            saver.memoize(o);
        }
        if (listItems != null) {
            saver.containers.saveItems(new Items.OfIterator(listItems), o);
        }
        if (dictItems != null) {
            saver.containers.saveEntries(new Items.OfIterator(dictItems), o);
        }
        Object state = item(t, 2);
        if (state != null) {
            saveState(o, state, setter);
        }
    }

    private static boolean isIterator(Object o) {
        return o instanceof JavaIterator || Types.of(o).lookup("__next__") != null;
    }

    private static PyException bad(String which, String wanted, Object got) {
        return PickleErrors.pickling(
                "%s item of the tuple returned by __reduce__ must be %s, not %s",
                which, wanted, PickleErrors.typeName(got));
    }

    private void part(Object o, Object part, String what) {
        try {
            saver.save(part);
        } catch (PyException e) {
            throw PickleErrors.during(e, o, what);
        }
    }

    private void saveConstruction(Object o, Object function, PyTuple arguments) {
        String name = "";
        if (saver.protocol >= 2) {
            TruffleString s = Str.valueOrNull(Attributes.getOrNull(function, "__name__"));
            name = s == null ? "" : Str.java(s);
        }
        if (name.equals("__newobj_ex__")) {
            saveNewObjectWithKeywords(o, arguments);
        } else if (name.equals("__newobj__")) {
            if (arguments.size() < 1) {
                throw PickleErrors.pickling("__newobj__ expected at least 1 argument, got 0");
            }
            Object cls = arguments.get(0);
            checkClass("__newobj__", o, cls);
            part(o, cls, "class");
            Object[] rest = Arrays.copyOfRange(arguments.items, 1, arguments.size());
            part(o, PyTuple.of(rest), "__new__ arguments");
            saver.out.op(Opcode.NEWOBJ);
        } else {
            part(o, function, "reconstructor");
            part(o, arguments, "reconstructor arguments");
            saver.out.op(Opcode.REDUCE);
        }
    }

    private static void checkClass(String function, Object o, Object cls) {
        if (Attributes.getOrNull(cls, "__new__") == null) {
            throw PickleErrors.pickling("first argument to %s() has no __new__", function);
        }
        Object own = Attributes.get(o, "__class__");
        if (cls != own) {
            throw PickleErrors.pickling(
                    "first argument to %s() must be %s, not %s",
                    function, Str.java(Repr.repr(own)), Str.java(Repr.repr(cls)));
        }
    }

    private void saveNewObjectWithKeywords(Object o, PyTuple arguments) {
        if (arguments.size() != 3) {
            throw PickleErrors.pickling(
                    "__newobj_ex__ expected 3 arguments, got %d", arguments.size());
        }
        Object cls = arguments.get(0);
        if (Attributes.getOrNull(cls, "__new__") == null) {
            throw PickleErrors.pickling("first argument to __newobj_ex__() has no __new__");
        }
        if (!(arguments.get(1) instanceof PyTuple positional)) {
            throw PickleErrors.pickling(
                    "second argument to __newobj_ex__() must be a tuple, not %s",
                    PickleErrors.typeName(arguments.get(1)));
        }
        if (!(arguments.get(2) instanceof PyDict keywords)) {
            throw PickleErrors.pickling(
                    "third argument to __newobj_ex__() must be a dict, not %s",
                    PickleErrors.typeName(arguments.get(2)));
        }
        checkClass("__newobj_ex__", o, cls);
        if (saver.protocol >= 4) {
            part(o, cls, "class");
            part(o, positional, "__new__ arguments");
            part(o, keywords, "__new__ arguments");
            saver.out.op(Opcode.NEWOBJ_EX);
            return;
        }
        Object[] all = new Object[positional.size() + 2];
        all[0] = Attributes.get(cls, "__new__");
        all[1] = cls;
        System.arraycopy(positional.items, 0, all, 2, positional.size());
        Object partial = Modules.attribute("functools", "partial");
        part(o, CallWithDict.call(partial, all, keywords), "reconstructor");
        saver.save(PyTuple.EMPTY);
        saver.out.op(Opcode.REDUCE);
    }

    private void saveState(Object o, Object state, Object setter) {
        if (setter == null) {
            part(o, state, "state");
            saver.out.op(Opcode.BUILD);
            return;
        }
        part(o, setter, "state setter");
        saver.save(o);
        part(o, state, "state");
        saver.out.op(Opcode.TUPLE2);
        saver.out.op(Opcode.REDUCE);
        saver.out.op(Opcode.POP);
    }
}
