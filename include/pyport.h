/* Types and decorations that the other headers are written with. */
#ifndef Py_PYPORT_H
#define Py_PYPORT_H

#ifdef __cplusplus
#define JABIRU_C extern "C"
#else
#define JABIRU_C extern
#endif
#define JABIRU_EXPORT __attribute__((visibility("default")))
#define JABIRU_FUNCTION JABIRU_EXPORT
#define JABIRU_DATA JABIRU_EXPORT extern

#define PyAPI_FUNC(type) JABIRU_EXPORT type
#define PyAPI_DATA(type) JABIRU_EXPORT extern type
#define Py_EXPORTED_SYMBOL JABIRU_EXPORT
#define Py_IMPORTED_SYMBOL JABIRU_EXPORT
#define Py_LOCAL_SYMBOL __attribute__((visibility("hidden")))
#ifdef __cplusplus
#define PyMODINIT_FUNC extern "C" JABIRU_EXPORT PyObject *
#else
#define PyMODINIT_FUNC JABIRU_EXPORT PyObject *
#endif

typedef ssize_t Py_ssize_t;
typedef Py_ssize_t Py_hash_t;
typedef size_t Py_uhash_t;
typedef intptr_t Py_intptr_t;
typedef uintptr_t Py_uintptr_t;
typedef uint32_t Py_UCS4;
typedef uint16_t Py_UCS2;
typedef uint8_t Py_UCS1;
typedef wchar_t Py_UNICODE;

#define PY_LONG_LONG long long
#define PY_INT32_T int32_t
#define PY_UINT32_T uint32_t
#define PY_INT64_T int64_t
#define PY_UINT64_T uint64_t
#define PY_LLONG_MAX LLONG_MAX
#define PY_LLONG_MIN LLONG_MIN
#define PY_ULLONG_MAX ULLONG_MAX
#define PY_SSIZE_T_MAX ((Py_ssize_t)(((size_t)-1) >> 1))
#define PY_SSIZE_T_MIN (-PY_SSIZE_T_MAX - 1)
#define PY_SIZE_MAX SIZE_MAX
#define PY_FORMAT_SIZE_T "z"
#define PY_FORMAT_LONG_LONG "ll"

#define Py_LOCAL(type) static type
#define Py_LOCAL_INLINE(type) static inline type
#define Py_ALIGNED(n) __attribute__((aligned(n)))
#define Py_DEPRECATED(version) __attribute__((__deprecated__))
#define Py_GCC_ATTRIBUTE(x) __attribute__(x)
#define Py_UNUSED(name) _unused_##name __attribute__((unused))
#define Py_NO_INLINE __attribute__((noinline))
#define Py_ALWAYS_INLINE __attribute__((always_inline))
#define Py_CAN_START_THREADS 1

#define Py_STRINGIFY(x) _Py_XSTRINGIFY(x)
#define _Py_XSTRINGIFY(x) #x
#define Py_CHARMASK(c) ((unsigned char)((c) & 0xff))
#define Py_MIN(x, y) (((x) > (y)) ? (y) : (x))
#define Py_MAX(x, y) (((x) > (y)) ? (x) : (y))
#define Py_ABS(x) ((x) < 0 ? -(x) : (x))
#define Py_MEMBER_SIZE(type, member) sizeof(((type *)0)->member)
#define Py_ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define Py_SAFE_DOWNCAST(value, wide, narrow) ((narrow)(value))
#define Py_MEMCPY memcpy
#define Py_VA_COPY va_copy
#define Py_UNREACHABLE() __builtin_unreachable()
#define PyDoc_VAR(name) static const char name[]
#define PyDoc_STR(text) text
#define PyDoc_STRVAR(name, text) PyDoc_VAR(name) = PyDoc_STR(text)
#ifdef __cplusplus
#define _Py_STATIC_CAST(type, expr) static_cast<type>(expr)
#define _Py_NULL nullptr
#else
#define _Py_STATIC_CAST(type, expr) ((type)(expr))
#define _Py_NULL NULL
#endif
#define _Py_CAST(type, expr) ((type)(expr))
#define Py_MATH_PI 3.14159265358979323846
#define Py_MATH_E 2.7182818284590452354

#endif
