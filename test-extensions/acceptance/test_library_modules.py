"""CPython's own compiled modules, which ask for more than the stable ABI."""

import _ctypes
import _hmac
import _remote_debugging
import codecs
import contextvars
import csv
import ctypes
import datetime
import decimal
import hashlib
import hmac
import mmap
import os
import pathlib
import sqlite3
import ssl
import subprocess
import unittest
import xml.etree.ElementTree
import zoneinfo

ORACLE = pathlib.Path(__file__).resolve().parent.parent / "oracle"


class LibraryModules(unittest.TestCase):
    def test_mmap(self):
        with mmap.mmap(-1, 100) as m:
            m[0:5] = b"hello"
            self.assertEqual(m.find(b"l"), 2)
            self.assertEqual(m.rfind(b"l"), 3)
            self.assertEqual(m.find(b"x"), -1)
            self.assertEqual(m.rfind(b"", 0, 5), 5)
        with self.assertRaises(OSError):
            mmap.mmap(9999, 1)

    def test_decimal(self):
        self.assertEqual(decimal.Decimal.__module__, "decimal")
        self.assertIs(decimal.Decimal, __import__("_decimal").Decimal)
        self.assertEqual(decimal.DecimalTuple.__module__, "decimal")
        self.assertEqual(str(decimal.Decimal(2).sqrt()), "1.414213562373095048801688724")
        self.assertEqual(int(decimal.Decimal(10) ** 40), 10**40)
        self.assertEqual(decimal.Decimal(-(10**40)), decimal.Decimal("-1E+40"))
        self.assertEqual(decimal.Decimal(1.25), decimal.Decimal("1.25"))
        self.assertEqual(hash(decimal.Decimal("1.5")), hash(1.5))

    def test_contexts_of_decimal(self):
        with decimal.localcontext(prec=5):
            inside = contextvars.copy_context()
            self.assertEqual(str(decimal.Decimal(1) / 3), "0.33333")
        self.assertEqual(decimal.getcontext().prec, 28)
        self.assertEqual(inside.run(lambda: decimal.getcontext().prec), 5)

    def test_object_of_an_id(self):
        text = "".join(["some", "text"])
        self.assertIs(_ctypes.PyObj_FromPtr(id(text)), text)

    def test_hmac(self):
        digest = _hmac.new(b"key", b"message", "sha256").hexdigest()
        self.assertEqual(digest, hmac.new(b"key", b"message", "sha256").hexdigest())
        with self.assertRaises(_hmac.UnknownHashError):
            _hmac.new(b"key", b"message", "none")

    def test_errors_of_ssl_have_texts(self):
        with self.assertRaisesRegex(ssl.SSLError, "no start line: cadata does not contain"):
            ssl.create_default_context(cadata="broken")

    def test_types_without_instances(self):
        for cls, name in [
            (type(_hmac.new(b"k", b"", "md5")), "_hmac.HMAC"),
            (type(csv.reader([])), "_csv.reader"),
        ]:
            with self.assertRaisesRegex(TypeError, f"^cannot create '{name}' instances$"):
                cls()

    def test_sqlite(self):
        with sqlite3.connect(":memory:") as connection:
            connection.execute("create table t (a, b)")
            connection.executemany("insert into t values (?, ?)", [(1, "é"), (2, None)])
            rows = connection.execute("select * from t order by a desc").fetchall()
            self.assertEqual(rows, [(2, None), (1, "é")])
            with self.assertRaisesRegex(sqlite3.OperationalError, "no such table: u"):
                connection.execute("select * from u")
            with self.assertRaises(sqlite3.ProgrammingError):
                connection.execute("select 1\0")
        connection.close()

    def test_expat(self):
        self.assertEqual(xml.etree.ElementTree.XMLParser.__module__, "xml.etree.ElementTree")
        root = xml.etree.ElementTree.fromstring("<a x='1'><b>t&amp;ü</b><c/>tail</a>")
        self.assertEqual([e.tag for e in root.iter()], ["a", "b", "c"])
        self.assertEqual(root[0].text, "t&ü")
        self.assertEqual(xml.etree.ElementTree.tostring(root[1]), b"<c />tail")
        with self.assertRaisesRegex(xml.etree.ElementTree.ParseError, "line 1, column 8"):
            xml.etree.ElementTree.fromstring("<a><b></a>")

    def test_zoneinfo(self):
        self.assertIs(zoneinfo.ZoneInfo, __import__("_zoneinfo").ZoneInfo)
        berlin = zoneinfo.ZoneInfo("Europe/Berlin")
        summer = datetime.datetime(2024, 7, 1, 12, tzinfo=berlin)
        self.assertEqual(summer.utcoffset(), datetime.timedelta(hours=2))
        self.assertEqual(summer.isoformat(), "2024-07-01T12:00:00+02:00")

    def test_codecs_of_the_east(self):
        for encoding, text in [
            ("shift_jis", "あいう"),
            ("euc_kr", "한글"),
            ("gb18030", "中文€𠀀"),
            ("big5", "中文"),
            ("iso2022_jp", "日本"),
            ("hz", "中"),
        ]:
            with self.subTest(encoding):
                self.assertEqual(text.encode(encoding).decode(encoding), text)
                decoder = codecs.getincrementaldecoder(encoding)()
                data = text.encode(encoding)
                parts = [decoder.decode(bytes([b])) for b in data] + [decoder.decode(b"", True)]
                self.assertEqual("".join(parts), text)
        self.assertEqual("あ".encode("shift_jis"), b"\x82\xa0")
        with self.assertRaises(UnicodeEncodeError):
            "é".encode("shift_jis")
        self.assertEqual(b"\xff\xff".decode("euc_kr", "replace"), "\ufffd\ufffd")

    def test_ctypes(self):
        class Point(ctypes.Structure):
            _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_double)]

        libc = ctypes.CDLL(None)
        self.assertEqual(libc.abs(-3), 3)
        self.assertEqual(libc.strlen(b"hello"), 5)
        point = Point(1, 2.5)
        self.assertEqual(ctypes.pointer(point).contents.y, 2.5)
        self.assertEqual(ctypes.sizeof(Point), 16)
        self.assertEqual(ctypes.pointer(ctypes.c_int(42))[0:1], [42])
        self.assertEqual(memoryview(point).cast("B").nbytes, 16)
        self.assertEqual(memoryview((ctypes.c_ubyte * 2)(1, 2)).cast("b").tolist(), [1, 2])
        with self.assertRaisesRegex(TypeError, "between two non-byte formats"):
            memoryview(point).cast("i")
        compare = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int)
        )
        numbers = (ctypes.c_int * 5)(5, 1, 4, 2, 3)
        libc.qsort(numbers, 5, 4, compare(lambda a, b: a[0] - b[0]))
        self.assertEqual(list(numbers), [1, 2, 3, 4, 5])
        data = bytearray(b"12345678")
        (ctypes.c_char * 8).from_buffer(data)[0] = b"Z"
        self.assertEqual(data, b"Z2345678")
        with self.assertRaises(TypeError):
            ctypes.c_int("x")

    def test_endless_recursion_in_ctypes(self):
        class Itself:
            pass

        a = Itself()
        a._as_parameter_ = a
        with self.assertRaises(RecursionError):
            ctypes.c_int.from_param(a)

    def test_fold_from_zoneinfo(self):
        zone = zoneinfo.ZoneInfo("Europe/Amsterdam")
        self.assertIs(zoneinfo.ZoneInfo, __import__("_zoneinfo").ZoneInfo)
        late = datetime.datetime(2025, 10, 26, 1, 30, tzinfo=datetime.UTC).astimezone(zone)
        self.assertEqual((late.hour, late.fold, late.tzname()), (2, 1, "CET"))

    def test_remote_debugging(self):
        program = "def wait(): print(flush=True); input()\nwait()"
        command = [ORACLE, "-c", program]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
            other.stdout.readline()
            try:
                threads = _remote_debugging.RemoteUnwinder(other.pid).get_stack_trace()
            except PermissionError as e:
                self.skipTest(str(e))
            finally:
                other.communicate(b"\n")
        self.assertEqual([f.funcname for f in threads[0].frame_info], ["wait", "<module>"])
        with self.assertRaises(RuntimeError):
            _remote_debugging.RemoteUnwinder(os.getppid())

    def test_openssl(self):
        self.assertIn("OpenSSL", ssl.OPENSSL_VERSION)
        self.assertEqual(ssl.create_default_context().verify_mode, ssl.CERT_REQUIRED)
        self.assertEqual(hashlib.new("sha512_256", b"a").hexdigest()[:8], "455e5188")
        with self.assertRaises(ValueError):
            hashlib.new("no such hash")


if __name__ == "__main__":
    unittest.main()
