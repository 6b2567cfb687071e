package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.function.MemberDescriptorType;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** An attribute that is a field of the C structure: {@code PyMemberDef}. */
public final class PyNativeMember extends NativeAttribute {
    private static final int READONLY = 1;

    // Member types (C-API manual, Common Object Structures, Member types).
    private static final int T_SHORT = 0;
    private static final int T_INT = 1;
    private static final int T_LONG = 2;
    private static final int T_FLOAT = 3;
    private static final int T_DOUBLE = 4;
    private static final int T_STRING = 5;
    private static final int T_OBJECT = 6;
    private static final int T_CHAR = 7;
    private static final int T_BYTE = 8;
    private static final int T_UBYTE = 9;
    private static final int T_USHORT = 10;
    private static final int T_UINT = 11;
    private static final int T_ULONG = 12;
    private static final int T_STRING_INPLACE = 13;
    private static final int T_BOOL = 14;
    private static final int T_OBJECT_EX = 16;
    private static final int T_LONGLONG = 17;
    private static final int T_ULONGLONG = 18;
    private static final int T_PYSSIZET = 19;
    private static final int T_NONE = 20;

    private final int kind;
    private final long offset;
    private final int flags;

    private PyNativeMember(CapiContext context, PyType owner, long p) {
        super(MemberDescriptorType.TYPE, context, owner, p, 32);
        this.kind = Memory.getInt(p + 8);
        this.offset = Memory.getLong(p + 16);
        this.flags = Memory.getInt(p + 24);
    }

    public static PyNativeMember read(CapiContext context, PyType owner, long p) {
        return new PyNativeMember(context, owner, p);
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (instance == null) {
            return this;
        }
        long at = addressIn(instance);
        return switch (kind) {
            case T_SHORT -> (long) Memory.getShort(at);
            case T_INT -> (long) Memory.getInt(at);
            case T_LONG, T_LONGLONG, T_PYSSIZET -> Memory.getLong(at);
            case T_FLOAT -> (double) Float.intBitsToFloat(Memory.getInt(at));
            case T_DOUBLE -> Memory.getDouble(at);
            case T_STRING -> {
                long s = Memory.getLong(at);
                yield s == 0 ? Singleton.NONE : Str.of(Memory.string(s));
            }
            case T_STRING_INPLACE -> Str.of(Memory.string(at));
            case T_OBJECT -> {
                long o = Memory.getLong(at);
                yield o == 0 ? Singleton.NONE : context.crossing.borrowed(o);
            }
            case T_OBJECT_EX -> {
                long o = Memory.getLong(at);
                if (o == 0) {
                    throw missing(instance);
                }
                yield context.crossing.borrowed(o);
            }
            case T_CHAR -> Str.ofCodePoint(Memory.getByte(at) & 0xff);
            case T_BYTE -> (long) Memory.getByte(at);
            case T_UBYTE -> (long) (Memory.getByte(at) & 0xff);
            case T_USHORT -> (long) (Memory.getShort(at) & 0xffff);
            case T_UINT -> Memory.getInt(at) & 0xffffffffL;
            case T_ULONG, T_ULONGLONG ->
                    Numbers.normalize(new BigInteger(Long.toUnsignedString(Memory.getLong(at))));
            case T_BOOL -> Memory.getByte(at) != 0;
            case T_NONE -> Singleton.NONE;
            default -> throw Errors.systemError("bad memberdescr type for %s", Str.java(name));
        };
    }

    private RuntimeException missing(Object instance) {
        return Errors.attributeError(
                "'%s' object has no attribute '%s'",
                TypeType.fullyQualifiedName(Types.of(instance)), Str.java(name));
    }

    @Override
    public void set(Object instance, Object value) {
        long at = addressIn(instance);
        if ((flags & READONLY) != 0 || kind == T_STRING || kind == T_STRING_INPLACE) {
            throw kind == T_STRING || kind == T_STRING_INPLACE
                    ? Errors.typeError("readonly attribute")
                    : Errors.attributeError("readonly attribute");
        }
        if (value == null && kind != T_OBJECT && kind != T_OBJECT_EX) {
            throw Errors.typeError("can't delete numeric/char attribute");
        }
        switch (kind) {
            case T_BOOL -> {
                if (!(value instanceof Boolean)) {
                    throw Errors.typeError("attribute value type must be bool");
                }
                Memory.putByte(at, (byte) (Truth.isTrue(value) ? 1 : 0));
            }
            case T_BYTE ->
                    Memory.putByte(at, (byte) IntegerFields.narrowed(value, 8, false, "char"));
            case T_UBYTE ->
                    Memory.putByte(
                            at, (byte) IntegerFields.narrowed(value, 8, true, "unsigned char"));
            case T_SHORT ->
                    Memory.putShort(at, (short) IntegerFields.narrowed(value, 16, false, "short"));
            case T_USHORT ->
                    Memory.putShort(
                            at, (short) IntegerFields.narrowed(value, 16, true, "unsigned short"));
            case T_INT -> Memory.putInt(at, (int) IntegerFields.narrowed(value, 32, false, "int"));
            case T_UINT -> Memory.putInt(at, (int) IntegerFields.unsignedInt(value));
            case T_LONG -> Memory.putLong(at, IntegerFields.signed(value, IntegerFields.C_LONG));
            case T_LONGLONG ->
                    Memory.putLong(at, IntegerFields.signed(value, IntegerFields.TOO_BIG));
            case T_ULONG ->
                    Memory.putLong(
                            at, IntegerFields.unsigned(value, IntegerFields.C_UNSIGNED_LONG));
            case T_ULONGLONG ->
                    Memory.putLong(at, IntegerFields.unsigned(value, IntegerFields.TOO_BIG));
            case T_PYSSIZET -> Memory.putLong(at, IntegerFields.size(value));
            case T_FLOAT ->
                    Memory.putInt(at, Float.floatToRawIntBits((float) Args.toDouble(value)));
            case T_DOUBLE -> Memory.putDouble(at, Args.toDouble(value));
            case T_CHAR -> {
                TruffleString s = Str.valueOrNull(value);
                if (s == null || Str.length(s) != 1) {
                    throw Errors.typeError("bad argument type for built-in operation");
                }
                Memory.putByte(at, (byte) Str.codePointAt(s, 0));
            }
            case T_OBJECT, T_OBJECT_EX -> setObject(instance, at, value);
            default -> throw Errors.systemError("bad memberdescr type for %s", Str.java(name));
        }
    }

    private void setObject(Object instance, long at, Object value) {
        long old = Memory.getLong(at);
        if (value == null && kind == T_OBJECT_EX && old == 0) {
            throw missing(instance);
        }
        Memory.putLong(at, value == null ? 0 : context.crossing.toNew(value));
        if (old != 0) {
            context.crossing.release(old);
        }
    }

    private long addressIn(Object instance) {
        checkApplies(instance);
        return context.types.memoryOf((PyObject) instance) + offset;
    }
}
