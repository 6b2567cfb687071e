package org.jabiru.builtins.genericalias;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The iterator that {@code *list[int]} asks for: gives the unpacked alias, once. */
@BuiltinType("generic_alias_iterator")
public final class GenericAliasIterator extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("generic_alias_iterator", GenericAliasIteratorTable::new, null).sealed();

    /** Null when exhausted. */
    private PyGenericAlias alias;

    GenericAliasIterator(PyGenericAlias alias) {
        super(TYPE);
        this.alias = alias;
    }

    @Override
    public Object next() {
        PyGenericAlias a = alias;
        if (a == null) {
            return null;
        }
        alias = null;
        return new PyGenericAlias(GenericAliasType.TYPE, a.origin, a.args, true);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(GenericAliasIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(GenericAliasIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(GenericAliasIterator self) {
        // The look-up may run Python code that exhausts this iterator.
        Object iter = IteratorMethods.iterFunction();
        Object argument = self.alias == null ? PyTuple.EMPTY : self.alias;
        return new PyTuple(iter, new PyTuple(argument));
    }
}
