package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.iterator.PyCallableIterator;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Repr;

/** The methods of {@code re.Pattern}. */
@BuiltinType("Pattern")
public final class PatternType {
    public static final PyType TYPE =
            PyType.builtin("re.Pattern", PatternTypeTable::new, null).withWeakReferences().sealed();

    private static final int UNICODE = 32;

    /** The flags by name, lowest bit first. */
    private static final String[] FLAG_NAMES = {
        null,
        "re.IGNORECASE",
        "re.LOCALE",
        "re.MULTILINE",
        "re.DOTALL",
        "re.UNICODE",
        "re.VERBOSE",
        "re.DEBUG",
        "re.ASCII"
    };

    private PatternType() {}

    // ---- matching ----

    private static int clamp(long position, int length) {
        return (int) Math.min(Math.max(position, 0), length);
    }

    private enum Way {
        MATCH,
        FULL_MATCH,
        SEARCH
    }

    private static Object find(PyPattern self, Object string, long pos, long endPos, Way way) {
        Subject subject = self.subject(string);
        int end = clamp(endPos, subject.length);
        int from = clamp(pos, subject.length);
        if (from > end) {
            return Singleton.NONE;
        }
        Matcher m = new Matcher(self.code, subject, end);
        boolean found = way == Way.SEARCH ? m.search(from) : m.match(from, way == Way.FULL_MATCH);
        return found ? self.found(m, subject, from, end) : Singleton.NONE;
    }

    @Builtin(
            value = "match(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "The match at the beginning, or None.")
    static Object match(PyPattern self, Object string, long pos, long endPos) {
        return find(self, string, pos, endPos, Way.MATCH);
    }

    @Builtin(
            value = "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "The match of the whole string, or None.")
    static Object fullMatch(PyPattern self, Object string, long pos, long endPos) {
        return find(self, string, pos, endPos, Way.FULL_MATCH);
    }

    @Builtin(
            value = "search(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "The first match anywhere, or None.")
    static Object search(PyPattern self, Object string, long pos, long endPos) {
        return find(self, string, pos, endPos, Way.SEARCH);
    }

    @Builtin(
            value = "findall(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "All matches as texts, or as tuples of groups.")
    static Object findAll(PyPattern self, Object string, long pos, long endPos) {
        Scanner scanner = new Scanner(self, string, pos, endPos);
        Object empty = scanner.subject.slice(0, 0);
        PyList out = new PyList();
        for (Matcher m = scanner.next(true); m != null; m = scanner.next(true)) {
            PyMatch match = scanner.matchOf(m);
            if (self.code.groups <= 1) {
                out.append(match.group(self.code.groups, empty));
            } else {
                Object[] groups = new Object[self.code.groups];
                for (int i = 0; i < groups.length; i++) {
                    groups[i] = match.group(i + 1, empty);
                }
                out.append(new PyTuple(groups));
            }
        }
        return out;
    }

    @Builtin(
            value = "finditer(self, /, string, pos=0, endpos=sys.maxsize)",
            doc = "An iterator over all matches.")
    static Object findIter(PyPattern self, Object string, long pos, long endPos) {
        Scanner scanner = new Scanner(self, string, pos, endPos);
        return new PyCallableIterator(Attributes.get(scanner, "search"), Singleton.NONE);
    }

    @Builtin("scanner(self, /, string, pos=0, endpos=sys.maxsize)")
    static Object scanner(PyPattern self, Object string, long pos, long endPos) {
        return new Scanner(self, string, pos, endPos);
    }

    @Builtin(
            value = "split(self, /, string, maxsplit=0)",
            doc = "The parts between the matches, and what groups took.")
    static Object split(PyPattern self, Object string, long maxSplit) {
        Scanner scanner = new Scanner(self, string, 0, Long.MAX_VALUE);
        PyList out = new PyList();
        int last = 0;
        for (long n = 0; maxSplit == 0 || n < maxSplit; n++) {
            Matcher m = scanner.next(true);
            if (m == null) {
                break;
            }
            out.append(scanner.subject.slice(last, m.matchStart));
            PyMatch match = scanner.matchOf(m);
            for (int i = 1; i <= self.code.groups; i++) {
                out.append(match.group(i, Singleton.NONE));
            }
            last = m.matchEnd;
        }
        out.append(scanner.subject.slice(last, scanner.subject.length));
        return out;
    }

    @Builtin(
            value = "sub(self, /, repl, string, count=0)",
            doc = "The string with matches replaced.")
    static Object sub(PyPattern self, Object replacement, Object string, long count) {
        return Substitution.run(self, replacement, string, count).text();
    }

    @Builtin(
            value = "subn(self, /, repl, string, count=0)",
            doc = "The string with matches replaced, and how many there were.")
    static Object subN(PyPattern self, Object replacement, Object string, long count) {
        Substitution.Result result = Substitution.run(self, replacement, string, count);
        return new PyTuple(result.text(), result.count());
    }

    // ---- the object ----

    @Builtin(value = "pattern", kind = BuiltinKind.GETTER)
    static Object pattern(PyPattern self) {
        return self.pattern;
    }

    @Builtin(value = "flags", kind = BuiltinKind.GETTER)
    static int flags(PyPattern self) {
        return self.flags;
    }

    @Builtin(value = "groups", kind = BuiltinKind.GETTER)
    static int groups(PyPattern self) {
        return self.code.groups;
    }

    @Builtin(value = "groupindex", kind = BuiltinKind.GETTER)
    static Object groupIndex(PyPattern self) {
        return new PyMappingProxy(self.groupIndex);
    }

    @Builtin("__copy__(self, /)")
    static Object copy(PyPattern self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static Object deepCopy(PyPattern self, Object memo) {
        return self;
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyPattern self, Object value) {
        if (!(value instanceof PyPattern p)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return self == p
                || self.flags == p.flags
                        && Objects.equals(self.forBytes, p.forBytes)
                        && Arrays.equals(self.code.code, p.code.code)
                        && Comparison.sameOrEqual(self.pattern, p.pattern);
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyPattern self) {
        long h = Hashing.hash(self.pattern) ^ Arrays.hashCode(self.code.code) ^ self.flags;
        return h == -1 ? -2 : h;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyPattern self) {
        TruffleString source = Repr.repr(self.pattern);
        StrBuilder out =
                new StrBuilder()
                        .literal("re.compile(")
                        .append(Str.substring(source, 0, Math.min(200, Str.length(source))));
        int flags = self.flags;
        if (Boolean.FALSE.equals(self.forBytes) && (flags & (4 | UNICODE | 256)) == UNICODE) {
            flags &= ~UNICODE;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            if ((flags & 1 << i) != 0 && FLAG_NAMES[i] != null) {
                names.add(FLAG_NAMES[i]);
                flags &= ~(1 << i);
            }
        }
        if (flags != 0) {
            names.add("0x" + Integer.toHexString(flags));
        }
        if (!names.isEmpty()) {
            out.append(", " + String.join("|", names));
        }
        return out.literal(")").toStr();
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
