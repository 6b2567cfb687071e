/* Tables of ASCII: unlike the C library's they do not depend on the locale. */
#include "jabiru.h"

#define UPPER(c) ((c) >= 'a' && (c) <= 'z' ? (c) - 32 : (c))
#define LOWER(c) ((c) >= 'A' && (c) <= 'Z' ? (c) + 32 : (c))
#define SPACE(c) (((c) >= 9 && (c) <= 13) || ((c) >= 28 && (c) <= 32))

#define FOUR(f, c) f(c), f((c) + 1), f((c) + 2), f((c) + 3)
#define SIXTEEN(f, c) FOUR(f, c), FOUR(f, (c) + 4), FOUR(f, (c) + 8), FOUR(f, (c) + 12)
#define SIXTY_FOUR(f, c)                                                                           \
    SIXTEEN(f, c), SIXTEEN(f, (c) + 16), SIXTEEN(f, (c) + 32), SIXTEEN(f, (c) + 48)
#define ALL_128(f) SIXTY_FOUR(f, 0), SIXTY_FOUR(f, 64)
#define ALL_256(f) ALL_128(f), SIXTY_FOUR(f, 128), SIXTY_FOUR(f, 192)

JABIRU_EXPORT unsigned char _Py_ctype_toupper[256] = {ALL_256(UPPER)};
JABIRU_EXPORT unsigned char _Py_ctype_tolower[256] = {ALL_256(LOWER)};
JABIRU_EXPORT unsigned char _Py_ascii_whitespace[128] = {ALL_128(SPACE)};
