package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** The methods of {@code re.Match}. */
@BuiltinType("Match")
public final class MatchType {
    public static final PyType TYPE =
            PyType.builtin("re.Match", MatchTypeTable::new, null).sealed();

    private MatchType() {}

    @Builtin(
            value = "group(self, /, *groups)",
            shown = "none",
            doc = "The text of one group, or a tuple of several.")
    static Object group(PyMatch self, Object[] groups) {
        if (groups.length == 0) {
            return self.group(0, Singleton.NONE);
        }
        if (groups.length == 1) {
            return self.group(self.groupNumber(groups[0]), Singleton.NONE);
        }
        Object[] out = new Object[groups.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = self.group(self.groupNumber(groups[i]), Singleton.NONE);
        }
        return new PyTuple(out);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyMatch self, Object key) {
        return self.group(self.groupNumber(key), Singleton.NONE);
    }

    @Builtin(value = "start(self, group=0, /)", doc = "Where the group begins; -1 when unset.")
    static int start(PyMatch self, Object group) {
        return self.spans[self.groupNumber(group) * 2];
    }

    @Builtin(value = "end(self, group=0, /)", doc = "Where the group ends; -1 when unset.")
    static int end(PyMatch self, Object group) {
        return self.spans[self.groupNumber(group) * 2 + 1];
    }

    private static PyTuple spanOf(PyMatch self, int number) {
        return new PyTuple((long) self.spans[number * 2], (long) self.spans[number * 2 + 1]);
    }

    @Builtin(value = "span(self, group=0, /)", doc = "Where the group begins and ends.")
    static Object span(PyMatch self, Object group) {
        return spanOf(self, self.groupNumber(group));
    }

    @Builtin(value = "groups(self, /, default=None)", doc = "The texts of all groups.")
    static Object groups(PyMatch self, Object otherwise) {
        Object[] out = new Object[self.groupCount() - 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = self.group(i + 1, otherwise);
        }
        return PyTuple.of(out);
    }

    @Builtin(value = "groupdict(self, /, default=None)", doc = "The texts of named groups.")
    static Object groupDict(PyMatch self, Object otherwise) {
        PyDict out = new PyDict();
        PyDict names = self.pattern.groupIndex;
        for (int i = names.first(); i >= 0; i = names.next(i)) {
            int number = self.groupNumber(names.keyAt(i));
            out.put(names.keyAt(i), names.hashAt(i), self.group(number, otherwise));
        }
        return out;
    }

    @Builtin(value = "expand(self, /, template)", doc = "The template with groups put in.")
    static Object expand(PyMatch self, Object template) {
        Object parsed =
                Call.call(Modules.attribute("re", "_compile_template"), self.pattern, template);
        return parsed instanceof Template t ? t.expand(self) : parsed;
    }

    @Builtin("__copy__(self, /)")
    static Object copy(PyMatch self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static Object deepCopy(PyMatch self, Object memo) {
        return self;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyMatch self) {
        TruffleString text = Repr.repr(self.group(0, Singleton.NONE));
        return new StrBuilder()
                .append("<re.Match object; span=(" + self.spans[0] + ", " + self.spans[1])
                .literal("), match=")
                .append(Str.substring(text, 0, Math.min(50, Str.length(text))))
                .literal(">")
                .toStr();
    }

    @Builtin(value = "string", kind = BuiltinKind.GETTER)
    static Object string(PyMatch self) {
        return self.subject.object;
    }

    @Builtin(value = "re", kind = BuiltinKind.GETTER)
    static Object re(PyMatch self) {
        return self.pattern;
    }

    @Builtin(value = "pos", kind = BuiltinKind.GETTER)
    static int pos(PyMatch self) {
        return self.pos;
    }

    @Builtin(value = "endpos", kind = BuiltinKind.GETTER)
    static int endPos(PyMatch self) {
        return self.endPos;
    }

    @Builtin(value = "lastindex", kind = BuiltinKind.GETTER)
    static Object lastIndex(PyMatch self) {
        return self.lastGroup < 0 ? Singleton.NONE : (Object) (long) self.lastGroup;
    }

    @Builtin(value = "lastgroup", kind = BuiltinKind.GETTER)
    static Object lastGroup(PyMatch self) {
        PyTuple names = self.pattern.groupNames;
        return self.lastGroup < 0 || self.lastGroup >= names.size()
                ? Singleton.NONE
                : names.get(self.lastGroup);
    }

    @Builtin(value = "regs", kind = BuiltinKind.GETTER)
    static Object regs(PyMatch self) {
        Object[] out = new Object[self.groupCount()];
        for (int i = 0; i < out.length; i++) {
            out[i] = spanOf(self, i);
        }
        return new PyTuple(out);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
