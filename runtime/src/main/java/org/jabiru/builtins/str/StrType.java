package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.format.PercentFormat;
import org.jabiru.builtins.format.StrFormat;
import org.jabiru.builtins.format.TextFormat;
import org.jabiru.builtins.ints.NewCheck;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyStr;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.SequenceIndex;

/** The methods of str. */
@BuiltinType(
        value = "str",
        doc =
                "str(object='') -> text\n"
                        + "str(bytes, encoding, errors) -> decoded text\n"
                        + "\n"
                        + "The text of an object, or of bytes in an encoding.")
public final class StrType {
    public static final PyType TYPE =
            PyType.builtin("str", StrTypeTable::new, type -> new PyStr(type, Str.EMPTY)).sequence();

    static {
        TYPE.collectionFlag = 0;
    }

    private StrType() {}

    @Builtin(
            value =
                    "__new__(cls, object=<unrepresentable>, encoding=<unrepresentable>,"
                            + " errors=<unrepresentable>)",
            kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object object, Object encoding, Object errors) {
        PyType type = NewCheck.subtype(TYPE, cls);
        TruffleString codec = codecArgument(encoding, "encoding");
        TruffleString handler = codecArgument(errors, "errors");
        TruffleString value;
        if (object == null) {
            value = Str.EMPTY;
        } else if (encoding == null && errors == null) {
            if (type == TYPE) {
                return Repr.strObject(object);
            }
            value = Repr.str(object);
        } else {
            value = decode(object, codec, handler);
        }
        return type == TYPE ? value : Finalizers.watched(new PyStr(type, value));
    }

    private static TruffleString codecArgument(Object given, String parameter) {
        if (given == null) {
            return null;
        }
        TruffleString text = Str.valueOrNull(given);
        if (text == null) {
            String type = TypeType.fullyQualifiedName(Types.of(given));
            throw Errors.typeError("str() argument '%s' must be str, not %s", parameter, type);
        }
        if (Str.java(text).indexOf(0) >= 0) {
            throw Errors.valueError("embedded null character");
        }
        return text;
    }

    private static TruffleString decode(
            Object object, TruffleString encoding, TruffleString errors) {
        if (Str.valueOrNull(object) != null) {
            throw Errors.typeError("decoding str is not supported");
        }
        if (!Buffers.isBuffer(object)) {
            throw Errors.typeError(
                    "decoding to str: need a bytes-like object, %s found", Types.of(object).name());
        }
        return Codecs.decode(Buffers.bytesOf(object), encoding, errors);
    }

    private static Object compare(Comparison.Op op, TruffleString self, Object value) {
        TruffleString other = Str.valueOrNull(value);
        if (other == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> Str.equal(self, other);
            case NE -> !Str.equal(self, other);
            default -> op.holds(self.compareIntsUTF32Uncached(other));
        };
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeOf(TruffleString self) {
        CodePoints points = CodePoints.of(self);
        int widest = 0;
        for (int i = 0; i < points.length(); i++) {
            widest |= points.at(i);
        }
        // As CPython's three forms, with a final NUL.
        long width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
        return (widest < 0x80 ? 40 : 56) + width * (points.length() + 1);
    }

    @Builtin("__hash__(self, /)")
    static long hash(TruffleString self) {
        return Hashing.hashStr(self);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(TruffleString self) {
        return StrRepr.repr(self);
    }

    @Builtin("__str__(self, /)")
    static Object str(TruffleString self) {
        return self;
    }

    @Builtin("__format__(self, format_spec, /)")
    static Object formatSpec(Object self, TruffleString spec) {
        if (Str.length(spec) == 0) {
            return Repr.str(self);
        }
        return TextFormat.format(Str.valueOrNull(self), spec, Types.of(self).name());
    }

    @Builtin(value = "__len__(self, /)", inline = true)
    static long length(TruffleString self) {
        return Str.length(self);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Object self) {
        return new PyStrIterator(Str.valueOrNull(self), self instanceof TruffleString);
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(TruffleString self) {
        // Another object: pickle and copy must not see the str itself as its own part.
        return new PyTuple(Str.ofCodePoints(Str.codePoints(self), 0, Str.length(self)));
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(TruffleString self, Object key) {
        int length = Str.length(self);
        if (key instanceof PySlice slice) {
            PySlice.Indices i = slice.indices(length);
            if (i.step() == 1) {
                return i.count() == length
                        ? self
                        : Str.substring(self, i.first(), i.first() + i.size());
            }
            CodePoints points = CodePoints.of(self);
            StrBuilder out = new StrBuilder(i.size());
            for (int k = 0; k < i.size(); k++) {
                out.append(points.at(i.at(k)));
            }
            return out.toStr();
        }
        if (!(key instanceof Long) && !Numbers.isIndex(key)) {
            throw Errors.typeError(
                    "string indices must be integers, not '%s'", Types.of(key).name());
        }
        int at = SequenceIndex.of(key, length, "string", "string index out of range");
        return Str.ofCodePoint(Str.codePointAt(self, at));
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(TruffleString self, Object key) {
        TruffleString sub = Str.valueOrNull(key);
        if (sub == null) {
            throw Errors.typeError(
                    "'in <string>' requires string as left operand, not %s", Types.of(key).name());
        }
        return StrSearch.find(self, sub, 0, Str.length(self)) >= 0;
    }

    @Builtin("__add__(self, value, /)")
    static Object add(TruffleString self, Object value) {
        TruffleString other = Str.valueOrNull(value);
        if (other == null) {
            throw Errors.typeError(
                    "can only concatenate str (not \"%s\") to str", Types.of(value).name());
        }
        return Str.concat(self, other);
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(TruffleString self, Object value) {
        return StrTransform.repeat(self, SequenceIndex.repeatCount(value));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(TruffleString self, Object value) {
        return mul(self, value);
    }

    @Builtin("__mod__(self, value, /)")
    static Object mod(Object self, Object value) {
        TruffleString format = Str.valueOrNull(self);
        return whereUnchanged(self, format, PercentFormat.format(format, value), "%");
    }

    /** CPython gives a format without any of its characters back as it is, also a subclass's. */
    private static Object whereUnchanged(
            Object self, TruffleString format, Object formatted, String special) {
        if (self instanceof TruffleString
                || Str.length(format) == 0
                || Str.java(format).chars().anyMatch(c -> special.indexOf(c) >= 0)) {
            return formatted;
        }
        return self;
    }

    @Builtin("__rmod__(self, value, /)")
    static Object rmod(TruffleString self, Object value) {
        TruffleString format = Str.valueOrNull(value);
        return format == null ? Singleton.NOT_IMPLEMENTED : PercentFormat.format(format, self);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(TruffleString self, Object value) {
        return compare(Comparison.Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(TruffleString self, Object value) {
        return compare(Comparison.Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(TruffleString self, Object value) {
        return compare(Comparison.Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(TruffleString self, Object value) {
        return compare(Comparison.Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(TruffleString self, Object value) {
        return compare(Comparison.Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(TruffleString self, Object value) {
        return compare(Comparison.Op.GE, self, value);
    }

    @Builtin("upper(self, /)")
    static Object upper(TruffleString self) {
        return StrCase.upper(self);
    }

    @Builtin("lower(self, /)")
    static Object lower(TruffleString self) {
        return StrCase.lower(self);
    }

    @Builtin("title(self, /)")
    static Object title(TruffleString self) {
        return StrCase.title(self);
    }

    @Builtin("capitalize(self, /)")
    static Object capitalize(TruffleString self) {
        return StrCase.capitalize(self);
    }

    @Builtin("casefold(self, /)")
    static Object casefold(TruffleString self) {
        return StrCase.casefold(self);
    }

    @Builtin("swapcase(self, /)")
    static Object swapCase(TruffleString self) {
        return StrCase.swapCase(self);
    }

    @Builtin("isalpha(self, /)")
    static boolean isAlpha(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isAlpha);
    }

    @Builtin("isalnum(self, /)")
    static boolean isAlnum(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isAlnum);
    }

    @Builtin("isdecimal(self, /)")
    static boolean isDecimal(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isDecimal);
    }

    @Builtin("isdigit(self, /)")
    static boolean isDigit(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isDigit);
    }

    @Builtin("isnumeric(self, /)")
    static boolean isNumeric(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isNumeric);
    }

    @Builtin("isspace(self, /)")
    static boolean isSpace(TruffleString self) {
        return StrTests.all(self, CharacterTypes::isSpace);
    }

    @Builtin("isupper(self, /)")
    static boolean isUpper(TruffleString self) {
        return StrTests.isUpper(self);
    }

    @Builtin("islower(self, /)")
    static boolean isLower(TruffleString self) {
        return StrTests.isLower(self);
    }

    @Builtin("istitle(self, /)")
    static boolean isTitle(TruffleString self) {
        return StrTests.isTitle(self);
    }

    @Builtin("isidentifier(self, /)")
    static boolean isIdentifier(TruffleString self) {
        return StrTests.isIdentifier(self);
    }

    @Builtin("isprintable(self, /)")
    static boolean isPrintable(TruffleString self) {
        return StrTests.isPrintable(self);
    }

    @Builtin("isascii(self, /)")
    static boolean isAscii(TruffleString self) {
        return Str.isAscii(self);
    }

    @Builtin(
            value = "find(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int find(TruffleString self, TruffleString sub, Object start, Object end) {
        return StrSearch.find(self, sub, start, end);
    }

    @Builtin(
            value = "rfind(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rfind(TruffleString self, TruffleString sub, Object start, Object end) {
        return StrSearch.findLast(self, sub, start, end);
    }

    @Builtin(
            value = "index(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int index(TruffleString self, TruffleString sub, Object start, Object end) {
        return found(StrSearch.find(self, sub, start, end));
    }

    @Builtin(
            value = "rindex(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rindex(TruffleString self, TruffleString sub, Object start, Object end) {
        return found(StrSearch.findLast(self, sub, start, end));
    }

    private static int found(int index) {
        if (index < 0) {
            throw Errors.valueError("substring not found");
        }
        return index;
    }

    @Builtin(
            value = "count(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static long count(TruffleString self, TruffleString sub, Object start, Object end) {
        return StrSearch.count(self, sub, start, end);
    }

    @Builtin(
            value = "startswith(self, prefix, start=None, end=None, /)",
            shown = "($self, prefix[, start[, end]], /)")
    static boolean startsWith(TruffleString self, Object prefix, Object start, Object end) {
        return StrSearch.hasAffix(self, prefix, start, end, false);
    }

    @Builtin(
            value = "endswith(self, suffix, start=None, end=None, /)",
            shown = "($self, suffix[, start[, end]], /)")
    static boolean endsWith(TruffleString self, Object suffix, Object start, Object end) {
        return StrSearch.hasAffix(self, suffix, start, end, true);
    }

    @Builtin("removeprefix(self, prefix, /)")
    static Object removePrefix(TruffleString self, TruffleString prefix) {
        int n = Str.length(self);
        return StrSearch.hasAffix(self, prefix, 0, n, false)
                ? Str.substring(self, Str.length(prefix), n)
                : self;
    }

    @Builtin("removesuffix(self, suffix, /)")
    static Object removeSuffix(TruffleString self, TruffleString suffix) {
        int n = Str.length(self);
        return StrSearch.hasAffix(self, suffix, 0, n, true)
                ? Str.substring(self, 0, n - Str.length(suffix))
                : self;
    }

    @Builtin("replace(self, old, new, /, count=-1)")
    static Object replace(TruffleString self, TruffleString old, TruffleString by, long count) {
        return StrTransform.replace(self, old, by, count);
    }

    @Builtin("join(self, iterable, /)")
    static Object join(TruffleString self, Object iterable) {
        return StrTransform.join(self, iterable);
    }

    @Builtin("translate(self, table, /)")
    static Object translate(TruffleString self, Object table) {
        return StrTransform.translate(self, table);
    }

    @Builtin(
            value = "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)",
            kind = BuiltinKind.STATIC)
    static Object makeTrans(Object x, TruffleString y, TruffleString z) {
        return StrTransform.makeTable(x, y, z);
    }

    @Builtin("ljust(self, width, fillchar=' ', /)")
    static Object ljust(TruffleString self, long width, Object fill) {
        return StrTransform.pad(self, width, fillCharacter(fill), -1);
    }

    @Builtin("rjust(self, width, fillchar=' ', /)")
    static Object rjust(TruffleString self, long width, Object fill) {
        return StrTransform.pad(self, width, fillCharacter(fill), 1);
    }

    @Builtin("center(self, width, fillchar=' ', /)")
    static Object center(TruffleString self, long width, Object fill) {
        return StrTransform.pad(self, width, fillCharacter(fill), 0);
    }

    private static int fillCharacter(Object fill) {
        TruffleString s = Str.valueOrNull(fill);
        if (s == null) {
            throw Errors.typeError(
                    "The fill character must be a unicode character, not %s",
                    Types.of(fill).name());
        }
        if (Str.length(s) != 1) {
            throw Errors.typeError("The fill character must be exactly one character long");
        }
        return Str.codePointAt(s, 0);
    }

    @Builtin("zfill(self, width, /)")
    static Object zfill(TruffleString self, long width) {
        return StrTransform.zeroFill(self, width);
    }

    @Builtin("expandtabs(self, /, tabsize=8)")
    static Object expandTabs(TruffleString self, int tabSize) {
        return StrTransform.expandTabs(self, tabSize);
    }

    @Builtin("strip(self, chars=None, /)")
    static Object strip(TruffleString self, Object chars) {
        return StrSplit.strip(self, stripSet(chars, "strip"), true, true);
    }

    @Builtin("lstrip(self, chars=None, /)")
    static Object lstrip(TruffleString self, Object chars) {
        return StrSplit.strip(self, stripSet(chars, "lstrip"), true, false);
    }

    @Builtin("rstrip(self, chars=None, /)")
    static Object rstrip(TruffleString self, Object chars) {
        return StrSplit.strip(self, stripSet(chars, "rstrip"), false, true);
    }

    private static TruffleString stripSet(Object chars, String method) {
        if (chars == Singleton.NONE) {
            return null;
        }
        TruffleString s = Str.valueOrNull(chars);
        if (s == null) {
            throw Errors.typeError("%s arg must be None or str", method);
        }
        return s;
    }

    @Builtin("split(self, /, sep=None, maxsplit=-1)")
    static Object split(TruffleString self, Object separator, long limit) {
        return StrSplit.split(self, separator(separator), limit);
    }

    @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
    static Object rsplit(TruffleString self, Object separator, long limit) {
        return StrSplit.splitRight(self, separator(separator), limit);
    }

    private static TruffleString separator(Object separator) {
        if (separator == Singleton.NONE) {
            return null;
        }
        TruffleString s = Str.valueOrNull(separator);
        if (s == null) {
            throw Errors.typeError("must be str or None, not %s", Types.of(separator).name());
        }
        return s;
    }

    @Builtin("splitlines(self, /, keepends=False)")
    static Object splitLines(TruffleString self, boolean keepEnds) {
        return StrSplit.splitLines(self, keepEnds);
    }

    @Builtin("partition(self, sep, /)")
    static Object partition(Object self, Object separator) {
        return StrSplit.partition(self, separator);
    }

    @Builtin("rpartition(self, sep, /)")
    static Object rpartition(Object self, Object separator) {
        return StrSplit.partitionRight(self, separator);
    }

    @Builtin("encode(self, /, encoding='utf-8', errors='strict')")
    static Object encode(TruffleString self, TruffleString encoding, TruffleString errors) {
        return PyBytes.of(Codecs.encode(self, encoding, errors));
    }

    @Builtin("format(self, /, *args, **kwargs)")
    static Object format(Object self, Object[] args, PyDict keywords) {
        TruffleString format = Str.valueOrNull(self);
        return whereUnchanged(self, format, StrFormat.format(format, args, keywords), "{}");
    }

    @Builtin("format_map(self, mapping, /)")
    static Object formatMap(Object self, Object mapping) {
        TruffleString format = Str.valueOrNull(self);
        return whereUnchanged(self, format, StrFormat.format(format, null, mapping), "{}");
    }
}
