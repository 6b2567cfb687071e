"""Queries over tables, values, frames and files; functions in Python, errors, threads."""

import concurrent.futures
import datetime
import decimal
import pathlib
import tempfile
import uuid

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa


def queries(con):
    con.execute(
        "create table t (id integer primary key, name varchar, x double, day date, tags varchar[])"
    )
    con.executemany(
        "insert into t values (?, ?, ?, ?, ?)",
        [
            (
                i,
                f"n{i % 3}",
                i / 4,
                datetime.date(2024, 2, 25) + datetime.timedelta(i),
                ["a"] * (i % 3),
            )
            for i in range(12)
        ],
    )
    print(con.execute("select * from t where id < 3 order by id").fetchall(), con.description[0][0])
    print(
        con.sql(
            "select name, sum(x), count(*), max(day), list(id order by id)"
            " from t group by name order by name"
        ).fetchall()
    )
    print(
        con.sql(
            "select id, lag(x) over (order by id) as l, unnest(tags) from t where id in (2, 5)"
        ).fetchall()
    )
    print(con.execute("select $a + $b", {"a": 1, "b": 2.5}).fetchone())
    rows = con.execute("select id from t order by id")
    print(rows.fetchone(), rows.fetchmany(2), len(rows.fetchall()), rows.fetchone())
    print(
        con.table("t").filter("x > 1").project("id, x").order("id desc").limit(2),
        con.table("t").columns,
    )
    values = [
        "1::hugeint * 170141183460469231731687303715884105727",
        "1.50::decimal(5,2)",
        "'x'::blob",
        "null",
        "true",
        "timestamp '2024-02-29 01:02:03.000004'",
        "time '01:02:03'",
        "interval 1 day",
        "{'a': 1, 'b': [1, null]}",
        "map {'k': 1}",
        "uuid '00000000-0000-0000-0000-000000000005'",
        "'NaN'::float",
        "[1, 2]::integer[2]",
        "'a'::enum('a', 'b')",
    ]
    for value in values:
        got = con.sql(f"select {value} as v")
        print(got.types, got.fetchall())
    for value in (
        1,
        2**70,
        "é",
        b"b",
        None,
        1.5,
        decimal.Decimal("2.50"),
        datetime.datetime(2024, 2, 29),
        uuid.UUID(int=1),
        [1, 2],
        {"a": 1},
    ):
        print(con.execute("select typeof(?), ?", [value, value]).fetchone())
    for bad in (
        "selec 1",
        "select * from nothing",
        "select 'a'::integer",
        "insert into t values (1, 'x', 0, null, null)",
        "select 1/0, error('mine')",
    ):
        try:
            con.execute(bad).fetchall()
        except duckdb.Error as e:
            print(type(e).__name__, str(e).splitlines()[0])


def frames(con):
    frame = pd.DataFrame(
        {
            "k": ["a", "b", "a"],
            "v": [1, 2, 3],
            "when": pd.to_datetime(["2024-01-01", None, "2024-01-03"]),
        }
    )
    made = pa.table({"k": ["a", "b"], "w": [1.5, None]})
    square = np.arange(4).reshape(2, 2)
    print(
        con.sql(
            "select k, sum(v), min(w) from frame join made using (k) group by k order by k"
        ).fetchall()
    )
    print(
        con.sql("select * from frame").df().equals(frame),
        con.sql("select * from square").fetchall(),
        square.shape,
    )
    got = con.sql("select v, k from frame order by v desc")
    print(got.df(), got.to_arrow_table().to_pydict(), got.fetchnumpy()["v"], got.shape)
    reader = con.sql("select range as r from range(5000)").to_arrow_reader(2048)
    print([b.num_rows for b in reader], frame.k.tolist(), made.num_rows)
    con.register("view", frame)
    print(
        con.execute("select count(*) from view").fetchall(),
        con.append("t", con.table("t").df().head(0)) is con,
    )
    print(con.from_df(frame).aggregate("max(v)").fetchall(), con.values(1, "a").fetchall())


def functions(con):
    con.create_function("twice", lambda x: x * 2, ["BIGINT"], "BIGINT")
    print(con.sql("select twice(range) from range(4)").fetchall())
    con.create_function(
        "shout", lambda a: pa.compute.utf8_upper(a), ["VARCHAR"], "VARCHAR", type="arrow"
    )
    print(con.sql("select shout('abc')").fetchall())

    def broken(x):
        raise KeyError("in the function")

    con.create_function("broken", broken, ["BIGINT"], "BIGINT")
    try:
        con.sql("select broken(1)").fetchall()
    except duckdb.Error as e:
        print(type(e).__name__, str(e).splitlines()[0])
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "x.parquet")
        con.sql("select range as a, 'v' || range as b from range(1000)").write_parquet(str(path))
        print(con.read_parquet(str(path)).aggregate("sum(a), max(b)").fetchall())
        csv = pathlib.Path(folder, "x.csv")
        csv.write_text("a;b\n1;x\n2;\n")
        print(
            con.read_csv(str(csv)).fetchall(),
            con.sql(f"select * from '{csv}' where b is null").fetchall(),
        )
        with duckdb.connect(str(pathlib.Path(folder, "x.db"))) as other:
            other.execute("create table k as select 5 as n")
            other.begin()
            other.execute("delete from k")
            other.rollback()
            print(other.execute("select * from k").fetchall())

    def counted(n):
        return con.cursor().execute("select sum(range) from range(?)", [n * 1000]).fetchone()[0]

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        print(list(pool.map(counted, range(8))))


if __name__ == "__main__":
    import pyarrow.compute

    made = duckdb.connect()
    queries(made)
    frames(made)
    functions(made)
