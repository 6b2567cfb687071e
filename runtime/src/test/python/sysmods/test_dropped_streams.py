"""Streams that nobody refers to any more are closed: data is written, warnings are issued."""

import gc
import io
import os
import tempfile
import unittest
import warnings
import weakref


class Dropped(unittest.TestCase):
    def setUp(self):
        fd, self.name = tempfile.mkstemp()
        os.close(fd)
        self.addCleanup(os.unlink, self.name)

    def test_text_is_written(self):
        with self.assertWarns(ResourceWarning) as caught:
            f = open(self.name, "w")
            f.write("abc")
            del f
            gc.collect()
        self.assertRegex(str(caught.warning), "unclosed file <_io.TextIOWrapper name=")
        with open(self.name) as f:
            self.assertEqual(f.read(), "abc")

    def test_order_of_calls(self):
        record = []

        class Recording(io.BufferedWriter):
            def __del__(self):
                record.append("del")
                super().__del__()

            def close(self):
                record.append("close")
                super().close()

            def flush(self):
                record.append("flush")
                super().flush()

        Recording(io.BytesIO())
        gc.collect()
        self.assertEqual(record, ["del", "close", "flush"])

    def test_scandir(self):
        iterator = os.scandir("/")
        next(iterator)
        with self.assertWarns(ResourceWarning):
            del iterator
            gc.collect()

    def test_view_of_bytes(self):
        stream = io.BytesIO(b"12345")
        view = stream.getbuffer()
        self.assertRaises(BufferError, stream.truncate)
        del view
        gc.collect()
        stream.truncate(2)
        self.assertEqual(stream.getvalue(), b"12")


class MethodsLeaveNothing(unittest.TestCase):
    def test_receiver(self):
        class C:
            def method(self):
                return 1

        o = C()
        reference = weakref.ref(o)
        o.method()
        o = None
        gc.collect()
        self.assertIsNone(reference())


class Warnings(unittest.TestCase):
    def test_registry_and_once(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("once")
            for _ in range(3):
                warnings.warn("again")
        self.assertEqual(len(caught), 1)

    def test_arguments(self):
        with self.assertRaises(TypeError):
            warnings.warn("x", category=int)
        with self.assertRaises(TypeError):
            warnings.warn("x", skip_file_prefixes=[1])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with self.assertRaises(UserWarning):
                warnings.warn_explicit("x", UserWarning, "f.py", 1)


if __name__ == "__main__":
    unittest.main()
