package org.jabiru.capi.functions;

/** A function or descriptor whose definition is a structure of C's, which its memory points to. */
public interface DefinedInC {
    /** The address of the PyMethodDef, PyGetSetDef or PyMemberDef. */
    long definitionAddress();
}
