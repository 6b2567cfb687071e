package org.jabiru.modules.pickle;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** Writes tuples, lists, dicts and sets, and the items of what is reduced to them. */
final class ContainerSaver {
    private static final int BATCH = 1000;

    private final ObjectSaver saver;

    ContainerSaver(ObjectSaver saver) {
        this.saver = saver;
    }

    private PickleOutput out() {
        return saver.out;
    }

    private boolean bin() {
        return saver.pickler.bin;
    }

    private void saveItem(Object item, Object owner, Object position) {
        try {
            saver.save(item);
        } catch (PyException e) {
            throw PickleErrors.during(e, owner, "item " + position);
        }
    }

    void saveTuple(PyTuple t) {
        int n = t.size();
        if (n == 0) {
            if (bin()) {
                out().op(Opcode.EMPTY_TUPLE);
            } else {
                out().op(Opcode.MARK);
                out().op(Opcode.TUPLE);
            }
            return;
        }
        boolean small = n <= 3 && saver.protocol >= 2;
        if (!small) {
            out().op(Opcode.MARK);
        }
        for (int i = 0; i < n; i++) {
            saveItem(t.get(i), t, i);
        }
        Integer known = saver.memo().get(t);
        if (known == null) {
            out().op(small ? Opcode.TUPLE1 + n - 1 : Opcode.TUPLE);
            saver.memoize(t);
            return;
        }
        // It contains itself: its items, on the stack now, made it already.
        if (!small && bin()) {
            out().op(Opcode.POP_MARK);
        } else {
            for (int i = 0; i < (small ? n : n + 1); i++) {
                out().op(Opcode.POP);
            }
        }
        saver.get(known);
    }

    void saveList(PyList l) {
        if (bin()) {
            out().op(Opcode.EMPTY_LIST);
        } else {
            out().op(Opcode.MARK);
            out().op(Opcode.LIST);
        }
        saver.memoize(l);
        saveItems(new Items.OfList(l), l);
    }

    /** The items of a list: appended in batches. */
    void saveItems(Items items, Object owner) {
        int position = 0;
        Object first = items.next();
        while (first != null) {
            if (!bin()) {
                saveItem(first, owner, position++);
                out().op(Opcode.APPEND);
                first = items.next();
                continue;
            }
            Object second = items.next();
            if (second == null) {
                saveItem(first, owner, position);
                out().op(Opcode.APPEND);
                return;
            }
            out().op(Opcode.MARK);
            saveItem(first, owner, position++);
            int inBatch = 1;
            Object item = second;
            while (item != null) {
                saveItem(item, owner, position++);
                item = ++inBatch == BATCH ? null : items.next();
            }
            out().op(Opcode.APPENDS);
            first = inBatch == BATCH ? items.next() : null;
        }
    }

    void saveDict(PyDict d) {
        if (bin()) {
            out().op(Opcode.EMPTY_DICT);
        } else {
            out().op(Opcode.MARK);
            out().op(Opcode.DICT);
        }
        saver.memoize(d);
        if (d.size() > 0) {
            saveEntries(new Items.OfDict(d), d);
        }
    }

    private void saveEntry(Object entry, Object owner) {
        if (!(entry instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("dict items iterator must return 2-tuples");
        }
        saver.save(t.get(0));
        try {
            saver.save(t.get(1));
        } catch (PyException e) {
            throw PickleErrors.during(e, owner, "item " + Str.java(Repr.repr(t.get(0))));
        }
    }

    /** The entries of a dict, as pairs. */
    void saveEntries(Items entries, Object owner) {
        Object first = entries.next();
        while (first != null) {
            if (!bin()) {
                saveEntry(first, owner);
                out().op(Opcode.SETITEM);
                first = entries.next();
                continue;
            }
            Object second = entries.next();
            if (second == null) {
                saveEntry(first, owner);
                out().op(Opcode.SETITEM);
                return;
            }
            out().op(Opcode.MARK);
            saveEntry(first, owner);
            int inBatch = 1;
            Object entry = second;
            while (entry != null) {
                saveEntry(entry, owner);
                entry = ++inBatch == BATCH ? null : entries.next();
            }
            out().op(Opcode.SETITEMS);
            first = inBatch == BATCH ? entries.next() : null;
        }
    }

    void saveSet(PySet s) {
        if (saver.protocol < 4) {
            PyList items = new PyList(Iteration.toArray(s));
            saver.reduce.save(s, Types.of(s), new PyTuple(items));
            return;
        }
        if (s.isFrozen()) {
            saveFrozenSet(s);
            return;
        }
        out().op(Opcode.EMPTY_SET);
        saver.memoize(s);
        Object iterator = s.size() == 0 ? null : Iteration.iter(s);
        Object item = iterator == null ? null : Iteration.next(iterator);
        while (item != null) {
            out().op(Opcode.MARK);
            for (int i = 0; item != null && i < BATCH; i++) {
                saveElement(item, s);
                item = Iteration.next(iterator);
            }
            out().op(Opcode.ADDITEMS);
        }
    }

    private void saveElement(Object item, PySet owner) {
        try {
            saver.save(item);
        } catch (PyException e) {
            throw PickleErrors.during(e, owner, "element");
        }
    }

    private void saveFrozenSet(PySet s) {
        out().op(Opcode.MARK);
        for (Object item : Iteration.toArray(s)) {
            saveElement(item, s);
        }
        Integer known = saver.memo().get(s);
        if (known != null) {
            out().op(Opcode.POP_MARK);
            saver.get(known);
            return;
        }
        out().op(Opcode.FROZENSET);
        saver.memoize(s);
    }
}
