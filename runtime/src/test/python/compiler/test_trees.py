"""The module ast: trees from source, code from trees."""

import ast
import copy
import pickle
import unittest

SOURCE = """
@deco
def f[T: int](a, /, b: int = 1, *c, d=2, **e) -> None:
    for i in range(10):
        if i < 3 <= 5 and not i: continue
    with a as b, c: pass
    try: pass
    except* E as e: raise X from y
    match x:
        case {"a": [1, *_], **r} if z: pass
        case C(1, k=None) | 2: pass
    return f"{a!r:>{w}}" + t"{x}"
async def g():
    async for x in y: await z
class C(B, metaclass=M): type A = int
{**a, 1: 2}; (a := b"x"); a += 1j; x = *a, lambda: (yield)
"""


class TreesTest(unittest.TestCase):
    def test_round_trips(self):
        tree = ast.parse(SOURCE)
        text = ast.dump(tree, include_attributes=True)
        for other in copy.deepcopy(tree), pickle.loads(pickle.dumps(tree)):
            self.assertEqual(ast.dump(other, include_attributes=True), text)
        again = ast.parse(ast.unparse(tree))
        self.assertEqual(ast.dump(again), ast.dump(tree))
        compile(tree, "file", "exec")

    def test_compile(self):
        class Seven(ast.NodeTransformer):
            def visit_Name(self, node):
                return ast.Constant(7)

        tree = ast.fix_missing_locations(Seven().visit(ast.parse("a * b", mode="eval")))
        self.assertEqual(eval(compile(tree, "file", "eval")), 49)

    def test_validation(self):
        for tree, message in [
            (ast.Module([3], []), 'required field "lineno" missing from stmt'),
            (ast.Module(3, []), 'Module field "body" must be a list, not a int'),
            (ast.Expression(ast.Constant(1)), "expected Module node, got Expression"),
        ]:
            with self.assertRaises(TypeError) as c:
                compile(tree, "file", "exec")
            self.assertEqual(str(c.exception), message)

    def test_constructor(self):
        self.assertIs(ast.Name("x").ctx, ast.Name("y").ctx)
        self.assertEqual(ast.Call(ast.Name("x")).args, [])
        self.assertEqual(repr(ast.Name("x")), "Name(id='x', ctx=Load())")
        self.assertEqual(ast.Name("x").__replace__(id="y").id, "y")
        with self.assertRaisesRegex(TypeError, "at most 2 positional arguments"):
            ast.Name(1, 2, 3)
        with self.assertRaisesRegex(TypeError, "multiple values for argument 'id'"):
            ast.Name("x", id="y")

    def test_literal_eval(self):
        self.assertEqual(ast.literal_eval("{'a': [1, -2.5, (None,)]}"), {"a": [1, -2.5, (None,)]})


TYPE_COMMENTS = """
x = []  # type: List[int]  # more
for a in b:  # type: int
    pass
with (c as d, e):  # type: int
    pass  # type: ignore[é]
async def f(
    a=1,  # type: int
    *args,  # type: str
    b=2,  # type: bytes
    **kw  # type: float
):
    # type: (...) -> None
    #type:\tignore
    pass
"""


class TypeCommentsTest(unittest.TestCase):
    """Comments that say types (PEP 484), with compile's PyCF_TYPE_COMMENTS."""

    def parse(self, source, **more):
        return ast.parse(source, type_comments=True, **more)

    def test_places(self):
        module = self.parse(TYPE_COMMENTS)
        assign, loop, block, function = module.body
        arguments = function.args
        self.assertEqual(
            [node.type_comment for node in (assign, loop, block, function)],
            ["List[int]  # more", "int", "int", "(...) -> None"],
        )
        self.assertEqual(
            [
                arg.type_comment
                for arg in (*arguments.args, arguments.vararg, *arguments.kwonlyargs)
            ],
            ["int", "str", "bytes"],
        )
        self.assertEqual(arguments.kwarg.type_comment, "float")
        self.assertEqual(assign.end_col_offset, 33)
        self.assertEqual([(i.lineno, i.tag) for i in module.type_ignores], [(6, "[é]"), (14, "\n")])

    def test_not_wanted(self):
        self.assertIsNone(ast.parse(TYPE_COMMENTS).body[0].type_comment)
        self.assertEqual(ast.parse(TYPE_COMMENTS).type_ignores, [])

    def test_elsewhere(self):
        for source in (
            "x += 1  # type: int",
            "while 1:  # type: int\n pass",
            "f(1,  # type: int\n 2)",
            "def f(): pass  # type: () -> int",
        ):
            with self.subTest(source):
                with self.assertRaisesRegex(SyntaxError, "invalid syntax"):
                    self.parse(source)
        with self.assertRaisesRegex(SyntaxError, "Cannot have two type comments on def"):
            self.parse("def f():  # type: () -> int\n  # type: () -> str\n  pass")
        with self.assertRaisesRegex(SyntaxError, "bare . has associated type comment"):
            self.parse("def f(*,  # type: int\n a): pass")

    def test_types_of_functions(self):
        tree = ast.parse("(a, *b, **c) -> d", mode="func_type")
        self.assertEqual([a.id for a in tree.argtypes], ["a", "b", "c"])
        for source in "(a,) -> b", "(**a, *b) -> c", "(*a, b) -> c", "a -> b":
            with self.subTest(source), self.assertRaises(SyntaxError):
                ast.parse(source, mode="func_type")


if __name__ == "__main__":
    unittest.main()
