package org.jabiru.builtins.structseq;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** A type of struct sequences (C API manual, Struct Sequence Objects) and what it needs to know. */
public final class StructSequenceType {
    public final PyType type;

    /** The names of the fields; null for a field without a name. */
    final String[] names;

    /** How many fields are items of the tuple. */
    final int visible;

    /** Whether Python code may make instances. */
    final boolean instantiable;

    /** Whether instances are made of the fields, and not of a sequence of them. */
    boolean byField;

    private StructSequenceType(String name, int visible, boolean instantiable, String[] names) {
        this.names = names;
        this.visible = visible;
        this.instantiable = instantiable;
        this.type =
                PyType.builtin(
                                name,
                                TupleType.TYPE,
                                () -> new StructSequenceTable(this, name),
                                t -> {
                                    throw Errors.typeError("cannot create '%s' instances", name);
                                })
                        .sealed();
        // Those of sys and of the core are static types in CPython.
        type.madeAtRunTime = name.indexOf('.') > 0 && !name.startsWith("sys.");
    }

    /**
     * @param name the name with its module
     * @param visible how many of the fields are items of the tuple
     * @param fields the fields' names, null for one without
     */
    public static StructSequenceType of(String name, int visible, String... fields) {
        return new StructSequenceType(name, visible, true, fields).withAttributes();
    }

    /** A type whose only field is the argument of its constructor. */
    public static StructSequenceType byField(String name, String field) {
        StructSequenceType made = new StructSequenceType(name, 1, true, new String[] {field});
        made.byField = true;
        return made.withAttributes();
    }

    /** A type of which Python code can make no instances, such as {@code sys.flags}'. */
    public static StructSequenceType notInstantiable(String name, int visible, String... fields) {
        return new StructSequenceType(name, visible, false, fields).withAttributes();
    }

    public int fieldCount() {
        return names.length;
    }

    /** An instance with a value for each field. */
    public PyStructSequence make(Object... fields) {
        return PyStructSequence.of(this, fields);
    }

    /** Adds the class attributes that the type's table cannot hold. */
    private StructSequenceType withAttributes() {
        int unnamed = 0;
        for (String n : names) {
            unnamed += n == null ? 1 : 0;
        }
        TruffleString[] match = new TruffleString[visible];
        int named = 0;
        for (int i = 0; i < visible; i++) {
            if (names[i] != null) {
                match[named++] = Str.name(names[i]);
            }
        }
        type.setAttribute(Str.name("n_sequence_fields"), (long) visible);
        type.setAttribute(Str.name("n_fields"), (long) names.length);
        type.setAttribute(Str.name("n_unnamed_fields"), (long) unnamed);
        type.setAttribute(
                Str.name("__match_args__"), PyTuple.of((Object[]) Arrays.copyOf(match, named)));
        return this;
    }
}
