package org.jabiru.interop;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.utilities.TriState;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.modules.datetime.PyDate;
import org.jabiru.modules.datetime.PyTimeDelta;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyStr;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Iteration;

/**
 * Python's objects as other languages see them (Truffle's InteropLibrary; for Java's programs the
 * methods of {@code org.graalvm.polyglot.Value}).
 */
@ExportLibrary(value = InteropLibrary.class, receiverType = PyObject.class)
@SuppressWarnings("unused")
public final class ObjectMessages {
    private static final InteropLibrary NUMBERS = InteropLibrary.getUncached();

    private ObjectMessages() {}

    // ---- what it is ----

    @ExportMessage
    static boolean hasLanguage(PyObject self) {
        return true;
    }

    @ExportMessage
    static Class<? extends TruffleLanguage<?>> getLanguage(PyObject self) {
        return PythonLanguage.class;
    }

    @ExportMessage
    static Object toDisplayString(PyObject self, boolean allowSideEffects) {
        return Entry.run(() -> Members.displayed(self, allowSideEffects));
    }

    @ExportMessage
    static boolean hasMetaObject(PyObject self) {
        return true;
    }

    @ExportMessage
    static Object getMetaObject(PyObject self) {
        return self.type();
    }

    @ExportMessage
    static boolean isMetaObject(PyObject self) {
        return self instanceof PyType;
    }

    @ExportMessage
    static Object getMetaQualifiedName(PyObject self) throws UnsupportedMessageException {
        return Str.of(Kinds.type(self).fullName());
    }

    @ExportMessage
    static Object getMetaSimpleName(PyObject self) throws UnsupportedMessageException {
        return Str.of(Kinds.type(self).name());
    }

    @ExportMessage
    static boolean isMetaInstance(PyObject self, Object instance)
            throws UnsupportedMessageException {
        PyType type = Kinds.type(self);
        return Entry.run(() -> InstanceChecks.isInstance(Conversions.toPython(instance), type));
    }

    @ExportMessage
    static TriState isIdenticalOrUndefined(PyObject self, Object other) {
        return TriState.valueOf(self == other);
    }

    @ExportMessage
    static int identityHashCode(PyObject self) {
        return System.identityHashCode(self);
    }

    // ---- numbers and texts: instances of subclasses ----

    @ExportMessage
    static boolean isString(PyObject self) {
        return self instanceof PyStr;
    }

    @ExportMessage
    static String asString(PyObject self) throws UnsupportedMessageException {
        return Str.java(asTruffleString(self));
    }

    @ExportMessage
    static TruffleString asTruffleString(PyObject self) throws UnsupportedMessageException {
        if (self instanceof PyStr s) {
            return s.value;
        }
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    static boolean isNumber(PyObject self) {
        return Kinds.numberOrNull(self) != null;
    }

    @ExportMessage
    static boolean fitsInByte(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInByte(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInShort(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInShort(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInInt(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInInt(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInLong(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInLong(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInBigInteger(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInBigInteger(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInFloat(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInFloat(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static boolean fitsInDouble(PyObject self) {
        return isNumber(self) && NUMBERS.fitsInDouble(Kinds.numberOrNull(self));
    }

    @ExportMessage
    static byte asByte(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asByte(Kinds.number(self));
    }

    @ExportMessage
    static short asShort(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asShort(Kinds.number(self));
    }

    @ExportMessage
    static int asInt(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asInt(Kinds.number(self));
    }

    @ExportMessage
    static long asLong(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asLong(Kinds.number(self));
    }

    @ExportMessage
    static BigInteger asBigInteger(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asBigInteger(Kinds.number(self));
    }

    @ExportMessage
    static float asFloat(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asFloat(Kinds.number(self));
    }

    @ExportMessage
    static double asDouble(PyObject self) throws UnsupportedMessageException {
        return NUMBERS.asDouble(Kinds.number(self));
    }

    // ---- attributes ----

    @ExportMessage
    static boolean hasMembers(PyObject self) {
        return true;
    }

    @ExportMessage
    static Object getMembers(PyObject self, boolean includeInternal) {
        return Entry.run(() -> Members.names(self, includeInternal));
    }

    @ExportMessage
    static boolean isMemberReadable(PyObject self, String member) {
        return Entry.run(() -> Members.readOrNull(self, member) != null);
    }

    @ExportMessage
    static Object readMember(PyObject self, String member) throws UnknownIdentifierException {
        return Entry.run(() -> Conversions.toForeign(Members.read(self, member)));
    }

    @ExportMessage
    static boolean isMemberModifiable(PyObject self, String member) {
        return Entry.run(() -> Members.isWritable(self) && Members.exists(self, member));
    }

    @ExportMessage
    static boolean isMemberInsertable(PyObject self, String member) {
        return Entry.run(() -> Members.isWritable(self) && !Members.exists(self, member));
    }

    @ExportMessage
    static void writeMember(PyObject self, String member, Object value)
            throws UnsupportedMessageException {
        Entry.run(() -> Members.write(self, member, Conversions.toPython(value)));
    }

    @ExportMessage
    static boolean isMemberRemovable(PyObject self, String member) {
        return isMemberModifiable(self, member);
    }

    @ExportMessage
    static void removeMember(PyObject self, String member) throws UnsupportedMessageException {
        Entry.run(() -> Members.write(self, member, null));
    }

    @ExportMessage
    static boolean isMemberInvocable(PyObject self, String member) {
        return Entry.run(() -> {
            Object found = Members.readOrNull(self, member);
            return found != null && Call.isCallable(found);
        });
    }

    @ExportMessage
    static Object invokeMember(PyObject self, String member, Object[] arguments)
            throws UnknownIdentifierException {
        return Entry.run(() -> called(Members.read(self, member), arguments));
    }

    // ---- calls ----

    @ExportMessage
    static boolean isExecutable(PyObject self) {
        return Call.isCallable(self);
    }

    @ExportMessage
    static Object execute(PyObject self, Object[] arguments) throws UnsupportedMessageException {
        require(isExecutable(self));
        return Entry.run(() -> called(self, arguments));
    }

    private static Object called(Object callable, Object[] arguments) {
        return Conversions.toForeign(Call.call(callable, Conversions.toPython(arguments)));
    }

    @ExportMessage
    static boolean isInstantiable(PyObject self) {
        return self instanceof PyType;
    }

    @ExportMessage
    static Object instantiate(PyObject self, Object[] arguments)
            throws UnsupportedMessageException {
        PyType type = Kinds.type(self);
        return Entry.run(() -> called(type, arguments));
    }

    // ---- items of sequences ----

    @ExportMessage
    static boolean hasArrayElements(PyObject self) {
        return Kinds.isSequence(self);
    }

    @ExportMessage
    static long getArraySize(PyObject self) throws UnsupportedMessageException {
        return Entry.run(() -> Items.size(self));
    }

    @ExportMessage
    static boolean isArrayElementReadable(PyObject self, long index) {
        return Entry.run(() -> Kinds.isSequence(self) && index >= 0 && index < Items.size(self));
    }

    @ExportMessage
    static Object readArrayElement(PyObject self, long index)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        return Entry.run(() -> Conversions.toForeign(Items.read(self, index)));
    }

    @ExportMessage
    static boolean isArrayElementModifiable(PyObject self, long index) {
        return Items.canSet(self) && isArrayElementReadable(self, index);
    }

    @ExportMessage
    static boolean isArrayElementInsertable(PyObject self, long index) {
        return Items.canInsert(self) && Entry.run(() -> index == Items.size(self));
    }

    @ExportMessage
    static void writeArrayElement(PyObject self, long index, Object value)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        Entry.run(() -> Items.write(self, index, Conversions.toPython(value)));
    }

    @ExportMessage
    static boolean isArrayElementRemovable(PyObject self, long index) {
        return Items.canRemove(self) && isArrayElementReadable(self, index);
    }

    @ExportMessage
    static void removeArrayElement(PyObject self, long index)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        Entry.run(() -> Items.remove(self, index));
    }

    // ---- bytes ----

    @ExportMessage
    static boolean hasBufferElements(PyObject self) {
        return Kinds.isBytes(self);
    }

    @ExportMessage
    static long getBufferSize(PyObject self) throws UnsupportedMessageException {
        return Bytes.of(self).length;
    }

    @ExportMessage
    static byte readBufferByte(PyObject self, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 1).get();
    }

    @ExportMessage
    static void readBuffer(
            PyObject self, long offset, byte[] destination, int destinationOffset, int length)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        Bytes.at(self, offset, length).get(destination, destinationOffset, length);
    }

    @ExportMessage
    static short readBufferShort(PyObject self, ByteOrder order, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 2).order(order).getShort();
    }

    @ExportMessage
    static int readBufferInt(PyObject self, ByteOrder order, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 4).order(order).getInt();
    }

    @ExportMessage
    static long readBufferLong(PyObject self, ByteOrder order, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 8).order(order).getLong();
    }

    @ExportMessage
    static float readBufferFloat(PyObject self, ByteOrder order, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 4).order(order).getFloat();
    }

    @ExportMessage
    static double readBufferDouble(PyObject self, ByteOrder order, long offset)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        return Bytes.at(self, offset, 8).order(order).getDouble();
    }

    // ---- entries of mappings ----

    @ExportMessage
    static boolean hasHashEntries(PyObject self) {
        return Kinds.isMapping(self);
    }

    @ExportMessage
    static long getHashSize(PyObject self) throws UnsupportedMessageException {
        return Entry.run(() -> Entries.size(self));
    }

    @ExportMessage
    static boolean isHashEntryReadable(PyObject self, Object key) {
        return Entry.run(() -> Entries.contains(self, Conversions.toPython(key)));
    }

    @ExportMessage
    static Object readHashValue(PyObject self, Object key)
            throws UnsupportedMessageException, UnknownKeyException {
        return Entry.run(() -> Conversions.toForeign(Entries.read(self, key)));
    }

    @ExportMessage
    static boolean isHashEntryModifiable(PyObject self, Object key) {
        return Entries.canSet(self) && isHashEntryReadable(self, key);
    }

    @ExportMessage
    static boolean isHashEntryInsertable(PyObject self, Object key) {
        return Entries.canSet(self) && !isHashEntryReadable(self, key);
    }

    @ExportMessage
    static void writeHashEntry(PyObject self, Object key, Object value)
            throws UnsupportedMessageException {
        Entry.run(() -> Entries.write(self, key, value));
    }

    @ExportMessage
    static boolean isHashEntryRemovable(PyObject self, Object key) {
        return Entries.canSet(self) && isHashEntryReadable(self, key);
    }

    @ExportMessage
    static void removeHashEntry(PyObject self, Object key)
            throws UnsupportedMessageException, UnknownKeyException {
        Entry.run(() -> Entries.remove(self, key));
    }

    @ExportMessage
    static Object getHashEntriesIterator(PyObject self) throws UnsupportedMessageException {
        return Entry.run(() -> Entries.iterator(self));
    }

    // ---- iteration ----

    @ExportMessage
    static boolean hasIterator(PyObject self) {
        return Types.of(self).special().iter != null && !(self instanceof PyStr);
    }

    @ExportMessage
    static Object getIterator(PyObject self) throws UnsupportedMessageException {
        require(hasIterator(self));
        return Entry.run(() -> Conversions.toForeign(Iteration.iter(self)));
    }

    @ExportMessage
    static boolean isIterator(PyObject self) {
        return Types.of(self).special().next != null;
    }

    @ExportMessage
    static boolean hasIteratorNextElement(PyObject self) throws UnsupportedMessageException {
        require(isIterator(self));
        return Entry.run(() -> Lookahead.hasNext(self));
    }

    @ExportMessage
    static Object getIteratorNextElement(PyObject self)
            throws UnsupportedMessageException, StopIterationException {
        require(isIterator(self));
        return Entry.run(() -> Conversions.toForeign(Lookahead.next(self)));
    }

    // ---- dates ----

    @ExportMessage
    static boolean isDate(PyObject self) {
        return self instanceof PyDate;
    }

    @ExportMessage
    static LocalDate asDate(PyObject self) throws UnsupportedMessageException {
        require(isDate(self));
        return Dates.date(self);
    }

    @ExportMessage
    static boolean isTime(PyObject self) {
        return Dates.isTime(self);
    }

    @ExportMessage
    static LocalTime asTime(PyObject self) throws UnsupportedMessageException {
        require(isTime(self));
        return Dates.time(self);
    }

    @ExportMessage
    static boolean isTimeZone(PyObject self) {
        return Dates.mayBeTimeZone(self) && Entry.run(() -> Dates.isTimeZone(self));
    }

    @ExportMessage
    static ZoneId asTimeZone(PyObject self) throws UnsupportedMessageException {
        require(isTimeZone(self));
        return Entry.run(() -> Dates.zone(self));
    }

    @ExportMessage
    static boolean isDuration(PyObject self) {
        return self instanceof PyTimeDelta;
    }

    @ExportMessage
    static Duration asDuration(PyObject self) throws UnsupportedMessageException {
        require(isDuration(self));
        return Dates.duration((PyTimeDelta) self);
    }

    private static void require(boolean supported) throws UnsupportedMessageException {
        if (!supported) {
            throw UnsupportedMessageException.create();
        }
    }

    // ---- exceptions ----

    @ExportMessage
    static boolean isException(PyObject self) {
        return self instanceof PyBaseException;
    }

    @ExportMessage
    static RuntimeException throwException(PyObject self) throws UnsupportedMessageException {
        throw new PyException(Exceptions.of(self));
    }

    @ExportMessage
    static ExceptionType getExceptionType(PyObject self) throws UnsupportedMessageException {
        return Exceptions.type(Exceptions.of(self));
    }

    @ExportMessage
    static int getExceptionExitStatus(PyObject self) throws UnsupportedMessageException {
        return Exceptions.exitStatus(Exceptions.of(self));
    }

    @ExportMessage
    static boolean isExceptionIncompleteSource(PyObject self) throws UnsupportedMessageException {
        return Exceptions.isIncompleteSource(Exceptions.of(self));
    }

    @ExportMessage
    static boolean hasExceptionMessage(PyObject self) {
        return isException(self);
    }

    @ExportMessage
    static Object getExceptionMessage(PyObject self) throws UnsupportedMessageException {
        PyBaseException e = Exceptions.of(self);
        return Entry.run(() -> Str.of(e.describe()));
    }

    @ExportMessage
    static boolean hasExceptionCause(PyObject self) {
        return self instanceof PyBaseException e && Exceptions.causeOrNull(e) != null;
    }

    @ExportMessage
    static Object getExceptionCause(PyObject self) throws UnsupportedMessageException {
        Object cause = Exceptions.causeOrNull(Exceptions.of(self));
        require(cause != null);
        return Conversions.toForeign(cause);
    }
}
