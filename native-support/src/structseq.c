/* Struct sequences whose type is in the extension's own memory. */
#include "jabiru.h"

#include <string.h>

/* What C sees of them is a tuple; Java has the fields. */
int PyStructSequence_InitType2(PyTypeObject *type, PyStructSequence_Desc *desc)
{
    if (type->tp_flags & Py_TPFLAGS_READY) {
        return 0;
    }
    memcpy(type, &PyTuple_Type, sizeof *type);
    type->tp_name = desc->name;
    type->tp_doc = desc->doc;
    type->tp_base = &PyTuple_Type;
    type->tp_flags &= ~(unsigned long)Py_TPFLAGS_BASETYPE;
    type->tp_dict = type->tp_bases = type->tp_mro = NULL;
    return jabiru_structseq_ready(type, desc);
}

void PyStructSequence_InitType(PyTypeObject *type, PyStructSequence_Desc *desc)
{
    PyStructSequence_InitType2(type, desc);
}
