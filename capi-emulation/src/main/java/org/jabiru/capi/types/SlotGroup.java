package org.jabiru.capi.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;

/**
 * A field of {@code PyTypeObject} or of one of its tables, with all special methods that its C
 * function stands for: {@code tp_richcompare} is six of them.
 *
 * @param table the offset of the table's pointer in the type, or -1 for a field of the type itself
 * @param field the offset in the table, or in the type
 */
record SlotGroup(int table, int field, SlotKind kind, List<Slot> slots) {
    private static final int TABLE_SIZE_NUMBER = 36 * 8;
    private static final int TABLE_SIZE = 10 * 8;

    private static final Set<String> SEQUENCE_OPERATORS =
            Set.of("__add__", "__mul__", "__iadd__", "__imul__");

    private static final Map<Long, SlotGroup> BY_PLACE = makeAll();
    private static final Map<String, List<SlotGroup>> BY_METHOD = makeByMethod();

    /** {@code tp_new}. */
    static final SlotGroup NEW = at(-1, TypeLayout.NEW);

    static final SlotGroup GET_ATTRIBUTE = at(-1, TypeLayout.GETATTRO);

    static Collection<SlotGroup> all() {
        return BY_PLACE.values();
    }

    /** The group of a field, or null. */
    static SlotGroup at(int table, int field) {
        return BY_PLACE.get(key(table, field));
    }

    /** The fields that a special method fills. */
    static List<SlotGroup> ofMethod(String name) {
        return BY_METHOD.getOrDefault(name, List.of());
    }

    private static long key(int table, int field) {
        return (long) table << 32 | field;
    }

    private static Map<Long, SlotGroup> makeAll() {
        Map<Long, SlotGroup> groups = new LinkedHashMap<>();
        for (Slot s : Slot.all()) {
            groups.computeIfAbsent(
                            key(s.table(), s.field()),
                            k -> new SlotGroup(s.table(), s.field(), s.kind(), new ArrayList<>()))
                    .slots()
                    .add(s);
        }
        add(groups, "__new__", -1, TypeLayout.NEW, SlotKind.NEW);
        return groups;
    }

    private static void add(
            Map<Long, SlotGroup> groups, String method, int table, int field, SlotKind kind) {
        List<Slot> slots = List.of(new Slot(method, table, field, kind, 0));
        groups.put(key(table, field), new SlotGroup(table, field, kind, slots));
    }

    private static Map<String, List<SlotGroup>> makeByMethod() {
        Map<String, List<SlotGroup>> out = new HashMap<>();
        for (SlotGroup g : all()) {
            for (Slot s : g.slots()) {
                List<SlotGroup> groups = out.computeIfAbsent(s.method(), k -> new ArrayList<>());
                if (!groups.contains(g)) {
                    groups.add(g);
                }
            }
        }
        out.put("__getattr__", List.of(at(-1, TypeLayout.GETATTRO)));
        return out;
    }

    /** There is one for each place: what a record would do instead is slow while it is cold. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Whether it is a number's field for what sequences have a field of their own for: + and *. */
    boolean isOfSequences() {
        return table == TypeLayout.AS_NUMBER && SEQUENCE_OPERATORS.contains(slots.get(0).method());
    }

    /** Where the function's pointer is in a type's memory; 0 when the type has no such table. */
    long placeIn(long type) {
        if (table < 0) {
            return type + field;
        }
        long t = Memory.getLong(type + table);
        return t == 0 ? 0 : t + field;
    }

    /** The size of the table. */
    int tableSize() {
        return table == TypeLayout.AS_NUMBER ? TABLE_SIZE_NUMBER : TABLE_SIZE;
    }
}
