"""os, on real files and processes."""

import errno
import os
import shutil
import stat
import tempfile
import unittest


class PathTest(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp()

    def tearDown(self):
        shutil.rmtree(self.dir)

    def path(self, name):
        return os.path.join(self.dir, name)

    def test_stat(self):
        p = self.path("f")
        with open(p, "wb") as f:
            f.write(b"12345")
        s = os.stat(p)
        self.assertEqual(s.st_size, 5)
        self.assertTrue(stat.S_ISREG(s.st_mode))
        self.assertEqual(s[6], 5)
        self.assertEqual(int(s.st_mtime), s[8])
        self.assertEqual(s.st_mtime_ns // 10**9, s[8])
        os.utime(p, (1, 2.5))
        self.assertEqual(os.stat(p).st_mtime, 2.5)
        os.utime(p, ns=(10**9, 3 * 10**9 + 7))
        self.assertEqual(os.stat(p).st_mtime_ns, 3 * 10**9 + 7)
        os.chmod(p, 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(p).st_mode), 0o600)
        self.assertTrue(os.access(p, os.R_OK))
        with open(p) as f:
            self.assertEqual(os.fstat(f.fileno()).st_ino, os.stat(p).st_ino)

    def test_directories(self):
        os.makedirs(self.path("a/b/c"))
        open(self.path("a/file"), "w").close()
        os.symlink("file", self.path("a/link"))
        self.assertEqual(sorted(os.listdir(self.path("a"))), ["b", "file", "link"])
        self.assertEqual(sorted(os.listdir(os.fsencode(self.path("a")))), [b"b", b"file", b"link"])
        with os.scandir(self.path("a")) as entries:
            found = {e.name: e for e in entries}
        self.assertTrue(found["b"].is_dir())
        self.assertTrue(found["file"].is_file())
        self.assertTrue(found["link"].is_symlink())
        self.assertTrue(found["link"].is_file())
        self.assertFalse(found["link"].is_file(follow_symlinks=False))
        self.assertEqual(found["b"].path, self.path("a/b"))
        self.assertEqual(os.readlink(self.path("a/link")), "file")
        walked = [
            (os.path.basename(d), sorted(s), sorted(f)) for d, s, f in os.walk(self.path("a"))
        ]
        self.assertEqual(walked, [("a", ["b"], ["file", "link"]), ("b", ["c"], []), ("c", [], [])])
        with self.assertRaises(OSError) as c:
            os.rmdir(self.path("a"))
        self.assertEqual(c.exception.errno, errno.ENOTEMPTY)
        os.rename(self.path("a/file"), self.path("moved"))
        self.assertTrue(os.path.exists(self.path("moved")))
        self.assertFalse(os.path.exists(self.path("a/link")))
        self.assertTrue(os.path.lexists(self.path("a/link")))

    def test_errors(self):
        with self.assertRaises(FileNotFoundError) as c:
            os.rename(self.path("x"), self.path("y"))
        self.assertEqual(c.exception.filename, self.path("x"))
        self.assertEqual(c.exception.filename2, self.path("y"))
        for bad in (1.5, None, []):
            with self.assertRaisesRegex(TypeError, "stat: path should be string, bytes"):
                os.stat(bad)
        with self.assertRaisesRegex(ValueError, "stat: embedded null character in path"):
            os.stat("a\0b")
        with self.assertRaises(FileExistsError):
            os.mkdir(self.dir)

    def test_undecodable_names(self):
        name = os.path.join(os.fsencode(self.dir), b"\xff\xfe")
        open(name, "wb").close()
        (found,) = os.listdir(self.dir)
        self.assertEqual(found, "\udcff\udcfe")
        self.assertTrue(os.path.exists(self.path(found)))

    def test_path_syntax(self):
        self.assertEqual(os.path.normpath("/a//b/./c/../d/"), "/a/b/d")
        self.assertEqual(os.path.normpath("//a/../.."), "//")
        self.assertEqual(os.path.normpath("../a/../.."), "../..")
        self.assertEqual(os.path.normpath(""), ".")
        self.assertEqual(os.path.splitroot("//a/b"), ("", "//", "a/b"))
        self.assertEqual(os.path.splitroot("///a"), ("", "/", "//a"))
        self.assertEqual(os.path.splitroot(b"a"), (b"", b"", b"a"))


class DescriptorTest(unittest.TestCase):
    def test_pipe(self):
        r, w = os.pipe()
        self.assertFalse(os.get_inheritable(r))
        self.assertEqual(os.write(w, b"hello"), 5)
        self.assertEqual(os.read(r, 100), b"hello")
        d = os.dup(w)
        os.close(w)
        os.write(d, b"x")
        os.close(d)
        self.assertEqual(os.read(r, 1), b"x")
        self.assertEqual(os.read(r, 1), b"")
        os.close(r)
        with self.assertRaises(OSError) as c:
            os.close(r)
        self.assertEqual(c.exception.errno, errno.EBADF)
        self.assertFalse(os.isatty(-1))


class ProcessTest(unittest.TestCase):
    def test_spawn(self):
        r, w = os.pipe()
        pid = os.posix_spawn(
            "/bin/sh",
            ["sh", "-c", "echo $GREETING; exit 3"],
            {"GREETING": "hi"},
            file_actions=[(os.POSIX_SPAWN_DUP2, w, 1)],
        )
        os.close(w)
        self.assertEqual(os.read(r, 100), b"hi\n")
        os.close(r)
        _, status = os.waitpid(pid, 0)
        self.assertTrue(os.WIFEXITED(status))
        self.assertEqual(os.waitstatus_to_exitcode(status), 3)
        self.assertEqual(os.waitstatus_to_exitcode(os.system("exit 4")), 4)

    def test_environment(self):
        os.environ["JABIRU_TEST_VARIABLE"] = "value é"
        r, w = os.pipe()
        pid = os.posix_spawn(
            "/bin/sh",
            ["sh", "-c", 'printf %s "$JABIRU_TEST_VARIABLE"'],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, w, 1)],
        )
        os.close(w)
        self.assertEqual(os.read(r, 100), "value é".encode())
        os.close(r)
        os.waitpid(pid, 0)
        del os.environ["JABIRU_TEST_VARIABLE"]
        self.assertIsNone(os.getenv("JABIRU_TEST_VARIABLE"))
        with self.assertRaises(ValueError):
            os.putenv("a=b", "c")

    def test_information(self):
        self.assertEqual(os.uname().sysname, "Linux")
        self.assertEqual(len(os.urandom(16)), 16)
        self.assertGreater(os.getpid(), 1)
        self.assertEqual(os.strerror(2), "No such file or directory")
        self.assertEqual(os.sysconf("SC_PAGE_SIZE"), os.sysconf(30))
        self.assertEqual(os.fspath(b"x"), b"x")
        with self.assertRaisesRegex(TypeError, "expected str, bytes or os.PathLike"):
            os.fspath(1)
        self.assertEqual(repr(os.terminal_size((80, 24))), "os.terminal_size(columns=80, lines=24)")
        self.assertEqual(os.stat_result(range(19)).st_rdev, 18)


if __name__ == "__main__":
    unittest.main()
