"""Files and modules that cannot be imported: the exception and message that CPython gives."""

import importlib.machinery
import importlib.util
import os
import sys
import tempfile
import unittest

BUILT = os.path.join(os.environ["JABIRU_TEST_BUILT"], "bad_input")


def load(name, path):
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def built(name):
    return os.path.join(BUILT, name + ".abi3.so")


class NotALibrary(unittest.TestCase):
    """What the dynamic linker refuses; it gives the words."""

    def check(self, content, words):
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "broken.abi3.so")
            if content is not None:
                with open(path, "wb") as file:
                    file.write(content)
            with self.assertRaises(ImportError) as caught:
                load("broken", path)
            self.assertEqual(str(caught.exception), f"{path}: {words}")
            self.assertEqual(caught.exception.name, "broken")
            self.assertEqual(caught.exception.path, path)

    def library(self):
        with open(built("functions"), "rb") as file:
            return file.read()

    def test_missing(self):
        self.check(None, "cannot open shared object file: No such file or directory")

    def test_text(self):
        self.check(b"this is not an ELF file, and long enough for one\n" * 99, "invalid ELF header")

    def test_empty(self):
        self.check(b"", "file too short")

    def test_only_the_head(self):
        self.check(self.library()[:100], "cannot read file data")

    @unittest.skipUnless("_jabiru" in sys.builtin_module_names, "it kills CPython")
    def test_first_half(self):
        data = self.library()
        self.check(data[: len(data) // 2], "file too short")

    def test_other_architecture(self):
        aarch64 = b"\xb7\x00"  # e_machine
        data = self.library()
        words = "cannot open shared object file: No such file or directory"
        self.check(data[:18] + aarch64 + data[20:], words)

    def test_32_bits(self):
        data = self.library()
        self.check(data[:4] + b"\x01" + data[5:], "wrong ELF class: ELFCLASS32")

    def test_undefined_symbol(self):
        path = built("undefined_symbol")
        with self.assertRaises(ImportError) as caught:
            load("undefined_symbol", path)
        self.assertEqual(str(caught.exception), f"{path}: undefined symbol: nothing_defines_this")


class NotAModule(unittest.TestCase):
    """Libraries whose PyInit_ function, or a slot of what it returns, does wrong."""

    def check(self, name, kind, message):
        with self.assertRaises(kind) as caught:
            load(name, built(name))
        self.assertIs(type(caught.exception), kind)
        self.assertEqual(str(caught.exception), message)
        return caught.exception

    def test_no_init(self):
        message = "dynamic module does not define module export function (PyInit_no_init)"
        error = self.check("no_init", ImportError, message)
        self.assertEqual((error.name, error.path), ("no_init", built("no_init")))

    def test_null_without_exception(self):
        message = "initialization of null_without_exception failed without raising an exception"
        self.check("null_without_exception", SystemError, message)

    def test_null_with_exception(self):
        self.check("null_with_exception", LookupError, "no luck today")

    def test_not_a_module(self):
        message = "initialization of not_a_module did not return an extension module"
        self.check("not_a_module", SystemError, message)

    def test_result_with_exception(self):
        message = "initialization of result_with_exception raised unreported exception"
        error = self.check("result_with_exception", SystemError, message)
        self.assertEqual(repr(error.__cause__), "ValueError('left behind')")

    def test_exec_raises(self):
        self.check("exec_raises", RuntimeError, "exec has failed")

    def test_exec_fails_silently(self):
        message = "execution of module exec_fails_silently failed without setting an exception"
        self.check("exec_fails_silently", SystemError, message)

    def test_exec_leaves_exception(self):
        message = "execution of module exec_leaves_exception raised unreported exception"
        error = self.check("exec_leaves_exception", SystemError, message)
        self.assertEqual(repr(error.__cause__), "RuntimeError('left behind')")

    def test_create_raises(self):
        self.check("create_raises", KeyError, "'create'")

    def test_create_returns_null(self):
        message = "creation of module create_returns_null failed without setting an exception"
        self.check("create_returns_null", SystemError, message)

    def test_two_creates(self):
        self.check("two_creates", SystemError, "module two_creates has multiple create slots")

    def test_unknown_slot(self):
        self.check("unknown_slot", SystemError, "module unknown_slot uses unknown slot ID 4711")

    def test_negative_size(self):
        message = "module negative_size: m_size may not be negative for multi-phase initialization"
        self.check("negative_size", SystemError, message)


class Functions(unittest.TestCase):
    """A loaded module whose functions break the rules, and what must not kill the process."""

    @classmethod
    def setUpClass(cls):
        cls.module = load("functions", built("functions"))

    def test_null_without_exception(self):
        words = (
            "<built-in function null_without_exception> returned NULL without setting an exception"
        )
        with self.assertRaises(SystemError) as caught:
            self.module.null_without_exception()
        self.assertEqual(str(caught.exception), words)

    def test_result_with_exception(self):
        words = "<built-in function result_with_exception> returned a result with an exception set"
        with self.assertRaises(SystemError) as caught:
            self.module.result_with_exception()
        self.assertEqual(str(caught.exception), words)
        self.assertEqual(repr(caught.exception.__cause__), "ValueError('left behind')")

    def test_exception_through_c(self):
        with self.assertRaises(ZeroDivisionError):
            self.module.call(lambda: 1 / 0)

    def test_exception_cleared_in_c(self):
        self.assertEqual(self.module.swallow(lambda: 1 / 0), "swallowed")

    def test_out_of_memory_under_c(self):
        for attempt in range(3):
            with self.assertRaises(MemoryError):
                self.module.call(lambda: bytearray(1 << 62))
        self.assertEqual(self.module.call(lambda: attempt), 2)

    def test_java_exception_under_c(self):
        try:
            from _jabiru import fail
        except ImportError:
            self.skipTest("there is no Java")
        for _ in range(3):
            with self.assertRaises(SystemError) as caught:
                self.module.call(lambda: fail("a defect"))
            self.assertEqual(
                str(caught.exception), "internal error: java.lang.IllegalStateException: a defect"
            )
        self.assertEqual(self.module.swallow(lambda: fail("a defect")), "swallowed")

    def test_not_callable(self):
        with self.assertRaises(TypeError) as caught:
            self.module.call(5)
        self.assertEqual(str(caught.exception), "'int' object is not callable")

    def test_recursion_through_c_and_python(self):
        def again():
            return self.module.call(again)

        for _ in range(2):
            with self.assertRaises(RecursionError):
                again()

    def test_recursion_with_varargs(self):
        def again(callable):
            return self.module.call_with_itself(callable)

        with self.assertRaises(RecursionError):
            again(again)

    def test_recursion_in_c_only(self):
        with self.assertRaises(RecursionError):
            callable = lambda: self.module.call(callable)
            callable()


if __name__ == "__main__":
    unittest.main()
