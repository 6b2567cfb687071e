package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.sys.SysModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** The operations of a pickle that call something: classes, functions, methods of containers. */
final class ObjectBuilder {
    private final PyUnpickler unpickler;
    private final LoadStack stack;

    /** {@code find_class} where a subclass or the instance has another one, or null. */
    private final Object ownFindClass;

    ObjectBuilder(PyUnpickler unpickler, LoadStack stack) {
        this.unpickler = unpickler;
        this.stack = stack;
        boolean plain =
                unpickler.type() == UnpicklerType.TYPE
                        && Attributes.instanceDict(unpickler).size() == 0;
        this.ownFindClass = plain ? null : Attributes.get(unpickler, "find_class");
    }

    Object findClass(Object module, Object name) {
        return ownFindClass != null
                ? Call.call(ownFindClass, module, name)
                : GlobalLoader.find(unpickler, module, name);
    }

    Object extension(long code) {
        PickleRegistry registry = PickleRegistry.get();
        Object known = registry.extensionCache.get(code);
        if (known != null) {
            return known;
        }
        Object names = registry.invertedExtensions.get(code);
        if (names == null) {
            if (code <= 0) {
                throw PickleErrors.unpickling("EXT specifies code <= 0");
            }
            throw Errors.valueError("unregistered extension code %d", code);
        }
        if (!(names instanceof PyTuple t)
                || t.size() != 2
                || Str.valueOrNull(t.get(0)) == null
                || Str.valueOrNull(t.get(1)) == null) {
            throw Errors.valueError("_inverted_registry[%d] isn't a 2-tuple of strings", code);
        }
        Object found = findClass(t.get(0), t.get(1));
        registry.extensionCache.put(code, found);
        return found;
    }

    // ---- containers ----

    void append(Object[] items) {
        Object target = stack.top();
        if (items.length == 0) {
            return;
        }
        if (target instanceof PyList l && Types.of(l) == ListType.TYPE) {
            for (Object item : items) {
                l.append(item);
            }
            return;
        }
        Object extend = Attributes.getOrNull(target, "extend");
        if (extend != null) {
            Call.call(extend, new PyList(items));
            return;
        }
        Object append = Attributes.get(target, "append");
        for (Object item : items) {
            Call.call(append, item);
        }
    }

    void setItems(Object target, Object[] items, String operation) {
        if (items.length % 2 != 0) {
            throw PickleErrors.unpickling("odd number of items for %s", operation);
        }
        boolean dict = Types.of(target) == DictType.TYPE;
        for (int i = 0; i < items.length; i += 2) {
            if (dict) {
                ((PyDict) target).put(items[i], items[i + 1]);
            } else {
                Sequences.setItem(target, items[i], items[i + 1]);
            }
        }
    }

    void addItems(Object[] items) {
        Object target = stack.top();
        if (target instanceof PySet s && !s.isFrozen()) {
            for (Object item : items) {
                s.add(item);
            }
            return;
        }
        Object add = Attributes.get(target, "add");
        for (Object item : items) {
            Call.call(add, item);
        }
    }

    Object frozenSet(Object[] items) {
        return Call.call(FrozenSetType.TYPE, new PyList(items));
    }

    // ---- instances ----

    Object instantiate(Object cls, Object[] arguments) {
        if (arguments.length > 0
                || !(cls instanceof PyType)
                || Attributes.getOrNull(cls, "__getinitargs__") != null) {
            return Call.call(cls, arguments);
        }
        return Call.call(Attributes.get(cls, "__new__"), cls);
    }

    void object() {
        Object[] items = stack.popMark();
        if (items.length == 0) {
            throw PickleErrors.unpickling("unpickling stack underflow");
        }
        stack.push(instantiate(items[0], Arrays.copyOfRange(items, 1, items.length)));
    }

    void newObject(boolean withKeywords) {
        String operation = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
        Object keywords = withKeywords ? stack.pop() : null;
        Object arguments = stack.pop();
        Object cls = stack.pop();
        if (!(cls instanceof PyType)) {
            throw wrong(operation, "class argument must be a type", cls);
        }
        if (!(arguments instanceof PyTuple t)) {
            throw wrong(operation, "args argument must be a tuple", arguments);
        }
        if (withKeywords && !(keywords instanceof PyDict)) {
            throw wrong(operation, "kwargs argument must be a dict", keywords);
        }
        Object[] all = new Object[t.size() + 1];
        all[0] = cls;
        System.arraycopy(t.items, 0, all, 1, t.size());
        Object make = Attributes.get(cls, "__new__");
        stack.push(
                keywords instanceof PyDict d
                        ? CallWithDict.call(make, all, d)
                        : Call.call(make, all));
    }

    private static RuntimeException wrong(String operation, String what, Object got) {
        return PickleErrors.unpickling("%s %s, not %s", operation, what, Types.of(got).fullName());
    }

    void reduce() {
        Object arguments = stack.pop();
        Object function = stack.pop();
        Object[] all = arguments instanceof PyTuple t ? t.items : Iteration.toArray(arguments);
        stack.push(Call.call(function, all.clone()));
    }

    void build() {
        Object state = stack.pop();
        Object instance = stack.top();
        Object setState = Attributes.getOrNull(instance, "__setstate__");
        if (setState != null) {
            Call.call(setState, state);
            return;
        }
        Object slots = null;
        if (state instanceof PyTuple t && t.size() == 2) {
            state = t.get(0);
            slots = t.get(1);
        }
        if (state != Singleton.NONE) {
            if (!(state instanceof PyDict d)) {
                throw PickleErrors.unpickling("state is not a dictionary");
            }
            setAttributes(Attributes.get(instance, "__dict__"), d);
        }
        if (slots != null && slots != Singleton.NONE) {
            if (!(slots instanceof PyDict d)) {
                throw PickleErrors.unpickling("slot state is not a dictionary");
            }
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                TruffleString name = Str.valueOrNull(d.keyAt(i));
                if (name == null) {
                    throw Errors.typeError(
                            "attribute name must be string, not '%s'",
                            Types.of(d.keyAt(i)).fullName());
                }
                Attributes.set(instance, name, d.valueAt(i));
            }
        }
    }

    private static void setAttributes(Object dict, PyDict state) {
        for (int i = state.first(); i >= 0; i = state.next(i)) {
            Object key = state.keyAt(i);
            if (key instanceof TruffleString s) {
                key = SysModule.intern(s);
            }
            if (dict instanceof PyDict d && Types.of(d) == DictType.TYPE) {
                d.put(key, state.valueAt(i));
            } else {
                Sequences.setItem(dict, key, state.valueAt(i));
            }
        }
    }
}
