package org.jabiru.builtins.template;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The iterator over a template: texts that are not empty and interpolations, in order. */
@BuiltinType("TemplateIter")
public final class TemplateIterator extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("string.templatelib.TemplateIter", TemplateIteratorTable::new, null)
                    .sealed();

    private final PyTemplate template;

    /** Twice the index, plus one for an interpolation. */
    private int position;

    TemplateIterator(PyTemplate template) {
        super(TYPE);
        this.template = template;
    }

    @Override
    public Object next() {
        while (position < template.strings.size() * 2 - 1) {
            int index = position / 2;
            boolean isText = position % 2 == 0;
            position++;
            if (!isText) {
                return template.interpolations.get(index);
            }
            if (Str.length(template.string(index)) > 0) {
                return template.strings.get(index);
            }
        }
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(TemplateIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(TemplateIterator self) {
        return IteratorMethods.next(self);
    }
}
