package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** What can be iterated over and has no indices: Java's sets, other Iterables, streams. */
@BuiltinType(
        value = "polyglot.ForeignIterable",
        doc = "Something of Java or of another language that can be iterated over.")
public final class ForeignIterableType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.ForeignIterable",
                    ForeignObjectType.TYPE,
                    ForeignIterableTypeTable::new,
                    null);

    private ForeignIterableType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyForeign self) {
        return iterator(self.value);
    }

    static Object iterator(Object value) {
        return Messages.send(() ->
                INTEROP.hasIterator(value)
                        ? INTEROP.getIterator(value)
                        : INTEROP.invokeMember(value, "iterator"));
    }

    @Builtin("__len__(self, /)")
    static Object len(PyForeign self) {
        if (!INTEROP.isMemberInvocable(self.value, "size")) {
            throw Errors.typeError(
                    "foreign object of class '%s' has no len()", Messages.className(self.value));
        }
        return Messages.send(() -> INTEROP.invokeMember(self.value, "size"));
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(PyForeign self) {
        return !INTEROP.isMemberInvocable(self.value, "isEmpty")
                || Messages.send(() -> INTEROP.invokeMember(self.value, "isEmpty"))
                        == Boolean.FALSE;
    }

    @Builtin("__contains__(self, item, /)")
    static boolean contains(PyForeign self, Object item) {
        return Containment.contains(item, iterator(self.value));
    }
}
