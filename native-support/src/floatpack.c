/* PyFloat_Pack… and PyFloat_Unpack…: IEEE formats of 2, 4 and 8 bytes in either order. */
#include "jabiru.h"

static void store(char *p, uint64_t bits, int size, int little)
{
    for (int i = 0; i < size; i++) {
        p[little ? i : size - 1 - i] = (char)(bits >> (8 * i));
    }
}

static uint64_t load(const char *p, int size, int little)
{
    uint64_t bits = 0;
    for (int i = 0; i < size; i++) {
        bits |= (uint64_t)(unsigned char)p[little ? i : size - 1 - i] << (8 * i);
    }
    return bits;
}

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static double of_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

int PyFloat_Pack8(double x, char *p, int le)
{
    store(p, bits_of(x), 8, le);
    return 0;
}

double PyFloat_Unpack8(const char *p, int le)
{
    return of_bits(load(p, 8, le));
}

static int too_large(const char *format)
{
    PyErr_Format(PyExc_OverflowError, "float too large to pack with %s format", format);
    return -1;
}

int PyFloat_Pack4(double x, char *p, int le)
{
    float narrow = (float)x;
    if (isinf(narrow) && !isinf(x)) {
        return too_large("f");
    }
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    if (isnan(x) && !(bits_of(x) & (UINT64_C(1) << 51))) {
        /* Conversion made a signalling NaN quiet; it stays so without a payload to tell. */
        if ((bits & 0x3fffff) != 0) {
            bits &= ~(UINT32_C(1) << 22);
        }
    }
    store(p, bits, 4, le);
    return 0;
}

double PyFloat_Unpack4(const char *p, int le)
{
    uint32_t bits = (uint32_t)load(p, 4, le);
    if ((bits & 0x7f800000) == 0x7f800000 && (bits & 0x7fffff) != 0) {
        uint64_t sign = (uint64_t)(bits >> 31) << 63;
        return of_bits(sign | UINT64_C(0x7ff) << 52 | (uint64_t)(bits & 0x7fffff) << 29);
    }
    float narrow;
    memcpy(&narrow, &bits, sizeof narrow);
    return narrow;
}

int PyFloat_Pack2(double x, char *p, int le)
{
    uint64_t wide = bits_of(x);
    uint64_t bits = (wide >> 63) << 15;
    double size = fabs(x);
    if (isnan(x)) {
        uint64_t payload = (wide >> 42) & 0x3ff;
        bits |= 0x7c00 | (payload ? payload : 0x200); /* quiet without a payload to tell */
    } else if (isinf(x)) {
        bits |= 0x7c00;
    } else if (size != 0.0) {
        int exponent;
        frexp(size, &exponent); /* size is in [0.5, 1) * 2**exponent */
        exponent = exponent < -13 ? -13 : exponent;
        /* Rounds half to even; a carry into the exponent is what it should be. */
        double scaled = nearbyint(ldexp(size, 11 - exponent));
        uint64_t rounded = (uint64_t)scaled + ((uint64_t)(exponent + 13) << 10);
        if (rounded >= 0x7c00) {
            return too_large("e");
        }
        bits |= rounded;
    }
    store(p, bits, 2, le);
    return 0;
}

double PyFloat_Unpack2(const char *p, int le)
{
    unsigned bits = (unsigned)load(p, 2, le);
    uint64_t sign = (uint64_t)(bits >> 15) << 63;
    unsigned exponent = (bits >> 10) & 31;
    unsigned fraction = bits & 0x3ff;
    if (exponent == 31) {
        return of_bits(sign | UINT64_C(0x7ff) << 52 | (uint64_t)fraction << 42);
    }
    double size = exponent == 0 ? ldexp(fraction, -24) : ldexp(fraction + 1024, (int)exponent - 25);
    return sign ? -size : size;
}
