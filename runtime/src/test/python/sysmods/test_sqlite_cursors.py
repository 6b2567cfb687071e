"""Cursors of sqlite3 that nobody has any more are in nobody's way (sqlite3, Transaction control)."""

import os
import sqlite3
import tempfile
import unittest


class Dropped(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.database = sqlite3.connect(os.path.join(self.directory.name, "database"))
        self.addCleanup(self.database.close)

    def journal_mode(self):
        cursor = self.database.execute("pragma journal_mode = wal")
        self.assertEqual(cursor.description[0][0], "journal_mode")

    def first(self, table):
        cursor = self.database.execute(f"select * from {table}")
        return cursor.fetchone()

    def test_commit(self):
        self.database.execute("create table t (a)")
        self.journal_mode()
        self.database.execute("insert into t values (1)")
        self.database.commit()
        self.journal_mode()
        self.database.execute("insert into t values (2)")
        self.database.commit()
        self.assertEqual(self.database.execute("select * from t").fetchall(), [(1,), (2,)])

    def test_table_that_was_read(self):
        self.database.execute("create table t (a)")
        self.database.execute("insert into t values (1), (2)")
        self.assertEqual(self.first("t"), (1,))
        self.database.execute("drop table t")
        self.database.commit()

    def test_cursor_that_is_kept(self):
        self.database.execute("create table t (a)")
        self.database.execute("insert into t values (1), (2)")
        cursor = self.database.execute("select * from t")
        self.assertEqual(cursor.fetchone(), (1,))
        with self.assertRaisesRegex(sqlite3.OperationalError, "^database table is locked"):
            self.database.execute("drop table t")
        self.assertEqual(cursor.fetchall(), [(2,)])
        self.database.execute("drop table t")


if __name__ == "__main__":
    unittest.main()
