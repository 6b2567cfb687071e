/* Complex numbers as C values. Divisions by zero and overflows are reported in errno. */
#include "jabiru.h"

PyObject *PyComplex_FromCComplex(Py_complex value)
{
    return PyComplex_FromDoubles(value.real, value.imag);
}

Py_complex PyComplex_AsCComplex(PyObject *op)
{
    Py_complex value = {-1.0, 0.0};
    if (!PyComplex_Check(op)) {
        op = jabiru_as_complex(op);
        if (op == NULL) {
            return value;
        }
        value = ((PyComplexObject *)op)->cval;
        Py_DECREF(op);
        return value;
    }
    return ((PyComplexObject *)op)->cval;
}

Py_complex _Py_c_sum(Py_complex a, Py_complex b)
{
    return (Py_complex){a.real + b.real, a.imag + b.imag};
}

Py_complex _Py_c_diff(Py_complex a, Py_complex b)
{
    return (Py_complex){a.real - b.real, a.imag - b.imag};
}

Py_complex _Py_c_neg(Py_complex a)
{
    return (Py_complex){-a.real, -a.imag};
}

static double boxed(double part)
{
    return copysign(isinf(part) ? 1.0 : 0.0, part);
}

static double no_nan(double part)
{
    return isnan(part) ? copysign(0.0, part) : part;
}

/* C11, Annex G: an infinite factor makes the product infinite. */
Py_complex _Py_c_prod(Py_complex z, Py_complex w)
{
    double a = z.real, b = z.imag, c = w.real, d = w.imag;
    double ac = a * c, bd = b * d, ad = a * d, bc = b * c;
    Py_complex result = {ac - bd, ad + bc};
    if (!isnan(result.real) || !isnan(result.imag)) {
        return result;
    }
    int again = 0;
    if (isinf(a) || isinf(b)) {
        a = boxed(a), b = boxed(b), c = no_nan(c), d = no_nan(d);
        again = 1;
    }
    if (isinf(c) || isinf(d)) {
        c = boxed(c), d = boxed(d), a = no_nan(a), b = no_nan(b);
        again = 1;
    }
    if (!again && (isinf(ac) || isinf(bd) || isinf(ad) || isinf(bc))) {
        a = no_nan(a), b = no_nan(b), c = no_nan(c), d = no_nan(d);
        again = 1;
    }
    if (again) {
        result.real = HUGE_VAL * (a * c - b * d);
        result.imag = HUGE_VAL * (a * d + b * c);
    }
    return result;
}

/* Scaled by the divisor's larger part (Smith's method), so that nothing overflows on the way. */
Py_complex _Py_c_quot(Py_complex a, Py_complex b)
{
    Py_complex result;
    double real_size = fabs(b.real), imag_size = fabs(b.imag);
    if (real_size >= imag_size) {
        if (real_size == 0.0) {
            errno = EDOM;
            return (Py_complex){0.0, 0.0};
        }
        double ratio = b.imag / b.real;
        double divisor = b.real + b.imag * ratio;
        result.real = (a.real + a.imag * ratio) / divisor;
        result.imag = (a.imag - a.real * ratio) / divisor;
    } else if (imag_size >= real_size) {
        double ratio = b.real / b.imag;
        double divisor = b.real * ratio + b.imag;
        result.real = (a.real * ratio + a.imag) / divisor;
        result.imag = (a.imag * ratio - a.real) / divisor;
    } else {
        result.real = result.imag = NAN;
    }
    if (isnan(result.real) && isnan(result.imag)) {
        if ((isinf(a.real) || isinf(a.imag)) && isfinite(b.real) && isfinite(b.imag)) {
            double x = boxed(a.real), y = boxed(a.imag);
            result.real = HUGE_VAL * (x * b.real + y * b.imag);
            result.imag = HUGE_VAL * (y * b.real - x * b.imag);
        } else if ((isinf(b.real) || isinf(b.imag)) && isfinite(a.real) && isfinite(a.imag)) {
            double x = boxed(b.real), y = boxed(b.imag);
            result.real = 0.0 * (a.real * x + a.imag * y);
            result.imag = 0.0 * (a.imag * x - a.real * y);
        }
    }
    return result;
}

double _Py_c_abs(Py_complex z)
{
    errno = 0;
    if (!isfinite(z.real) || !isfinite(z.imag)) {
        return isinf(z.real) || isinf(z.imag) ? HUGE_VAL : NAN;
    }
    double result = hypot(z.real, z.imag);
    errno = isfinite(result) ? 0 : ERANGE;
    return result;
}

Py_complex _Py_c_pow(Py_complex a, Py_complex b)
{
    if (b.real == 0.0 && b.imag == 0.0) {
        return (Py_complex){1.0, 0.0};
    }
    if (a.real == 0.0 && a.imag == 0.0) {
        if (b.imag != 0.0 || b.real < 0.0) {
            errno = EDOM;
        }
        return (Py_complex){0.0, 0.0};
    }
    double size = hypot(a.real, a.imag);
    double length = pow(size, b.real);
    double angle = atan2(a.imag, a.real);
    double phase = angle * b.real;
    if (b.imag != 0.0) {
        length *= exp(-angle * b.imag);
        phase += b.imag * log(size);
    }
    Py_complex result = {length * cos(phase), length * sin(phase)};
    if (isinf(result.real) || isinf(result.imag)) {
        errno = ERANGE;
    }
    return result;
}
