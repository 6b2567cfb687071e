package org.jabiru.modules.testinternalcapi;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.contextvars.PersistentMap;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The persistent map behind contexts, for its tests. */
@BuiltinType("hamt")
public final class HamtType {
    static final PyType TYPE =
            PyType.builtin("hamt", HamtTypeTable::new, null).sealed().withWeakReferences();

    /** A map as Python sees it. */
    static final class Hamt extends PyObject {
        final PersistentMap map;

        Hamt(PersistentMap map) {
            super(TYPE);
            this.map = map;
        }
    }

    private HamtType() {}

    @Builtin("set(self, key, value, /)")
    static Object set(Hamt self, Object key, Object value) {
        PersistentMap changed = self.map.with(key, value);
        return changed == self.map ? self : new Hamt(changed);
    }

    @Builtin("get(self, key, default=None, /)")
    static Object get(Hamt self, Object key, Object missing) {
        Object value = self.map.get(key);
        return value == null ? missing : value;
    }

    @Builtin("delete(self, key, /)")
    static Object delete(Hamt self, Object key) {
        PersistentMap changed = self.map.without(key);
        return changed == self.map ? self : new Hamt(changed);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(Hamt self, Object key) {
        Object value = self.map.get(key);
        if (value == null) {
            throw Errors.keyError(key);
        }
        return value;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(Hamt self, Object key) {
        return self.map.get(key) != null;
    }

    @Builtin("__len__(self, /)")
    static long len(Hamt self) {
        return self.map.size();
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(Hamt self, Object other) {
        return other instanceof Hamt o ? self.map.sameAs(o.map) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Hamt self) {
        return keys(self);
    }

    @Builtin("keys(self, /)")
    static Object keys(Hamt self) {
        List<Object> keys = new ArrayList<>();
        self.map.forEach((k, v) -> keys.add(k));
        return new HamtIterator(keys);
    }

    @Builtin("values(self, /)")
    static Object values(Hamt self) {
        List<Object> values = new ArrayList<>();
        self.map.forEach((k, v) -> values.add(v));
        return new HamtIterator(values);
    }

    @Builtin("items(self, /)")
    static Object items(Hamt self) {
        List<Object> items = new ArrayList<>();
        self.map.forEach((k, v) -> items.add(PyTuple.of(k, v)));
        return new HamtIterator(items);
    }
}
