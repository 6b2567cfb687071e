"""Methods of str on every character of the first planes, folded into a number for each block."""

MODULUS = 2**61 - 1


def fold(number, text):
    for c in text:
        number = (number * 31 + ord(c)) % MODULUS
    return number


def block(start):
    number = 0
    for code in range(start, start + 0x400):
        s = chr(code)
        answers = (
            s.isalpha(), s.isalnum(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(),
            s.isupper(), s.islower(), s.istitle(), s.isidentifier(), ("a" + s).isidentifier(),
            s.isprintable(),
        )
        for answer in answers:
            number = number * 2 + answer
        number = fold(number, s.upper() + s.lower() + s.title() + s.casefold() + s.swapcase())
        number = fold(number, ("x" + s).title() + s.capitalize() + repr(s))
        number = number * 31 + len(("a" + s + "b").splitlines())
        number = (number * 31 + len(("a" + s + "b").split())) % MODULUS
    return number


STARTS = [*range(0, 0x3400, 0x400), 0xA400, 0xA800, 0xAC00, 0xD800, 0xE000, 0xF800, 0xFC00]
STARTS += [0x10000, 0x10400, 0x10800, 0x11000, 0x1D400, 0x1E800, 0x1F000, 0xE0000, 0x10FC00]
for start in STARTS:
    print(hex(start), block(start))
