"""What a loop keeps alive: what its body has deleted is gone."""

import asyncio
import gc
import unittest
import weakref


class Thing:
    pass


class Things:
    """An iterator that keeps nothing."""

    def __init__(self, count):
        self.left = count

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return Thing()


class DeletedInTheBody(unittest.TestCase):
    def gone(self, reference):
        gc.collect()
        self.assertIsNone(reference())

    def test_local(self):
        for thing in Things(2):
            reference = weakref.ref(thing)
            del thing
            self.gone(reference)

    def test_cell(self):
        for thing in Things(2):
            reference = weakref.ref(thing)
            self.assertIs((lambda: thing)(), reference())
            del thing
            self.gone(reference)

    def test_tuple(self):
        for thing, number in map(lambda made: (made, 1), Things(2)):
            reference = weakref.ref(thing)
            del thing
            self.gone(reference)
            self.assertEqual(number, 1)

    def test_attribute(self):
        for self.thing in Things(2):
            reference = weakref.ref(self.thing)
            del self.thing
            self.gone(reference)

    def test_global(self):
        names = {"Things": Things, "ref": weakref.ref, "gone": self.gone}
        exec("for thing in Things(2):\n r = ref(thing)\n del thing\n gone(r)", names)

    def test_async(self):
        async def things():
            for _ in range(2):
                yield Thing()

        async def run():
            async for thing in things():
                reference = weakref.ref(thing)
                del thing
                self.gone(reference)

        asyncio.run(run())

    def test_yielded(self):
        def forward():
            for thing in Things(2):
                yield weakref.ref(thing)
                del thing
                yield None

        last = None
        for reference in forward():
            if reference is None:
                self.gone(last)
            last = reference


class After(unittest.TestCase):
    def test_the_last_one_stays(self):
        for i in range(3):
            pass
        self.assertEqual(i, 2)
        for i in ():
            pass
        self.assertEqual(i, 2)
        for i in range(3):
            for i in "ab":
                pass
            self.assertEqual(i, "b")
        self.assertEqual(i, "b")

    def test_never_bound(self):
        for i in ():
            pass
        with self.assertRaises(UnboundLocalError):
            print(i)

    def test_of_a_comprehension(self):
        references = []

        def note(thing):
            references.append(weakref.ref(thing))

        self.assertEqual([note(thing) for thing in Things(2)], [None, None])
        gc.collect()
        self.assertEqual([r() for r in references], [None, None])
        thing = "outside"
        self.assertEqual([len({thing}) for thing in Things(1)], [1])
        self.assertEqual(thing, "outside")

    def test_of_another_type(self):
        def doubled(values):
            out = []
            for value in values:
                value = value + value
                out.append(value)
            return out

        for _ in range(200):
            self.assertEqual(doubled(range(3)), [0, 2, 4])
            self.assertEqual(doubled([1, 2.5, "x"]), [2, 5.0, "xx"])
            self.assertEqual(doubled([1 << 70]), [1 << 71])


if __name__ == "__main__":
    unittest.main()
