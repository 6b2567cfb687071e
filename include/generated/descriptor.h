/* Generated from capi-emulation/abi/descriptor.abi. */
JABIRU_DATA PyTypeObject PyClassMethodDescr_Type;
JABIRU_FUNCTION PyObject *PyDescr_NewClassMethod(PyTypeObject *type, PyMethodDef *method);
JABIRU_FUNCTION PyObject *PyDescr_NewGetSet(PyTypeObject *type, PyGetSetDef *getset);
JABIRU_FUNCTION PyObject *PyDescr_NewMember(PyTypeObject *type, PyMemberDef *member);
JABIRU_FUNCTION PyObject *PyDescr_NewMethod(PyTypeObject *type, PyMethodDef *method);
JABIRU_DATA PyTypeObject PyGetSetDescr_Type;
JABIRU_FUNCTION PyObject *PyMember_GetOne(const char *obj, PyMemberDef *member);
JABIRU_FUNCTION int PyMember_SetOne(char *obj, PyMemberDef *member, PyObject *value);
JABIRU_DATA PyTypeObject PyMemberDescr_Type;
JABIRU_DATA PyTypeObject PyMethodDescr_Type;
JABIRU_DATA PyTypeObject PyProperty_Type;
JABIRU_DATA PyTypeObject PySuper_Type;
JABIRU_FUNCTION PyObject *PyWrapper_New(PyObject *descriptor, PyObject *self);
JABIRU_DATA PyTypeObject PyWrapperDescr_Type;
