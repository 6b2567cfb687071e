import sys
import unittest
from contextlib import contextmanager


class ExitsInHandlers(unittest.TestCase):
    """Handlers with a return beside a raise, around which others stand."""

    def raised(self, function):
        try:
            function()
        except Exception as e:
            raised = type(e)
        self.assertIsNone(sys.exception())
        return raised

    def test_raise_or_return_in_named_handler(self):
        def f(again=True):
            try:
                raise SyntaxError
            except BaseException as e:
                if again:
                    raise KeyError from e
                return False

        self.assertIs(self.raised(f), KeyError)

    def test_reraise_or_return_before_finally(self):
        done = []

        def f(again=True):
            try:
                try:
                    raise SyntaxError
                except BaseException as e:
                    if again:
                        raise
                    return e
            finally:
                done.append(1)

        self.assertIs(self.raised(f), SyntaxError)
        self.assertEqual(done, [1])

    def test_all_parts_return(self):
        done = []

        def f(a):
            try:
                try:
                    try:
                        return 1 // a
                    finally:
                        done.append(a)
                except ZeroDivisionError as e:
                    raise KeyError from e
                return 2
            except KeyError:
                return 3
            return 4

        self.assertEqual([f(1), f(0)], [1, 3])
        self.assertEqual(done, [1, 0])

    def test_return_in_with(self):
        left = []

        class Manager:
            def __enter__(self):
                pass

            def __exit__(self, *exc_info):
                left.append(exc_info[0])

        def f(a):
            with Manager():
                with Manager():
                    if a:
                        raise KeyError
                    return 1
                return 2
            return 3

        self.assertIs(self.raised(lambda: f(True)), KeyError)
        self.assertEqual(left, [KeyError, KeyError])


class ThrownContext(unittest.TestCase):
    def test_context_of_what_is_thrown_in(self):
        @contextmanager
        def raising(e):
            try:
                yield
            finally:
                raise e

        one, two, three = Exception(1), Exception(2), Exception(3)
        two.__context__ = one
        manager = raising(three)
        manager.__enter__()
        try:
            raise one
        except Exception:
            with self.assertRaises(Exception) as caught:
                manager.__exit__(Exception, two, None)
        self.assertIs(caught.exception.__context__, two)
        self.assertIs(two.__context__, one)


if __name__ == "__main__":
    unittest.main()
