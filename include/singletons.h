/* None, the booleans, NotImplemented and the ellipsis. */
#ifndef Py_SINGLETONS_H
#define Py_SINGLETONS_H

#if Py_LIMITED_API + 0 >= 0x030d0000
#define Py_None Py_GetConstantBorrowed(Py_CONSTANT_NONE)
#define Py_False Py_GetConstantBorrowed(Py_CONSTANT_FALSE)
#define Py_True Py_GetConstantBorrowed(Py_CONSTANT_TRUE)
#define Py_Ellipsis Py_GetConstantBorrowed(Py_CONSTANT_ELLIPSIS)
#define Py_NotImplemented Py_GetConstantBorrowed(Py_CONSTANT_NOT_IMPLEMENTED)
#else
#define Py_None (&_Py_NoneStruct)
#define Py_False _PyObject_CAST(&_Py_FalseStruct)
#define Py_True _PyObject_CAST(&_Py_TrueStruct)
#define Py_Ellipsis (&_Py_EllipsisObject)
#define Py_NotImplemented (&_Py_NotImplementedStruct)
#endif

#define Py_RETURN_NONE return Py_NewRef(Py_None)
#define Py_RETURN_TRUE return Py_NewRef(Py_True)
#define Py_RETURN_FALSE return Py_NewRef(Py_False)
#define Py_RETURN_NOTIMPLEMENTED return Py_NewRef(Py_NotImplemented)
#define Py_RETURN_RICHCOMPARE(left, right, op)                                                     \
    do {                                                                                           \
        switch (op) {                                                                              \
        case Py_EQ:                                                                                \
            if ((left) == (right)) Py_RETURN_TRUE;                                                 \
            Py_RETURN_FALSE;                                                                       \
        case Py_NE:                                                                                \
            if ((left) != (right)) Py_RETURN_TRUE;                                                 \
            Py_RETURN_FALSE;                                                                       \
        case Py_LT:                                                                                \
            if ((left) < (right)) Py_RETURN_TRUE;                                                  \
            Py_RETURN_FALSE;                                                                       \
        case Py_GT:                                                                                \
            if ((left) > (right)) Py_RETURN_TRUE;                                                  \
            Py_RETURN_FALSE;                                                                       \
        case Py_LE:                                                                                \
            if ((left) <= (right)) Py_RETURN_TRUE;                                                 \
            Py_RETURN_FALSE;                                                                       \
        case Py_GE:                                                                                \
            if ((left) >= (right)) Py_RETURN_TRUE;                                                 \
            Py_RETURN_FALSE;                                                                       \
        default:                                                                                   \
            Py_UNREACHABLE();                                                                      \
        }                                                                                          \
    } while (0)

#if Py_LIMITED_API + 0 < 0x030a0000
#define Py_Is(x, y) ((x) == (y))
#define Py_IsNone(x) Py_Is((x), Py_None)
#define Py_IsTrue(x) Py_Is((x), Py_True)
#define Py_IsFalse(x) Py_Is((x), Py_False)
#endif

#endif
