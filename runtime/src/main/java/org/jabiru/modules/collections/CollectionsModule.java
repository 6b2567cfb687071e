package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The module {@code _collections}. */
@BuiltinModule("_collections")
public final class CollectionsModule {
    private CollectionsModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("deque", DequeType.TYPE);
        module.dict.put("defaultdict", DefaultDictType.TYPE);
        module.dict.put("OrderedDict", OrderedDictType.TYPE);
        module.dict.put("_deque_iterator", DequeIterator.TYPE);
        module.dict.put("_deque_reverse_iterator", DequeReverseIterator.TYPE);
        module.dict.put("_tuplegetter", TupleGetter.TYPE);
    }

    @Builtin(
            value = "_count_elements(mapping, iterable, /)",
            doc = "Adds the number of times that each item occurs to its count in the mapping.")
    static void countElements(Object mapping, Object iterable) {
        Object iterator = Iteration.iter(iterable);
        var type = Types.of(mapping);
        boolean plain =
                mapping instanceof PyDict
                        && type.lookup("get") == DictType.TYPE.lookup("get")
                        && type.lookup("__setitem__") == DictType.TYPE.lookup("__setitem__");
        Object get = plain ? null : Attributes.get(mapping, "get");
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (plain) {
                countInDict((PyDict) mapping, x);
            } else {
                Object count = Call.call(get, x, 0L);
                Sequences.setItem(mapping, x, Numbers.binary(BinaryOp.ADD, count, 1L));
            }
        }
    }

    private static void countInDict(PyDict counts, Object item) {
        long hash = HashKey.ofKey(item);
        int position = counts.find(item, hash);
        if (position < 0) {
            counts.put(item, hash, 1L);
            return;
        }
        Object count = counts.valueAt(position);
        if (count instanceof Long l && l != Long.MAX_VALUE) {
            counts.setValueAt(position, l + 1);
        } else {
            counts.put(item, hash, Numbers.binary(BinaryOp.ADD, count, 1L));
        }
    }
}
