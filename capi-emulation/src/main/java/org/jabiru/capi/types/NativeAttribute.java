package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.DataMember;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.DefinedInC;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** An attribute of a type made in C; its definition begins with its name. */
abstract class NativeAttribute extends PyObject implements DataMember, DefinedInC {
    final CapiContext context;
    final PyType owner;
    final TruffleString name;
    private final long definition;
    private final int docField;

    /**
     * @param definition the address of the definition
     * @param docField where in it the docstring's address stands
     */
    NativeAttribute(PyType type, CapiContext context, PyType owner, long definition, int docField) {
        super(type);
        this.context = context;
        this.owner = owner;
        this.name = Str.of(Memory.string(Memory.getLong(definition)));
        this.definition = definition;
        this.docField = docField;
    }

    @Override
    public TruffleString name() {
        return name;
    }

    @Override
    public PyType owner() {
        return owner;
    }

    @Override
    public long definitionAddress() {
        return definition;
    }

    @Override
    public Object doc() {
        long d = Memory.getLong(definition + docField);
        return d == 0 ? Singleton.NONE : Str.of(Memory.string(d));
    }
}
