"""Frames: selecting, grouping, joining, reshaping, dates, categories, texts, files."""

import io
import pickle

import numpy as np
import pandas as pd


def selecting():
    frame = pd.DataFrame(
        {
            "city": ["Vienna", "Graz", None, "Vienna", "Linz"],
            "n": [5, 3, 8, 7, 1],
            "x": [0.5, np.nan, 2.0, -1.0, 3.25],
        },
        index=pd.Index(list("abcde"), name="key"),
    )
    print(frame, frame.dtypes, frame.describe().round(3), sep="\n")
    print(
        frame.loc["b":"d", ["n", "x"]],
        frame.iloc[-2:, 0],
        frame[frame.n > 4].query("x > 0"),
        sep="\n",
    )
    frame.loc["f"] = ["Wels", 2, 9.5]
    frame["double"] = frame.n * 2
    print(
        frame.assign(z=lambda f: f.x.fillna(0) + f.n).sort_values(["city", "n"]), frame.at["f", "x"]
    )
    print(
        frame.isna().sum(), frame.x.interpolate().tolist(), frame.dropna().index.tolist(), sep="\n"
    )
    for action in (lambda: frame["nothing"], lambda: frame.loc["zz"], lambda: frame.iloc[99]):
        try:
            action()
        except (KeyError, IndexError) as e:
            print(type(e).__name__, e)
    frame.info(buf=(out := io.StringIO()), memory_usage=False)
    print(out.getvalue())


def grouping():
    frame = pd.DataFrame({"k": list("abcab"), "j": [1, 1, 2, 2, 1], "v": [1.0, 2, 3, 4, 5]})
    groups = frame.groupby("k")
    print(groups.v.agg(["sum", "mean", lambda s: s.max() - s.min()]), groups.size(), sep="\n")
    print(groups.v.transform(lambda s: s - s.mean()).tolist(), groups.cumcount().tolist())
    print(
        frame.groupby(["k", "j"], as_index=False).v.sum(),
        frame.groupby("k").apply(lambda g: g.v.prod()),
    )
    print(frame.pivot_table("v", "k", "j", aggfunc="sum", fill_value=0))
    print(pd.crosstab(frame.k, frame.j), frame.melt(id_vars="k").head(3), sep="\n")
    print(frame.set_index(["k", "j"]).groupby(level=0).v.nlargest(1))
    print(frame.v.rolling(2).mean().tolist(), frame.v.ewm(alpha=0.5).mean().round(4).tolist())
    print(
        pd.cut(frame.v, 2).value_counts().sort_index(),
        pd.qcut(frame.v, 2, labels=["low", "high"]).tolist(),
    )


def joining():
    left = pd.DataFrame({"key": ["a", "b", "c"], "l": [1, 2, 3]})
    right = pd.DataFrame({"key": ["b", "c", "c", "d"], "r": [1.5, 2.5, 3.5, 4.5]})
    for how in ("inner", "left", "outer"):
        print(left.merge(right, on="key", how=how, indicator=how == "outer"))
    print(
        pd.concat([left, right], ignore_index=True),
        pd.merge_asof(left, right[["r"]].assign(l=[0, 2, 2, 9]), on="l"),
    )
    wide = pd.DataFrame(
        np.arange(6).reshape(2, 3), columns=pd.MultiIndex.from_product([["a"], list("xyz")])
    )
    print(wide.stack(), wide.T, wide.xs("y", axis=1, level=1), sep="\n")
    print(left.compare(left.assign(l=[1, 9, 3])), left.explode("key").equals(left))


def dates():
    days = pd.date_range("2024-01-30", periods=5, freq="D", tz="Europe/Vienna")
    s = pd.Series(range(5), index=days)
    print(
        s.resample("2D").sum(),
        s.loc["2024-02"],
        s.tz_convert("UTC").index[0],
        s.shift(1).iloc[0],
        sep="\n",
    )
    print(
        pd.to_datetime(["2024-02-29 12:30", "2024-03-01 00:00"]).strftime("%d.%m. %H:%M").tolist()
    )
    print(pd.Timestamp("2024-02-29") + pd.DateOffset(years=1), pd.Timedelta("1 days 02:00:00") / 2)
    print(pd.period_range("2024Q1", periods=3, freq="Q").end_time.date, days.day_name().tolist())
    print(pd.Timestamp("2024-05-05 10:11:12.123456789").floor("ms"), pd.NaT, pd.isna(pd.NaT))
    print(
        pd.bdate_range("2024-03-28", periods=3),
        pd.Timestamp("2024-03-31 01:30", tz="Europe/Vienna") + pd.Timedelta("1h"),
    )
    try:
        pd.to_datetime("2024-13-45")
    except ValueError as e:
        print(type(e).__name__)


def kinds():
    c = pd.Series(["lo", "hi", "lo"], dtype=pd.CategoricalDtype(["lo", "hi"], ordered=True))
    print(c.max(), c.cat.codes.tolist(), (c > "lo").tolist(), pd.get_dummies(c))
    s = pd.Series(["Ähre-1", "b-22", None])
    print(
        s.str.upper().tolist(),
        s.str.extract(r"(\w)-(\d+)"),
        s.str.len().sum(),
        s.str.split("-").str[0].tolist(),
    )
    n = pd.array([1, None, 3], dtype="Int64")
    print(n + 1, n.sum(), pd.Series(n).mean(), pd.array([True, None], dtype="boolean") | True)
    print(
        pd.Series(pd.arrays.SparseArray([0, 0, 1])).sparse.density,
        pd.interval_range(0, 3).contains(1.5),
    )
    print(
        pd.Series([3, 1, 2]).rank().tolist(),
        pd.Series([1, 1, 2]).value_counts(normalize=True).round(3).to_dict(),
    )
    print(
        pd.factorize(np.array(["b", "a", "b"])),
        pd.Series([1, 2]).map({1: "x"}).tolist(),
        pd.eval("1 + 2 * 3"),
    )


def files():
    frame = pd.DataFrame(
        {"a": [1, 2], "b": ["x,y", 'q"'], "c": pd.to_datetime(["2024-01-01", None])}
    )
    text = frame.to_csv(index=False)
    print(text, pd.read_csv(io.StringIO(text), parse_dates=["c"]).dtypes.tolist())
    print(
        frame.to_json(orient="records"),
        pd.read_json(io.StringIO('[{"a":1},{"a":null}]')).a.tolist(),
    )
    print(frame.to_dict("records"), frame.to_html(border=0).count("<td>"), frame.to_numpy().shape)
    print(frame.to_string(index=False, na_rep="-"), [tuple(r) for r in frame.itertuples()][0][:3])
    print(
        pickle.loads(pickle.dumps(frame)).equals(frame),
        pd.util.hash_pandas_object(frame.a).tolist(),
    )
    parsed = pd.read_csv(io.StringIO("k;v\n1;1,5\n2;n/a\n"), sep=";", decimal=",", index_col="k")
    print(parsed, [c.v.tolist() for c in pd.read_csv(io.StringIO("v\n1\n2\n3"), chunksize=2)])
    try:
        pd.read_csv(io.StringIO("a,b\n1,2\n3,4,5\n"))
    except pd.errors.ParserError as e:
        print(e)


if __name__ == "__main__":
    pd.set_option("display.width", 120)
    selecting()
    grouping()
    joining()
    dates()
    kinds()
    files()
