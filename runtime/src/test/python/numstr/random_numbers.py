"""Operations on pseudo-random numbers, folded into a number for each operation."""

import math
import struct

seed = 12345


def random():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
    return (seed >> 11) ^ (seed << 30 & (2**64 - 1))


def real():
    r = random()
    kind = random() % 4
    if kind == 0:
        return struct.unpack("<d", struct.pack("<Q", r))[0]
    if kind == 1:
        return (r % 10 ** (random() % 17 + 1)) / 10 ** (random() % 17)
    if kind == 2:
        return float(r % 100000) / (1 << (random() % 12))
    return (r - 2**63) * 2.0 ** -(random() % 80)


def integer():
    value = 0
    for _ in range(random() % 5 + 1):
        value = value << 61 | random() % 2**61
    return -value if random() % 2 else value >> (random() % 60)


FORMATS = [
    sign + zero + alternate + width + grouping + precision + kind
    for sign in ("", "+", " ")
    for zero in ("", "z")
    for alternate in ("", "#")
    for width in ("", "12", "015")
    for grouping in ("", ",", "_")
    for precision in ("", ".0", ".1", ".3", ".17", ".25")
    for kind in ("", "e", "f", "g", "%", "E", "G")
]
INT_FORMATS = ["", "+", " ", "#x", "X", "_b", ",", "030,", "o", "#o", "_x", "e", ".3f", ">50", "x"]


def pick(choices):
    return choices[random() % len(choices)]


def percent():
    spec = pick(["", "+", " ", "#", "0", "-"]) + pick(["", "10", "25"]) + pick(["", ".0", ".15"])
    return ("%" + spec + pick("efgEG")) % real()


def bits():
    a, b = integer(), integer()
    return (a & b, a | b, a ^ b, ~a, a >> random() % 200, a << random() % 100, a.bit_count())


def arithmetic():
    a, b = integer(), integer() or 1
    return (a * b, a + b, a - b, a // b, a % b, a / b, round(a, -(random() % 30)))


def comparison():
    a, b = real(), real()
    if not math.isfinite(a) or not math.isfinite(b):
        return None
    return (a < b, a == b, a >= b, a < int(b), int(a) == a, a == int(a))


def both_ways():
    a = integer()
    data = a.to_bytes(50, "big", signed=True)
    return data, int.from_bytes(data, "big", signed=True) == a


def hexadecimal():
    d = real()
    return d.hex(), float.fromhex(d.hex()) == d


OPERATIONS = {
    "repr": real,
    "format": lambda: format(real(), pick(FORMATS)),
    "int format": lambda: format(integer(), pick(INT_FORMATS)),
    "percent": percent,
    "round": lambda: round(real(), random() % 40 - 20),
    "hex": hexadecimal,
    "int": lambda: int(real()),
    "parse": lambda: float(f"{random() % 10 ** (random() % 25)}.{random()}e{random() % 700 - 350}"),
    "divmod": lambda: divmod(real(), real()),
    "comparison": comparison,
    "hash": lambda: (hash(integer()), hash(abs(real()))),
    "bits": bits,
    "arithmetic": arithmetic,
    "power": lambda: pow(integer(), random() % 1000, random() + 1),
    "ratio": lambda: real().as_integer_ratio(),
    "complex": lambda: complex(real(), real()) * complex(real(), 2) / complex(1.5, real()),
    "bytes": both_ways,
    "fsum": lambda: math.fsum(real() % 1e10 for _ in range(10)),
    "combinatorics": lambda: (math.comb(random() % 200, random() % 200), math.isqrt(random())),
    "parts": lambda: (math.ldexp(real() % 1e9, random() % 400), math.frexp(real()), math.modf(real())),
}
for name, operation in OPERATIONS.items():
    folded = 0
    for _ in range(200):
        try:
            text = repr(operation())
        except (ArithmeticError, ValueError) as e:
            text = f"{type(e).__name__}: {e}"
        for c in text:
            folded = (folded * 31 + ord(c)) % (2**61 - 1)
    print(name, folded, text)
