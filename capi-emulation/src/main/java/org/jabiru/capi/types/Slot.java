package org.jabiru.capi.types;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;

/**
 * A special method that a field of {@code PyTypeObject} gives a type.
 *
 * @param method the special method
 * @param table the offset of the table's pointer in the type, or -1 for a field of the type itself
 * @param field the offset in the table, or in the type
 * @param operator for comparisons, the number of the operator
 */
record Slot(String method, int table, int field, SlotKind kind, int operator) {
    private static final List<Slot> ALL = makeAll();

    /** All slots, more special ones first where two give the same method. */
    static List<Slot> all() {
        return ALL;
    }

    /** The function in a type's memory, 0 when the type has none. */
    long functionOf(long type) {
        if (table < 0) {
            return Memory.getLong(type + field);
        }
        long t = Memory.getLong(type + table);
        return t == 0 ? 0 : Memory.getLong(t + field);
    }

    /** {@code __text_signature__}: what a call of the special method looks like. */
    String textSignature() {
        return switch (kind) {
            case CALL, INIT -> "($self, /, *args, **kwargs)";
            case UNARY, HASH, NEXT, FINALIZE, BOOL, LENGTH -> "($self, /)";
            case POWER, REFLECTED_POWER -> "($self, value, mod=None, /)";
            case SET_ITEM, SET_SEQUENCE_ITEM -> "($self, " + first() + ", value, /)";
            case DESCR_GET -> "($self, instance, owner=None, /)";
            case DESCR_SET -> "($self, instance, value, /)";
            default -> "($self, " + first() + ", /)";
        };
    }

    private String first() {
        return switch (method) {
            case "__getattribute__", "__setattr__", "__delattr__" -> "name";
            case "__getitem__", "__setitem__", "__delitem__", "__contains__" -> "key";
            case "__delete__" -> "instance";
            case "__buffer__" -> "flags";
            case "__release_buffer__" -> "buffer";
            default -> "value";
        };
    }

    private static final class Maker {
        final List<Slot> slots = new ArrayList<>();

        void add(String method, int table, int field, SlotKind kind) {
            slots.add(new Slot(method, table, field, kind, 0));
        }

        void type(String method, int field, SlotKind kind) {
            add(method, -1, field, kind);
        }

        void number(String name, int field) {
            add("__" + name + "__", TypeLayout.AS_NUMBER, field, SlotKind.BINARY);
            add("__r" + name + "__", TypeLayout.AS_NUMBER, field, SlotKind.REFLECTED);
        }

        void inPlace(String name, int field) {
            add("__i" + name + "__", TypeLayout.AS_NUMBER, field, SlotKind.BINARY);
        }

        void unary(String name, int field) {
            add("__" + name + "__", TypeLayout.AS_NUMBER, field, SlotKind.UNARY);
        }
    }

    private static List<Slot> makeAll() {
        Maker m = new Maker();
        m.type("__repr__", TypeLayout.REPR, SlotKind.UNARY);
        m.type("__hash__", TypeLayout.HASH, SlotKind.HASH);
        m.type("__call__", TypeLayout.CALL, SlotKind.CALL);
        m.type("__str__", TypeLayout.STR, SlotKind.UNARY);
        m.type("__getattribute__", TypeLayout.GETATTRO, SlotKind.BINARY);
        m.type("__setattr__", TypeLayout.SETATTRO, SlotKind.SET_ITEM);
        m.type("__delattr__", TypeLayout.SETATTRO, SlotKind.DELETE_ITEM);
        String[] comparisons = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
        for (int i = 0; i < comparisons.length; i++) {
            m.slots.add(new Slot(comparisons[i], -1, TypeLayout.RICHCOMPARE, SlotKind.COMPARE, i));
        }
        m.type("__iter__", TypeLayout.ITER, SlotKind.UNARY);
        m.type("__next__", TypeLayout.ITERNEXT, SlotKind.NEXT);
        m.type("__get__", TypeLayout.DESCR_GET, SlotKind.DESCR_GET);
        m.type("__set__", TypeLayout.DESCR_SET, SlotKind.DESCR_SET);
        m.type("__delete__", TypeLayout.DESCR_SET, SlotKind.DESCR_DELETE);
        m.type("__init__", TypeLayout.INIT, SlotKind.INIT);
        m.type("__del__", TypeLayout.FINALIZE, SlotKind.FINALIZE);
        numbers(m);
        int mapping = TypeLayout.AS_MAPPING;
        m.add("__len__", mapping, 0, SlotKind.LENGTH);
        m.add("__getitem__", mapping, 8, SlotKind.BINARY);
        m.add("__setitem__", mapping, 16, SlotKind.SET_ITEM);
        m.add("__delitem__", mapping, 16, SlotKind.DELETE_ITEM);
        int sequence = TypeLayout.AS_SEQUENCE;
        m.add("__len__", sequence, 0, SlotKind.LENGTH);
        m.add("__add__", sequence, 8, SlotKind.BINARY);
        m.add("__mul__", sequence, 16, SlotKind.REPEAT);
        m.add("__rmul__", sequence, 16, SlotKind.REPEAT);
        m.add("__getitem__", sequence, 24, SlotKind.SEQUENCE_ITEM);
        m.add("__setitem__", sequence, 40, SlotKind.SET_SEQUENCE_ITEM);
        m.add("__delitem__", sequence, 40, SlotKind.DELETE_SEQUENCE_ITEM);
        m.add("__contains__", sequence, 56, SlotKind.CONTAINS);
        m.add("__iadd__", sequence, 64, SlotKind.BINARY);
        m.add("__imul__", sequence, 72, SlotKind.REPEAT);
        m.add("__buffer__", TypeLayout.AS_BUFFER, 0, SlotKind.BUFFER);
        m.add("__release_buffer__", TypeLayout.AS_BUFFER, 8, SlotKind.RELEASE_BUFFER);
        m.add("__await__", TypeLayout.AS_ASYNC, 0, SlotKind.UNARY);
        m.add("__aiter__", TypeLayout.AS_ASYNC, 8, SlotKind.UNARY);
        m.add("__anext__", TypeLayout.AS_ASYNC, 16, SlotKind.UNARY);
        return List.copyOf(m.slots);
    }

    private static void numbers(Maker m) {
        String[] binary = {"add", "sub", "mul", "mod", "divmod"};
        for (int i = 0; i < binary.length; i++) {
            m.number(binary[i], 8 * i);
        }
        int number = TypeLayout.AS_NUMBER;
        m.add("__pow__", number, 40, SlotKind.POWER);
        m.add("__rpow__", number, 40, SlotKind.REFLECTED_POWER);
        m.unary("neg", 48);
        m.unary("pos", 56);
        m.unary("abs", 64);
        m.add("__bool__", number, 72, SlotKind.BOOL);
        m.unary("invert", 80);
        String[] bits = {"lshift", "rshift", "and", "xor", "or"};
        for (int i = 0; i < bits.length; i++) {
            m.number(bits[i], 88 + 8 * i);
        }
        m.unary("int", 128);
        m.unary("float", 144);
        String[] inPlace = {"add", "sub", "mul", "mod"};
        for (int i = 0; i < inPlace.length; i++) {
            m.inPlace(inPlace[i], 152 + 8 * i);
        }
        m.add("__ipow__", number, 184, SlotKind.IN_PLACE_POWER);
        for (int i = 0; i < bits.length; i++) {
            m.inPlace(bits[i], 192 + 8 * i);
        }
        m.number("floordiv", 232);
        m.number("truediv", 240);
        m.inPlace("floordiv", 248);
        m.inPlace("truediv", 256);
        m.unary("index", 264);
        m.number("matmul", 272);
        m.inPlace("matmul", 280);
    }
}
