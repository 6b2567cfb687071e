package org.jabiru.modules.interpreters;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;

/** The methods of {@code _interpchannels.ChannelID}. */
@BuiltinType(
        value = "_interpchannels.ChannelID",
        doc = "A channel ID identifies a channel and may be used as an int.",
        signature = "none")
final class ChannelIdType {
    static final PyType TYPE =
            PyType.builtin("_interpchannels.ChannelID", ChannelIdTypeTable::new, null)
                    .madeAtRunTime();

    private ChannelIdType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyChannelId self) {
        return switch (self.end) {
            case PyChannelId.SEND -> "ChannelID(" + self.id + ", send=True)";
            case PyChannelId.RECEIVE -> "ChannelID(" + self.id + ", recv=True)";
            default -> "ChannelID(" + self.id + ")";
        };
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static String str(PyChannelId self) {
        return Long.toString(self.id);
    }

    @Builtin(value = "__int__(self, /)", doc = "int(self)")
    static long toInt(PyChannelId self) {
        return self.id;
    }

    @Builtin(
            value = "__index__(self, /)",
            doc =
                    "Return self converted to an integer, if self is suitable for use as an index into"
                            + " a list.")
    static long index(PyChannelId self) {
        return self.id;
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyChannelId self) {
        return Hashing.hash(self.id);
    }

    private static Object compare(PyChannelId self, Object other, boolean equal) {
        if (other instanceof PyChannelId o) {
            return (self.end == o.end && self.id == o.id) == equal;
        }
        if (!Numbers.isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Comparison.compare(equal ? Comparison.Op.EQ : Comparison.Op.NE, self.id, other);
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyChannelId self, Object other) {
        return compare(self, other, true);
    }

    @Builtin(value = "__ne__(self, value, /)", doc = "Return self!=value.")
    static Object ne(PyChannelId self, Object other) {
        return compare(self, other, false);
    }

    @Builtin(value = "__lt__(self, value, /)", doc = "Return self<value.")
    static Object lt(PyChannelId self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__le__(self, value, /)", doc = "Return self<=value.")
    static Object le(PyChannelId self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__gt__(self, value, /)", doc = "Return self>value.")
    static Object gt(PyChannelId self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__ge__(self, value, /)", doc = "Return self>=value.")
    static Object ge(PyChannelId self, Object other) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "end", kind = BuiltinKind.GETTER, doc = "'send', 'recv', or 'both'")
    static String end(PyChannelId self) {
        return switch (self.end) {
            case PyChannelId.SEND -> "send";
            case PyChannelId.RECEIVE -> "recv";
            default -> "both";
        };
    }

    @Builtin(value = "send", kind = BuiltinKind.GETTER, doc = "the 'send' end of the channel")
    static Object send(PyChannelId self) {
        return of(self, PyChannelId.SEND);
    }

    @Builtin(value = "recv", kind = BuiltinKind.GETTER, doc = "the 'recv' end of the channel")
    static Object receive(PyChannelId self) {
        return of(self, PyChannelId.RECEIVE);
    }

    private static Object of(PyChannelId self, int end) {
        return ChannelsModule.checked(
                self.id, () -> PyChannelId.of(self.id, end, self.resolve, true));
    }
}
