package org.jabiru.modules.sre;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A replacement text with references to groups. */
@BuiltinType("SRE_Template")
public final class Template extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_sre.SRE_Template", TemplateTable::new, null).sealed();

    /** Literal texts; a reference comes before each but the first. */
    private final Object[] literals;

    private final int[] groups;
    private final boolean bytes;

    Template(Object[] literals, int[] groups, boolean bytes) {
        super(TYPE);
        this.literals = literals;
        this.groups = groups;
        this.bytes = bytes;
    }

    /** The text when it has no references, else null. */
    Object literalOrNull() {
        return groups.length == 0 ? literals[0] : null;
    }

    /** The text with what groups of the match took in place of the references. */
    Object expand(PyMatch match) {
        if (groups.length == 0) {
            return literals[0];
        }
        Pieces out = new Pieces(bytes);
        out.add(literals[0]);
        for (int i = 0; i < groups.length; i++) {
            Object text = match.group(groups[i], null);
            if (text != null) {
                out.add(text);
            }
            out.add(literals[i + 1]);
        }
        return out.join();
    }
}
