"""Cycles through objects made in C are collected, finalized once, and nothing else is."""

import gc
import sys
import unittest
import weakref

import capi_gcsupport as c


class Plain:
    pass


class Weak(c.Node):
    """An instance of a type made in C that has a dict and weak references."""


def collected():
    """The numbers of objects cleared and deallocated since the last call."""
    gc.collect()
    return c.counts()


class Cycles(unittest.TestCase):
    def setUp(self):
        gc.collect()
        c.counts()

    def test_made_in_c(self):
        c.make_ring(c.Node, 1)
        self.assertEqual(collected(), (1, 1))
        c.make_ring(c.Node, 100)
        cleared, gone = collected()
        self.assertEqual(gone, 100)
        self.assertGreater(cleared, 0)

    def test_through_a_tuple_made_in_c(self):
        c.make_tuple_ring(c.Node)
        self.assertEqual(collected()[1], 1)

    def test_to_itself(self):
        n = c.Node()
        n.first = n
        del n
        self.assertEqual(collected(), (1, 1))

    def test_two(self):
        a, b = c.Node(), c.Node()
        a.first, b.first = b, a
        self.assertEqual(collected(), (0, 0))
        del a
        self.assertEqual(collected(), (0, 0))
        self.assertIs(b.first.first, b)
        del b
        self.assertEqual(collected()[1], 2)

    def test_through_python_containers(self):
        for make in (
            lambda n: [n],
            lambda n: (n,),
            lambda n: {"n": n},
            lambda n: [[{1: (n,)}]],
            lambda n: lambda: n,
            lambda n: iter([n]),
            lambda n: n.__class__.__repr__.__get__(n),
        ):
            n = c.Node()
            n.first = make(n)
            gc.collect()
            self.assertIsNotNone(n.first)
            del n
            self.assertEqual(collected()[1], 1)

    def test_through_an_instance(self):
        p = Plain()
        p.node = c.Node()
        p.node.first = p
        gone = weakref.ref(p)
        self.assertEqual(collected(), (0, 0))
        self.assertIs(p.node.first, p)
        del p
        self.assertEqual(collected()[1], 1)
        self.assertIsNone(gone())

    def test_long_chain_between_both_sides(self):
        start = p = Plain()
        for _ in range(200):
            n = c.Node()
            p.next = n
            p = Plain()
            n.first = p
        p.next = start
        gone = weakref.ref(p)
        del p, n
        self.assertEqual(collected(), (0, 0))
        del start
        self.assertEqual(collected()[1], 200)
        self.assertIsNone(gone())

    def test_kept_by_c(self):
        n = c.Node()
        n.first = [n, "content"]
        c.keep(n)
        del n
        self.assertEqual(collected(), (0, 0))
        self.assertEqual(c.kept_object().first[1], "content")
        c.keep(None)
        self.assertEqual(collected()[1], 1)

    def test_python_object_kept_by_c(self):
        p = Plain()
        p.node = c.Node()
        p.node.first = p
        c.keep(p)
        del p
        self.assertEqual(collected(), (0, 0))
        self.assertIs(c.kept_object().node.first, c.kept_object())
        c.keep(None)
        self.assertEqual(collected()[1], 1)

    def test_kept_by_java_alone(self):
        box = [c.Node()]
        box[0].first = [box]
        box[0].second = c.Node()
        box[0].second.first = box[0]
        for _ in range(3):
            self.assertEqual(collected(), (0, 0))
        self.assertIs(box[0].first[0], box)
        self.assertIs(box[0].second.first, box[0])
        box.clear()
        del box
        self.assertEqual(collected()[1], 2)

    def test_garbage_that_refers_to_living(self):
        living = Plain()
        living.node = c.Node()
        n = c.Node()
        n.first, n.second = n, living
        m = c.Node()
        m.first, m.second = m, living.node
        del n, m
        self.assertEqual(collected()[1], 2)
        self.assertIsNone(living.node.first)

    def test_subclass_with_dict(self):
        w = Weak()
        w.attribute = [w]
        w.first = w
        gone = weakref.ref(w)
        self.assertEqual(collected(), (0, 0))
        self.assertIs(w.attribute[0], w)
        del w
        self.assertEqual(collected()[1], 1)
        self.assertIsNone(gone())

    def test_weak_reference_with_callback(self):
        called = []
        w = Weak()
        w.first = [w]
        r = weakref.ref(w, called.append)
        del w
        gc.collect()
        self.assertEqual(called, [r])
        self.assertIsNone(r())

    def test_subclass_of_dict(self):
        d = c.ExtraDict(a=1)
        d.extra = d
        self.assertEqual(collected(), (0, 0))
        self.assertEqual(d, {"a": 1})
        del d
        self.assertEqual(collected()[1], 1)
        d = c.ExtraDict()
        d["self"] = [d]
        d.extra = c.Node()
        d.extra.first = d
        del d
        self.assertEqual(collected()[1], 2)

    def test_collection_from_c(self):
        c.make_ring(c.Node, 5)
        c.collect()
        self.assertEqual(c.counts()[1], 5)

    def test_number(self):
        gc.collect()
        c.make_ring(c.Node, 5)
        self.assertGreaterEqual(gc.collect(), 5)


class Finalizers(unittest.TestCase):
    def setUp(self):
        gc.collect()
        c.counts()

    def test_called_once(self):
        seen = []
        e = c.Ending()
        e.first = e
        e.second = lambda o: seen.append(type(o).__name__)
        del e
        self.assertEqual(collected()[1], 1)
        self.assertEqual(seen, ["Ending"])

    def test_of_all_before_any_is_cleared(self):
        seen = []
        a, b = c.Ending(), c.Ending()
        a.first, b.first = [b], [a]
        a.second = b.second = lambda o: seen.append(o.first[0].first[0] is o)
        del a, b
        self.assertEqual(collected()[1], 2)
        self.assertEqual(seen, [True, True])

    def test_resurrection(self):
        saved = []
        e = c.Ending()
        e.first = [e, "content"]
        e.second = saved.append
        del e
        self.assertEqual(collected(), (0, 0))
        self.assertEqual(saved[0].first[1], "content")
        self.assertIs(saved[0].first[0], saved[0])
        self.assertEqual(collected(), (0, 0))
        saved.clear()
        self.assertEqual(collected()[1], 1)
        self.assertEqual(saved, [])

    def test_resurrection_by_c(self):
        e = c.Ending()
        e.first = [e, "content"]
        e.second = c.keep
        del e
        self.assertEqual(collected(), (0, 0))
        self.assertEqual(c.kept_object().first[1], "content")
        c.keep(None)
        self.assertEqual(collected()[1], 1)

    def test_del_in_the_cycle(self):
        seen = []

        class WithDel:
            def __del__(self):
                seen.append((self.node.first is self, self.node.second))

        p = WithDel()
        p.node = c.Node()
        p.node.first = p
        p.node.second = ["content"]
        del p
        self.assertEqual(collected()[1], 1)
        self.assertEqual(seen, [(True, ["content"])])

    def test_del_of_a_subclass(self):
        seen = []

        class WithDel(c.Node):
            def __del__(self):
                seen.append(self.attribute)

        w = WithDel()
        w.attribute = "content"
        w.first = [w]
        del w
        self.assertEqual(collected()[1], 1)
        self.assertEqual(seen, ["content"])


class Lies(unittest.TestCase):
    def setUp(self):
        gc.collect()
        c.counts()

    def test_too_little(self):
        n = c.Forgetful()
        n.second = n
        del n
        self.assertEqual(collected(), (0, 0))
        for o in gc.get_objects():
            if type(o) is c.Forgetful:
                o.second = None
        del o

    def test_too_much(self):
        for value in (c.Node(), Plain(), ["content"], Weak()):
            g = c.Greedy()
            g.first, g.second = value, g
            c.keep(value)
            del value, g
            gc.collect()
            gc.collect()
            # What was cleared too early is empty, but there.
            kept = c.kept_object()
            self.assertIn(type(kept), (c.Node, Plain, list, Weak))
            repr(kept)
            c.keep(None)
            del kept
            gc.collect()

    def test_failure(self):
        n = c.Failing()
        n.first = [n]
        self.assertEqual(collected(), (0, 0))
        self.assertIs(n.first[0], n)
        n.first = None


class Pressure(unittest.TestCase):
    def test_rings(self):
        c.counts()
        gone = 0
        for _ in range(300):
            c.make_ring(c.Node, 1000)
            gone += c.counts()[1]
        self.assertGreater(gone, 100_000)

    def test_wrappers(self):
        c.counts()
        gone = 0
        for _ in range(100):
            for _ in range(1000):
                n = c.Node()
                n.first = n
            gone += c.counts()[1]
        self.assertGreater(gone, 30_000)

    def test_through_python(self):
        c.counts()
        gone = 0
        for _ in range(100):
            for _ in range(1000):
                n = c.Node()
                n.first = [n]
            gone += c.counts()[1]
        self.assertGreater(gone, 30_000)


class Looks(unittest.TestCase):
    def test_tracked(self):
        self.assertTrue(c.is_tracked(c.Node()))
        self.assertTrue(gc.is_tracked(c.Node()))

    def test_referents(self):
        n = c.Node()
        n.first = content = ["content"]
        referents = gc.get_referents(n)
        self.assertTrue(any(r is content for r in referents))
        self.assertTrue(any(r is c.Node for r in referents))

    def test_count(self):
        n = c.Node()
        before = sys.getrefcount(n)
        c.keep(n)
        self.assertEqual(sys.getrefcount(n), before + 1)
        c.keep(None)
        self.assertEqual(sys.getrefcount(n), before)

    def test_finalized(self):
        saved = []
        e = c.Ending()
        e.first = e
        e.second = saved.append
        self.assertFalse(gc.is_finalized(e))
        del e
        gc.collect()
        self.assertTrue(gc.is_finalized(saved[0]))
        saved[0].second = None
        saved[0].first = None


if __name__ == "__main__":
    unittest.main()
