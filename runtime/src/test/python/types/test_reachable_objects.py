import contextvars
import gc
import unittest


class Thing:
    pass


class Reachable(unittest.TestCase):
    def test_referents(self):
        thing = Thing()
        thing.items = [1, "a"]
        found = gc.get_referents(thing)
        self.assertIn(thing.items, found)
        self.assertIn(Thing, found)
        self.assertCountEqual(gc.get_referents(thing.items), [1, "a"])

    def test_referrers(self):
        thing = Thing()
        holder = {"thing": thing}

        def generator(kept):
            yield kept

        suspended = generator(thing)
        next(suspended)
        found = gc.get_referrers(thing)
        self.assertTrue(any(o is holder for o in found))
        self.assertTrue(any(o is suspended for o in found))

    def test_objects(self):
        thing = Thing()
        self.assertTrue(any(o is thing for o in gc.get_objects()))
        self.assertRaises(ValueError, gc.get_objects, 3)
        self.assertRaises(ValueError, gc.get_objects, -2)


class Contexts(unittest.TestCase):
    def test_copies_keep_their_values(self):
        variables = [contextvars.ContextVar(f"v{i}") for i in range(100)]

        def fill():
            for i, variable in enumerate(variables):
                variable.set(i)
            copy = contextvars.copy_context()
            token = variables[0].set("changed")
            self.assertEqual(copy[variables[0]], 0)
            variables[0].reset(token)
            variables[1].set("other")
            return copy, contextvars.copy_context()

        first, second = contextvars.Context().run(fill)
        self.assertEqual(sorted(first.values()), list(range(100)))
        self.assertEqual(
            (len(second), second[variables[0]], second[variables[1]]), (100, 0, "other")
        )
        self.assertNotEqual(first, second)


class CustomBuiltins(unittest.TestCase):
    def test_mapping(self):
        class Names:
            def __getitem__(self, key):
                if key == "answer":
                    return 42
                raise KeyError(key)

        self.assertEqual(eval("answer", {"__builtins__": Names()}), 42)
        with self.assertRaises(NameError):
            eval("print", {"__builtins__": Names()})
        self.assertRaises(TypeError, eval, "print", {"__builtins__": 123})


if __name__ == "__main__":
    unittest.main()
