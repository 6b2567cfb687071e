package org.jabiru.builtins.structseq;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of a struct sequence type, and a getter for each named field. */
final class StructSequenceTable extends BuiltinTable {
    private static final String[] METHODS = {
        "__new__(cls, /, sequence, dict=<unrepresentable>)",
        "__repr__(self, /)",
        "__reduce__(self, /)",
        "__replace__(self, /, **changes)",
    };

    private final StructSequenceType owner;
    private final int[] fieldOf;

    StructSequenceTable(StructSequenceType owner, String name) {
        super(
                name,
                signatures(owner),
                kinds(owner),
                new String[METHODS.length + owner.names.length]);
        this.owner = owner;
        this.fieldOf = new int[METHODS.length + owner.names.length];
        int n = METHODS.length;
        for (int i = 0; i < owner.names.length; i++) {
            if (owner.names[i] != null) {
                fieldOf[n++] = i;
            }
        }
    }

    private static String[] signatures(StructSequenceType owner) {
        List<String> out = new ArrayList<>(List.of(METHODS));
        if (owner.byField) {
            out.set(0, "__new__(cls, /, " + owner.names[0] + ")");
        }
        for (String field : owner.names) {
            if (field != null) {
                out.add(field);
            }
        }
        return out.toArray(String[]::new);
    }

    private static String kinds(StructSequenceType owner) {
        StringBuilder out = new StringBuilder("NMMM");
        for (String field : owner.names) {
            if (field != null) {
                out.append('F');
            }
        }
        return out.toString();
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object invoke(int index, Object[] a) {
        return switch (index) {
            case 0 -> owner.byField ? owner.make(a[1]) : make((PyType) a[0], a[1], a[2]);
            case 1 -> repr(receiver(a[0], index));
            case 2 -> reduce(receiver(a[0], index));
            case 3 -> replace(receiver(a[0], index), (PyDict) a[1]);
            default -> receiver(a[0], index).field(fieldOf[index]);
        };
    }

    private PyStructSequence receiver(Object self, int index) {
        return self(self, PyStructSequence.class, index);
    }

    private Object make(PyType cls, Object sequence, Object more) {
        if (!owner.instantiable) {
            throw Errors.typeError("cannot create '%s' instances", cls.fullName());
        }
        if (more != null && !(more instanceof PyDict)) {
            throw Errors.typeError("%s() takes a dict as second arg, if any", cls.fullName());
        }
        Object[] given;
        try {
            given = Iteration.toArray(sequence);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.TypeError)
                    ? Errors.typeError("constructor requires a sequence")
                    : e;
        }
        int all = owner.names.length;
        int min = owner.visible;
        if (min == all ? given.length != all : given.length < min || given.length > all) {
            throw Errors.typeError(
                    "%s() takes %s %d-sequence (%d-sequence given)",
                    cls.fullName(),
                    min == all ? "a" : given.length < min ? "an at least" : "an at most",
                    given.length < min ? min : all,
                    given.length);
        }
        Object[] fields = new Object[all];
        System.arraycopy(given, 0, fields, 0, given.length);
        int used = 0;
        for (int i = given.length; i < all; i++) {
            Object value = null;
            if (more instanceof PyDict d && owner.names[i] != null) {
                value = d.get(owner.names[i]);
                used += value == null ? 0 : 1;
            }
            fields[i] = value == null ? Singleton.NONE : value;
        }
        if (more instanceof PyDict d && d.size() > used) {
            throw Errors.typeError(
                    "%s() got duplicate or unexpected field name(s)", cls.fullName());
        }
        return owner.make(fields);
    }

    private Object repr(PyStructSequence self) {
        StringBuilder out = new StringBuilder(owner.type.fullName()).append('(');
        for (int i = 0; i < owner.visible; i++) {
            if (i > 0) {
                out.append(", ");
            }
            out.append(owner.names[i]).append('=').append(Str.java(Repr.repr(self.items[i])));
        }
        return Str.of(out.append(')').toString());
    }

    private Object reduce(PyStructSequence self) {
        if (owner.byField) {
            return PyTuple.of(owner.type, PyTuple.of(self.items));
        }
        PyDict rest = new PyDict();
        for (int i = owner.visible; i < owner.names.length; i++) {
            if (owner.names[i] != null) {
                rest.put(Str.name(owner.names[i]), self.field(i));
            }
        }
        return PyTuple.of(owner.type, PyTuple.of(PyTuple.of(self.items), rest));
    }

    private Object replace(PyStructSequence self, PyDict changes) {
        Object[] fields = new Object[owner.names.length];
        int used = 0;
        for (int i = 0; i < fields.length; i++) {
            if (owner.names[i] == null) {
                throw Errors.typeError(
                        "__replace__() is not supported for %s because it has unnamed field(s)",
                        owner.type.fullName());
            }
            Object changed = changes.get(owner.names[i]);
            used += changed == null ? 0 : 1;
            fields[i] = changed == null ? self.field(i) : changed;
        }
        if (used < changes.size()) {
            StringBuilder names = new StringBuilder();
            for (int i = changes.first(); i >= 0; i = changes.next(i)) {
                TruffleString name = (TruffleString) changes.keyAt(i);
                boolean known = false;
                for (String n : owner.names) {
                    known |= n.equals(Str.java(name));
                }
                if (!known) {
                    names.append(names.isEmpty() ? "" : ", ").append(Str.java(Repr.repr(name)));
                }
            }
            throw Errors.typeError("Got unexpected field name(s): [%s]", names);
        }
        return owner.make(fields);
    }

    /** The type's name as CPython's {@code __repr__} of the type gives it. */
    @Override
    public String toString() {
        return Types.of(owner.type).name();
    }
}
