"""Literals and expressions of a wanted type, made at random."""

import random

NUMBERS = ["0", "1", "-1", "2", "3", "7", "10", "-13", "255", "256", "1000", "(2**31)", "-(2**63)"]
NUMBERS += ["(2**63)", "(10**20)", "-(10**25)", "True", "False", "0x1F", "0b101", "1_000"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.25", "0.1", "1e10", "1e-7", "1e300", "123456.789", "3.0"]
FLOATS += ["float('inf')", "float('-inf')", "float('nan')", "1e16", "2.5", "1/3"]
TEXTS = ["''", "'a'", "'abc'", "'Hello, World'", "'aAbB12'", "' x y '", "'1,2,3'", "'\\n\\t'"]
TEXTS += ["'ünï'", "'\\U0001f600x'", "'ß'", "'%s-%d'", "'{}'", "'a\\x00b'", "'12'", "'-3.5'"]
TEXTS += ["'''tri\\nple'''", "r'\\d+'", "'\\ud800'", "'line1\\nline2\\r\\nline3'", "'İ'", "'ǆ'"]
BYTES = ["b''", "b'abc'", "b'\\x00\\xff'", "bytes(3)", "b'Hello'", "bytearray(b'xyz')", "b' a b '"]
KEYS = ["'k'", "'a'", "'b'", "1", "2", "(1, 2)", "None", "2.5", "True"]
SPECS = ["", "d", "5", "<6", "^7", ">8", "05d", "+", ",", "_", "x", "#x", "b", "o", "c", "e", "f"]
SPECS += ["g", ".2f", "10.3e", "%", "n", "*^9", "=+8", ".3", "s", "!>5", "08.2f", "#010b", "z.1f"]
PERCENTS = ["%s", "%r", "%d", "%5d", "%-5d|", "%05.1f", "%x", "%X", "%o", "%e", "%g", "%c", "%a"]
PERCENTS += ["%+d", "% d", "%#x", "%%", "%.2s", "%10s", "%(k)s"]
CODECS = ["'utf-8'", "'latin-1'", "'ascii'", "'utf-16-le'", "'utf-8-sig'", "'cp1252'"]
ERRORS = ["'strict'", "'replace'", "'ignore'", "'backslashreplace'", "'surrogateescape'"]

TYPES = ["int", "float", "str", "bytes", "list", "tuple", "dict", "set"]
STR_METHODS = """capitalize() casefold() lower() upper() title() swapcase() strip() lstrip()
rstrip() split() splitlines() splitlines(True) isalpha() isdigit() isalnum()
isspace() istitle() isupper() islower() isidentifier() isprintable() isdecimal()
isnumeric() isascii() expandtabs() center(I) ljust(I) rjust(I,S) zfill(I) find(S)
rfind(S) index(S) rindex(S) count(S) startswith(S) endswith(S) replace(S,S)
replace(S,S,I) split(S) rsplit(S,I) partition(S) rpartition(S) join(L) encode()
removeprefix(S) removesuffix(S) format(A,A) center(I,S) split(None,I) translate(D)
find(S,I,I) maketrans(S,S)""".split()
BYTES_METHODS = """hex() upper() lower() title() capitalize() swapcase() split() strip() decode()
isalpha() isdigit() isspace() find(B) count(B) replace(B,B) startswith(B) join(L) hex(S) hex(S,I)
partition(B) center(I) zfill(I) split(B) splitlines() index(I) rfind(B) translate(B) ljust(I,B)
removeprefix(B) expandtabs()""".split()
LIST_METHODS = """count(A) index(A) copy() index(A,I) index(A,I,I) __len__() __contains__(A)
__add__(L) __mul__(3) __eq__(L) __lt__(L)""".split()
DICT_METHODS = """get(K) get(K,A) keys() values() items() copy() __contains__(K) fromkeys(L)
fromkeys(L,A) __or__(D) __eq__(D) __len__()""".split()
SET_METHODS = """union(Q) intersection(L) difference(L) symmetric_difference(Q) issubset(L)
issuperset(L) isdisjoint(L) copy() __and__(X) __or__(X) __sub__(X) __le__(X)""".split()
INT_METHODS = """bit_length() bit_count() to_bytes(8,'big',signed=True) to_bytes(2,'little')
conjugate() as_integer_ratio() is_integer() __index__() __round__(-2) __add__(F) __divmod__(I)
__pow__(2,7) __format__(S) real imag numerator denominator __invert__()""".split()
FLOAT_METHODS = """is_integer() as_integer_ratio() hex() conjugate() __round__() __trunc__()
__floor__() __ceil__() real imag __add__(I) __format__(S) fromhex('0x1.8p3') __neg__()""".split()
CALLS = """abs(N) round(N) round(F,I) divmod(N,N) pow(I,2) pow(I,3,7) min(L) max(L) sum(L) sorted(L)
len(A) bool(A) int(N) int(S) int(S,16) int(S,0) float(S) float(N) str(A) repr(A) ascii(S) chr(I)
ord(S) hex(I) oct(I) bin(I) hash(I) list(A) tuple(A) set(Q) dict(D) bytes(Q) bytearray(I)
list(reversed(L)) list(zip(L,L)) list(zip(L,L,strict=True)) list(enumerate(L,I)) list(map(str,L))
list(filter(None,L)) any(L) all(L) list(range(I)) list(range(I,I,I)) range(I,I)[I] slice(I,I,I)
isinstance(A,int) issubclass(type(A),object) type(A).__name__ callable(A) complex(N,N) complex(S)
sorted(L,reverse=True) sorted(L,key=str) min(L,default=A) max(A,A,key=str) sum(L,[]) iter(L)
frozenset(Q) memoryview(B)[I] memoryview(B).tolist() dict(zip(L,L)) list(D) next(iter(L),A)
str(B,'utf-8') bytes(S,'utf-8') format(N,S) getattr(A,S) hasattr(A,S) getattr(A,'real',A)
dict([(K,A),(K,A)]) dict(k=A,a=A) list(map(lambda q:q,L)) range(I) vars(A) iter(A)
(A).__class__ print(A,A,sep=S) float.fromhex(S) int.from_bytes(B,'big') str.join(S,L)
object() bytes.fromhex(S) slice(I,I,I).indices(I)""".split()


class Values:
    """Makes expressions; `names` are the variables in reach, each with its type."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = [{}]
        self.closed = False  # no names: what a loop stores must not grow

    def chance(self, share):
        return self.random.random() < share

    def pick(self, choices):
        return self.random.choice(choices)

    def known(self, kind=None):
        """Variables of a type that can be seen."""
        if self.closed:
            return []
        found = {name: k for scope in self.names for name, k in scope.items()}
        return [name for name, k in found.items() if kind is None or k == kind]

    def expression(self, kind=None, depth=3):
        """Of that type; now and then of another, for the messages of errors."""
        if kind is None or self.chance(0.06):
            kind = self.pick(TYPES)
        known = self.known(kind)
        if known and self.chance(0.4):
            return self.pick(known)
        if depth <= 0 or self.chance(0.25):
            return self.literal(kind, depth)
        roll = self.random.random()
        if roll < 0.08:
            return self.conditional(kind, depth)
        if roll < 0.12:
            return f"({self.expression(None, depth - 1)}, {self.expression(kind, depth - 1)})[1]"
        if roll < 0.16:
            return f"(lambda p={self.expression(kind, depth - 1)}: p)()"
        if roll < 0.30:
            return self.call(depth)
        return getattr(self, f"some_{kind}")(depth)

    def literal(self, kind, depth=0):
        r = self.random
        if kind == "int":
            return self.pick(NUMBERS) if self.chance(0.6) else str(r.randint(-40, 200))
        if kind == "float":
            return self.pick(FLOATS) if self.chance(0.7) else repr(round(r.uniform(-99, 99), 3))
        if kind == "str":
            return self.pick(TEXTS)
        if kind == "bytes":
            return self.pick(BYTES)
        few = r.choice([0, 1, 2, 3, 3, 4])
        if kind == "dict":
            items = (f"{self.pick(KEYS)}: {self.expression(None, depth - 2)}" for _ in range(few))
            return "{" + ", ".join(items) + "}"
        if kind == "set":  # the order of strings in a set differs from run to run
            members = [self.pick(NUMBERS + FLOATS[:10] + ["(1, 2)"]) for _ in range(few)]
            return "{" + ", ".join(members) + "}" if members else "set()"
        of = self.pick(["int", "int", "str", "float", None, "tuple" if depth > 1 else "int"])
        members = [self.expression(of, depth - 2) for _ in range(few)]
        if kind == "list":
            return "[" + ", ".join(members) + "]"
        return "(" + "".join(m + ", " for m in members) + ")"

    def conditional(self, kind, depth):
        yes, no = self.expression(kind, depth - 1), self.expression(kind, depth - 1)
        return f"({yes} if {self.condition(depth - 1)} else {no})"

    def condition(self, depth):
        roll = self.random.random()
        left = self.expression(None, depth)
        if roll < 0.2:
            return f"({left})"
        if roll < 0.3:
            return f"not ({left})"
        if roll < 0.4:
            word = self.pick(["and", "or"])
            return f"({self.condition(depth - 1)} {word} {self.condition(depth - 1)})"
        sign = self.pick(["<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"])
        kind = self.pick(TYPES)
        if sign.startswith("is"):
            return f"({left} {sign} None)"
        right = self.expression(kind, depth)
        if sign not in ("in", "not in"):
            left = self.expression(kind if self.chance(0.8) else None, depth)
            if self.chance(0.2):
                return f"({left} {sign} {right} {self.pick(['<', '=='])} {left})"
        return f"({left} {sign} {right})"

    def argument(self, letter, depth):
        kinds = {"I": "int", "F": "float", "S": "str", "B": "bytes", "L": "list", "D": "dict"}
        kinds |= {"X": "set", "A": None}
        if letter == "K":
            return self.pick(KEYS)
        if letter == "N":
            return self.expression(self.pick(["int", "float"]), depth)
        if letter == "I":  # small: for counts, widths and places
            if self.chance(0.85):
                return str(self.random.randint(-3, 12))
            return self.pick(["None", "'1'", "2.0", "True", "-(10**20)"])
        if letter == "Q":
            members = (self.pick(["1", "2", "30", "255", "300", "-1", "1.5"]) for _ in range(3))
            return f"[{', '.join(members)}]"
        if letter == "L" and self.chance(0.2):
            return self.expression(self.pick(["tuple", "str", "dict", "bytes"]), depth)
        return self.expression(kinds[letter], depth)

    def fill(self, template, depth):
        """Puts an expression for every capital that stands by itself."""
        parts = []
        for i, c in enumerate(template):
            before = template[i - 1] if i else "("
            after = template[i + 1] if i + 1 < len(template) else ")"
            alone = before in "(,[=" and after in "),]="
            parts.append(self.argument(c, depth) if alone and c in "NISFBLDXAKQ" else c)
        return "".join(parts)

    def call(self, depth):
        template = self.pick(CALLS)
        return self.fill(template, depth - 1)

    def method(self, kind, methods, depth):
        return f"({self.expression(kind, depth - 1)}).{self.fill(self.pick(methods), depth - 1)}"

    def index(self, kind, depth):
        of = self.expression(kind, depth - 1)
        if self.chance(0.5):
            return f"({of})[{self.argument('I', 0)}]"
        ends = [self.argument("I", 0) if self.chance(0.6) else "" for _ in range(3)]
        return f"({of})[{':'.join(ends)}]" if self.chance(0.6) else f"({of})[{ends[0]}:{ends[1]}]"

    def binary(self, kind, signs, depth):
        sign = self.pick(signs)
        right = self.argument("I", 0) if sign in ("<<", ">>", "**") else None
        left = self.expression(kind, depth - 1)
        return f"({left} {sign} {right or self.expression(kind, depth - 1)})"

    def some_int(self, depth):
        roll = self.random.random()
        if roll < 0.6:
            signs = ["+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>", "**", "/", "@"]
            return self.binary("int", signs, depth)
        if roll < 0.7:
            return f"{self.pick('-+~')}({self.expression('int', depth - 1)})"
        return self.method("int", INT_METHODS, depth)

    def some_float(self, depth):
        if self.chance(0.6):
            return self.binary("float", ["+", "-", "*", "/", "//", "%", "**"], depth)
        return self.method("float", FLOAT_METHODS, depth)

    def some_str(self, depth):
        roll = self.random.random()
        if roll < 0.4:
            return self.method("str", STR_METHODS, depth)
        if roll < 0.55:
            return self.index("str", depth)
        if roll < 0.7:
            return self.fstring(depth)
        if roll < 0.8:
            return f"('{self.pick(PERCENTS)}' % ({self.expression(None, depth - 1)}))"
        if roll < 0.9:
            spec = self.pick(SPECS)
            conversion = self.pick(["", "", "!r", "!s", "!a"])
            return f"'<{{{conversion}:{spec}}}>'.format({self.expression(None, depth - 1)})"
        return self.binary("str", ["+", "+", "%"], depth)

    def fstring(self, depth):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            equals = self.pick(["", "", "="])
            conversion = self.pick(["", "", "!r", "!s"])
            spec = self.pick(["", ":" + self.pick(SPECS), ":{3}"])
            parts.append(f"{{({self.expression(None, depth - 1)}){equals}{conversion}{spec}}}-")
        return 'f"""' + "".join(parts) + '"""'

    def some_bytes(self, depth):
        roll = self.random.random()
        if roll < 0.5:
            return self.method("bytes", BYTES_METHODS, depth)
        if roll < 0.7:
            return self.index("bytes", depth)
        if roll < 0.85:
            codec, errors = self.pick(CODECS), self.pick(ERRORS)
            return f"({self.expression('str', depth - 1)}).encode({codec}, {errors})"
        return self.binary("bytes", ["+"], depth)

    def some_list(self, depth):
        roll = self.random.random()
        if roll < 0.3:
            return self.comprehension("[", "]", depth)
        if roll < 0.5:
            return self.index("list", depth)
        if roll < 0.7:
            starred = f"*{self.expression(self.pick(['list', 'tuple', 'str']), depth - 1)}"
            return f"[{starred}, {self.expression(None, depth - 1)}]"
        if roll < 0.85:
            return self.method("list", LIST_METHODS, depth)
        return self.binary("list", ["+"], depth)

    def some_tuple(self, depth):
        if self.chance(0.4):
            return self.index("tuple", depth)
        if self.chance(0.4):
            return f"tuple({self.comprehension('(', ')', depth)})"
        return self.binary("tuple", ["+"], depth)

    def some_dict(self, depth):
        roll = self.random.random()
        if roll < 0.3:
            return self.method("dict", DICT_METHODS, depth)
        if roll < 0.5:
            return f"({self.expression('dict', depth - 1)})[{self.pick(KEYS)}]"
        if roll < 0.7:
            more = self.expression("dict", depth - 1)
            return f"{{**{more}, {self.pick(KEYS)}: {self.expression(None, depth - 1)}}}"
        if roll < 0.85:
            value = self.expression(None, 0)
            return f"{{u: {value} for u in {self.expression('list', depth - 1)}}}"
        return self.binary("dict", ["|"], depth)

    def some_set(self, depth):
        if self.chance(0.4):
            return self.method("set", SET_METHODS, depth)
        if self.chance(0.4):
            return f"{{u % 7 for u in {self.argument('Q', 0)}}}"
        return self.binary("set", ["|", "&", "-", "^"], depth)

    def comprehension(self, opening, closing, depth):
        source = self.expression(self.pick(["list", "tuple", "str", "dict", "set"]), depth - 1)
        name = self.pick(["u", "v", "w"])
        self.names.append({name: None})
        value = self.expression(None, depth - 2) if self.chance(0.5) else name
        test = f" if {self.condition(0)}" if self.chance(0.4) else ""
        self.names.pop()
        return f"{opening}{value} for {name} in {source}{test}{closing}"
