package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.KeywordArguments;

/** Makes instances of subclasses too, whose constructors are called; and what pickles hold. */
final class Instances {
    private Instances() {}

    static Object date(PyType cls, int year, int month, int day) {
        if (cls == DateType.TYPE) {
            return PyDate.checked(cls, year, month, day);
        }
        return Call.call(cls, (long) year, (long) month, (long) day);
    }

    static Object time(
            PyType cls, int hour, int minute, int second, int micros, Object tzinfo, int fold) {
        if (cls == TimeType.TYPE) {
            return PyTime.checked(cls, hour, minute, second, micros, tzinfo, fold);
        }
        Clock.checkFold(fold);
        Object made =
                Call.call(cls, (long) hour, (long) minute, (long) second, (long) micros, tzinfo);
        if (made instanceof PyTime t) {
            t.fold = fold;
        }
        return made;
    }

    static Object dateTime(
            PyType cls,
            Gregorian.Day d,
            int hour,
            int minute,
            int second,
            int micros,
            Object tzinfo,
            int fold) {
        if (cls == DateTimeType.TYPE) {
            return PyDateTime.checked(
                    cls, d.year(), d.month(), d.day(), hour, minute, second, micros, tzinfo, fold);
        }
        Clock.checkFold(fold);
        Object made =
                Call.call(
                        cls,
                        (long) d.year(),
                        (long) d.month(),
                        (long) d.day(),
                        (long) hour,
                        (long) minute,
                        (long) second,
                        (long) micros,
                        tzinfo);
        if (made instanceof PyDateTime t) {
            t.fold = fold;
        }
        return made;
    }

    /**
     * The state that a pickle gives the constructor, or null when the argument is none. Pickles of
     * Python 2 have a str there.
     *
     * @param at where the byte is that must be below a limit (without its highest bit if it may
     *     hold the fold)
     */
    static byte[] stateOrNull(
            String type, Object given, int size, int at, int min, int limit, boolean fold) {
        TruffleString text = Str.valueOrNull(given);
        if (text != null) {
            if (Str.length(text) != size || !isSane(Str.codePointAt(text, at), min, limit, fold)) {
                return null;
            }
            int[] points = Str.codePoints(text);
            if (Arrays.stream(points).anyMatch(c -> c > 255)) {
                throw Errors.valueError(
                        "Failed to encode latin1 string when unpickling a %s object."
                                + " pickle.load(data, encoding='latin1') is assumed.",
                        type);
            }
            return PyBytes.ofLatin1(text).value;
        }
        if (!(given instanceof PyBytes b)
                || b.value.length != size
                || !isSane(b.value[at] & 255, min, limit, fold)) {
            return null;
        }
        return b.value;
    }

    private static boolean isSane(int value, int min, int limit, boolean fold) {
        int v = fold ? value & 127 : value;
        return v >= min && v < limit && value < 256;
    }

    /**
     * What {@code __reduce_ex__} gives: the constructor and the state.
     *
     * @param foldAt the byte whose highest bit says that fold is 1; negative for none
     */
    static Object reduced(PyObject self, byte[] state, int foldAt, Object tzinfo) {
        if (foldAt >= 0) {
            state[foldAt] |= (byte) 128;
        }
        PyBytes bytes = new PyBytes(state);
        return PyTuple.of(
                self.type(),
                tzinfo == Singleton.NONE ? PyTuple.of(bytes) : PyTuple.of(bytes, tzinfo));
    }

    /** {@code copy.replace(self, **changes)}. */
    static Object replaced(PyObject self, PyDict changes) {
        return KeywordArguments.call(Attributes.get(self, "replace"), new Object[0], changes);
    }

    /** The number that three bytes are. */
    static int microseconds(byte[] state, int at) {
        return (state[at] & 255) << 16 | (state[at + 1] & 255) << 8 | state[at + 2] & 255;
    }

    /** The second argument of a pickled state: a tzinfo; TypeError. */
    static Object zoneOfState(Object[] args) {
        if (args.length == 1) {
            return Singleton.NONE;
        }
        if (args[1] != Singleton.NONE && !Types.isInstance(args[1], TzInfoType.TYPE)) {
            throw Errors.typeError("bad tzinfo state arg");
        }
        return args[1];
    }

    /** {@code cls.strptime(string, format)}, which the library has in Python. */
    static Object parsed(String function, PyType cls, Object string, Object format) {
        text("strptime", 1, string);
        text("strptime", 2, format);
        Object parse = Attributes.get(Imports.importModule("_strptime"), function);
        return Call.call(parse, cls, string, format);
    }

    /** An argument that must be a str; TypeError. */
    static TruffleString text(String function, int position, Object value) {
        TruffleString text = Str.valueOrNull(value);
        if (text == null) {
            throw Errors.typeError(
                    "%s() argument %d must be str, not %s",
                    function, position, Types.nameForMessage(value));
        }
        return text;
    }
}
