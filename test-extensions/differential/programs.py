"""Whole programs: statements, functions, classes and exceptions, made at random."""

from values import TYPES, Values

EXCEPTIONS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError"]
EXCEPTIONS += ["AttributeError", "RuntimeError", "LookupError", "Exception", "StopIteration"]
OPERATORS = ["add", "sub", "mul", "lt", "eq", "getitem", "contains", "radd", "call", "len", "bool"]
OPERATORS += ["iter", "hash", "format", "getattr", "enter", "neg", "index", "iadd", "matmul"]


class Programs(Values):
    """Statements write lines; every program ends, for loops count ticks."""

    def __init__(self, seed):
        super().__init__(seed)
        self.lines = []
        self.level = 0
        self.serial = 0
        self.in_loop = self.in_function = self.in_async = False
        self.functions = []
        self.classes = []

    def program(self):
        for _ in range(self.random.randint(5, 10)):
            self.guarded() if self.chance(0.7) else self.statement(3)
        for name in self.known()[:6]:
            self.line(f"show(lambda: {name})")
        return "\n".join(self.lines) + "\n"

    def guarded(self):
        """A statement whose exception does not end the program."""
        self.line("try:")
        self.level += 1
        self.statement(2)
        self.level -= 1
        self.line("except Exception as e:")
        self.line("    print(repr(e), e.__traceback__.tb_lineno)")

    def line(self, text):
        self.lines.append("    " * self.level + text)

    def fresh(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def define(self, name, kind):
        self.names[-1][name] = kind

    def block(self, depth, most=3):
        self.level += 1
        for _ in range(self.random.randint(1, most)):
            self.statement(depth)
        self.level -= 1

    def statement(self, depth):
        """One statement; those with blocks of their own only while there is depth."""
        simple = [self.assign] * 4 + [self.show] * 6 + [self.augment, self.unpack, self.delete]
        simple += [self.mutate] * 2 + [self.store_item, self.assertion, self.raising, self.walrus]
        if self.in_loop:
            simple += [lambda: self.line(self.pick(["break", "continue"]))]
        if self.in_function:
            simple += [self.result]
        compound = [self.conditional_statement, self.loop, self.while_loop, self.trying] * 2
        compound += [self.function, self.generator, self.class_statement, self.matching]
        compound += [self.context_manager, self.coroutine, self.group, self.closure]
        if depth > 0 and self.chance(0.4):
            self.pick(compound)(depth - 1)
        else:
            self.pick(simple)()

    def show(self):
        self.line(f"show(lambda: {self.expression()})")

    def assign(self):
        kind = self.pick(TYPES)
        name = self.pick("abcdefgh")
        annotation = f": {kind}" if self.chance(0.1) and not self.in_function else ""
        self.line(f"{name}{annotation} = {self.stored(kind)}")
        self.define(name, kind)

    def stored(self, kind, depth=3):
        """An expression for a variable: in a loop one that does not grow with each round."""
        self.closed = bool(self.in_loop)
        text = self.expression(kind, depth)
        self.closed = False
        return text

    def walrus(self):
        name = self.pick("abcdefgh")
        self.line(f"print(({name} := {self.stored('int')}))")
        self.define(name, "int")

    def augment(self):
        names = self.known()
        if names:
            sign = self.pick(["+=", "-=", "|=", "&=", "//=", "%=", "^=", "/="])
            name = self.pick(names)
            kinds = {n: k for scope in self.names for n, k in scope.items()}
            self.line(f"{name} {sign} {self.stored(kinds[name], 1)}")

    def unpack(self):
        targets = self.pick(["x, y", "x, *y", "(x, y), z", "[x, y, z]", "*x, y", "x, y = z"])
        self.line(f"{targets} = {self.expression(self.pick(['list', 'tuple', 'str']))}")
        for name in "xyz":
            if name in targets:
                self.define(name, None)

    def delete(self):
        names = self.known()
        if names and self.chance(0.5):
            name = self.pick(names)
            self.line(self.pick([f"del {name}", f"del {name}[{self.argument('I', 0)}]"]))

    def mutate(self):
        kinds = {
            "list": "append(A) extend(L) insert(I,A) pop() pop(I) remove(A) reverse() sort() "
            "clear() sort(key=str) sort(reverse=True,key=repr)",
            "dict": "update(D) pop(K) pop(K,A) setdefault(K,A) popitem() clear() update(a=A) "
            "update(L)",
            "set": "add(N) discard(A) remove(A) update(Q) clear() difference_update(L)",
        }
        kind = self.pick(sorted(kinds))
        known = self.known(kind)
        if known:
            self.closed = bool(self.in_loop)
            call = self.fill(self.pick(kinds[kind].split()), 1)
            self.closed = False
            self.line(f"show(lambda: {self.pick(known)}.{call})")

    def store_item(self):
        known = self.known("list") + self.known("dict") + self.known("bytes")
        if known:
            places = ["0", "-1", "5", "1:2", "::2", "'k'", "(1, 2)", ":", "[]"]
            self.line(f"{self.pick(known)}[{self.pick(places)}] = {self.stored(None, 1)}")

    def assertion(self):
        self.line(f"assert {self.condition(1)}, {self.expression('str', 1)}")

    def raising(self):
        if self.chance(0.4):
            cause = self.pick(["", "", " from None", " from KeyError('c')"])
            self.line(f"raise {self.pick(EXCEPTIONS)}({self.expression(None, 1)}){cause}")

    def result(self):
        self.line(f"return {self.expression(None, 2)}")

    def conditional_statement(self, depth):
        self.line(f"if {self.condition(1)}:")
        self.block(depth)
        if self.chance(0.3):
            self.line(f"elif {self.condition(1)}:")
            self.block(depth)
        if self.chance(0.5):
            self.line("else:")
            self.block(depth)

    def looping(self, head, depth):
        self.line(head)
        outer, self.in_loop = self.in_loop, True
        self.level += 1
        self.line("tick()")
        self.level -= 1
        self.block(depth)
        self.in_loop = outer
        if self.chance(0.2):
            self.line("else:")
            self.block(0)

    def loop(self, depth):
        name = self.pick(["i", "j", "m"])
        kind = self.pick(["list", "tuple", "str", "dict", "range", "range", "items"])
        source = {
            "range": f"range({self.random.randint(0, 5)})",
            "items": f"enumerate({self.expression('list', 1)})",
        }.get(kind)
        self.define(name, "int" if kind == "range" else None)
        self.looping(f"for {name} in {source or self.expression(kind, 2)}:", depth)

    def while_loop(self, depth):
        count = self.fresh("n")
        self.line(f"{count} = {self.random.randint(1, 4)}")
        self.looping(f"while ({count} := {count} - 1) >= 0 and {self.condition(0)}:", depth)

    def trying(self, depth):
        self.line("try:")
        self.block(depth)
        handled = self.chance(0.85)
        if handled:
            for name in self.random.sample(EXCEPTIONS[:-2], self.random.randint(0, 2)):
                bind = " as e" if self.chance(0.5) else ""
                caught = self.pick([name, f"({name}, OSError)"]) if bind else name
                self.line(f"except {caught}{bind}:")
                self.level += 1
                self.line("print('caught', repr(e), repr(e.__context__))" if bind else "print(1)")
                self.level -= 1
                self.block(0, 1)
            self.line("except Exception as e:")
            self.level += 1
            self.line("print(type(e).__name__, e.args, e.__cause__)")
            if self.chance(0.15):
                self.line(self.pick(["raise", "raise RuntimeError('again') from e"]))
            self.level -= 1
            if self.chance(0.3):
                self.line("else:")
                self.block(0, 1)
        if not handled or self.chance(0.3):
            self.line("finally:")
            outer, self.in_loop, inside, self.in_function = self.in_loop, 0, self.in_function, 0
            self.block(0, 2)
            self.in_loop, self.in_function = outer, inside

    def parameters(self):
        """A signature and arguments that often fit it."""
        few = self.random.randint(0, 3)
        names = [f"p{i}" for i in range(few)]
        parts, default = [], False
        for name in names:
            default = default or self.chance(0.3)
            parts.append(f"{name}={self.expression(None, 0)}" if default else name)
        if few > 1 and self.chance(0.2):
            parts.insert(1, "/")
        if self.chance(0.2):
            parts.append("*args")
            names.append("args")
        elif few and self.chance(0.15):
            parts.insert(-1, "*")
        if self.chance(0.2):
            parts.append("**kw")
            names.append("kw")
        given = [self.expression(None, 1) for _ in range(max(0, few - self.chance(0.3)))]
        if self.chance(0.2):
            given.append(f"{self.pick(['p0', 'p1', 'q'])}={self.expression(None, 0)}")
        if self.chance(0.1):
            given.append(f"*{self.expression('list', 0)}")
        if self.chance(0.1):
            given.append(f"**{self.expression('dict', 0)}")
        return ", ".join(parts), names, ", ".join(given)

    def body(self, names, depth, most=3):
        outer = self.in_loop, self.in_function
        self.in_loop, self.in_function = False, True
        self.names.append(dict.fromkeys(names))
        self.block(depth, most)
        self.names.pop()
        self.in_loop, self.in_function = outer

    def function(self, depth):
        name = self.fresh("f")
        signature, names, given = self.parameters()
        if self.chance(0.15):
            self.line("@lambda f: lambda *a, **k: ('decorated', f(*a, **k))")
        self.line(f"def {name}({signature}):")
        self.body(names, depth)
        self.line(f"show(lambda: {name}({given}))")

    def closure(self, depth):
        name, kept = self.fresh("f"), self.fresh("c")
        self.line(f"def {name}():")
        self.level += 1
        self.line(f"{kept} = {self.expression('int', 1)}")
        self.line("def inner(q=1):")
        self.level += 1
        self.line(f"nonlocal {kept}")
        self.line(f"{kept} = ({kept} + q) % 1000")
        self.level -= 1
        self.body([], depth, 1)
        self.level += 1
        self.line(f"return {kept}")
        self.level -= 1
        self.line(f"return inner, (lambda: {kept})")
        self.level -= 1
        self.line("try:")
        self.line(f"    one, two = {name}(); print(one(), one(2), two())")
        self.line("except Exception as e: print(repr(e))")

    def generator(self, depth):
        name = self.fresh("g")
        self.line(f"def {name}(p):")
        self.level += 1
        self.line(f"r = yield {self.expression(None, 1)}")
        self.line("print('sent', r)")
        if self.chance(0.5):
            self.line(f"yield from {self.expression(self.pick(['list', 'str', 'tuple']), 1)}")
        if self.chance(0.3):
            self.line("try: yield p")
            self.line("finally: print('closing')")
        self.level -= 1
        self.body(["p", "r"], depth, 2)
        use = self.pick(
            [
                f"show(lambda: list({name}(1)))",
                f"show(lambda: sum({name}(2), 0))",
                f"g = {name}(3)\nshow(lambda: next(g))\nshow(lambda: g.send(9))\nshow(g.close)",
                f"g = {name}(4)\nshow(lambda: next(g))\nshow(lambda: g.throw(KeyError('t')))",
                f"show(lambda: [*{name}(5)] + list({name}(6)))",
            ]
        )
        for text in use.split("\n"):
            self.line(text)

    def coroutine(self, depth):
        name = self.fresh("co")
        self.line(f"async def {name}(p):")
        self.level += 1
        self.line(self.pick(["tick()", "if p > 0: await " + name + "(p - 1)"]))
        self.level -= 1
        self.body(["p"], min(depth, 1), 2)
        self.line(f"co = {name}(1)")
        self.line("try: co.send(None)")
        self.line("except StopIteration as e: show(lambda v=e.value: v)")
        self.line("except Exception as e: print(repr(e))")
        self.line("co.close()")

    def class_statement(self, depth):
        name = self.fresh("C")
        bases = self.random.sample(self.classes, min(len(self.classes), self.random.randint(0, 2)))
        if self.chance(0.2):
            bases.append(self.pick(["int", "str", "list", "dict", "tuple", "Exception"]))
        self.line(f"class {name}({', '.join(bases)}):")
        self.level += 1
        if self.chance(0.15):
            self.line("__slots__ = ('s', 't')")
        if self.chance(0.3):
            self.line(f"k = {self.expression(None, 1)}")
        if self.chance(0.6):
            self.line("def __repr__(self): return f'<{type(self).__name__}>'")
        if self.chance(0.4):
            self.line("def __init__(self, *args):")
            self.line(f"    self.s = {self.expression(None, 1)}")
            if self.chance(0.5):
                self.line("    super().__init__()")
        for operator in self.random.sample(OPERATORS, self.random.randint(0, 4)):
            self.special(operator)
        if self.chance(0.3):
            self.line("@property")
            self.line(f"def t2(self): return {self.expression(None, 1)}")
        if self.chance(0.2):
            self.line(self.pick(["@classmethod", "@staticmethod"]))
            self.line("def cm(x=0): return x if isinstance(x, int) else x.__name__")
        self.line("def method(self, p=None):")
        self.body(["p"], min(depth, 1), 2)
        self.level -= 1
        self.classes.append(name)
        one = self.fresh("o")
        self.line(f"{one} = None")
        self.line(f"try: {one} = {name}({self.pick(['', '', '1', repr('z')])})")
        self.line("except Exception as e: print(repr(e))")
        for _ in range(self.random.randint(2, 5)):
            self.line(f"show(lambda: {self.use(one, name)})")

    def special(self, operator):
        given = "self, *p" if operator not in ("getattr", "getitem") else "self, p"
        if operator == "getattr":
            self.line(f"def __getattr__({given}):")
            self.line("    if p == 'dyn': return 5")
            self.line("    raise AttributeError(p)")
            return
        if operator == "enter":
            self.line("def __enter__(self): return self")
            self.line(f"def __exit__(self, t, e, b): print(t); return {self.condition(0)}")
            return
        value = {"hash": "7", "len": "3", "index": "2", "iter": "iter([1, 2])", "bool": "False"}
        shown = value.get(operator) if self.chance(0.8) else None
        self.line(f"def __{operator}__({given}): return {shown or self.expression(None, 1)}")

    def use(self, one, name):
        return self.pick(
            [
                f"{one} + {self.expression(None, 0)}",
                f"{self.expression(None, 0)} + {one}",
                f"{one} < {one}",
                f"{one} == {self.expression(None, 0)}",
                f"len({one}), bool({one})",
                f"list({one})",
                f"{one}.method({self.expression(None, 0)})",
                f"{one}.missing",
                f"{one}.dyn",
                f"{one}.t2, {one}.s",
                f"{one}.cm()",
                f"{one}({self.expression(None, 0)})",
                f"{one}[{self.argument('I', 0)}]",
                f"{self.argument('I', 0)} in {one}",
                f"f'{{{one}:{self.pick(['', '>3', 'x'])}}}'",
                f"setattr({one}, 's', 4), {one}.s",
                f"setattr({one}, 'new', 4), {one}.new",
                f"[c.__name__ for c in {name}.__mro__]",
                f"{{{one}: 1}}",
                f"-{one}",
                f"[10, 20, 30][{one}]",
                f"isinstance({one}, {name}), issubclass({name}, int)",
                f"{name}.k",
                f"repr({one})",
                f"sorted(vars({one}))",
            ]
        )

    def context_manager(self, depth):
        name = self.fresh("M")
        self.line(f"class {name}:")
        self.line("    def __enter__(self): print('enter'); return 1")
        swallow = self.pick(["True", "False", "None"])
        self.line(f"    def __exit__(self, *e): print('exit', e[0], e[1]); return {swallow}")
        self.line(f"with {name}() as v1, {name}():")
        self.block(depth, 2)

    def matching(self, depth):
        self.line(f"match {self.expression(None, 2)}:")
        self.level += 1
        for _ in range(self.random.randint(1, 4)):
            guard = f" if {self.condition(0)}" if self.chance(0.2) else ""
            self.line(f"case {self.pattern(2)}{guard}:")
            self.level += 1
            self.line("print('case', locals().get('x'))" if not self.in_function else "print(2)")
            self.level -= 1
            self.block(min(depth, 1), 1)
        self.level -= 1

    def pattern(self, depth):
        if depth == 0 or self.chance(0.3):
            return self.pick(["1", "-1", "'a'", "None", "True", "2.5", "int()", "str(x)", "b'abc'"])
        x, y = self.pattern(depth - 1), self.pattern(depth - 1)
        return self.pick(
            [
                f"[{self.pick(['1', 'None', 'int()'])}, *_]",
                f"[{x.replace('(x)', '()')}, *x]",
                f"({x.replace('(x)', '()')} | {y.replace('(x)', '()')})",
                f"{{'k': {x.replace('(x)', '()')}, **x}}",
                f"{{1: _, 'a': {y}}}",
                f"[{x.replace('(x)', '()')}, {y}]",
                "(int() | float()) as x",
                "complex(real=1)",
                "[x, _, *_]",
                "[]",
                "{}",
                "str()",
            ]
        )

    def group(self, depth):
        inner = ", ".join(
            f"{self.pick(EXCEPTIONS[:-1])}({self.random.randint(0, 9)})"
            for _ in range(self.random.randint(1, 4))
        )
        self.line("try:")
        self.line("    try:")
        self.line(f"        raise ExceptionGroup('g', [{inner}])")
        for name in self.random.sample(EXCEPTIONS[:6], 2):
            self.line(f"    except* {name} as e:")
            self.line("        print(repr(e), e.exceptions)")
            if self.chance(0.2):
                self.line(f"        raise {self.pick(EXCEPTIONS[:4])}('in star')")
        self.line("except BaseException as e:")
        self.line("    print('left', repr(e))")
