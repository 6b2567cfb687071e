"""Frames: lazy queries, groups, joins, strings, dates, nested values, functions in Python."""

import datetime
import io

import polars as pl


def main():
    frame = pl.DataFrame(
        {
            "city": ["Vienna", "Graz", "Linz", "Vienna", None, "Graz"],
            "n": [5, 3, None, 7, 1, 4],
            "x": [0.5, 1.25, 2.0, -1.0, float("nan"), 3.0],
            "day": [datetime.date(2024, 2, d) for d in (1, 2, 3, 28, 29, 5)],
            "tags": [["a"], [], ["b", "c"], None, ["a", "b"], ["d"]],
        }
    )
    print(frame)
    print(frame.schema, frame.shape, frame.estimated_size() > 0)
    print(frame.filter(pl.col("n") > 3).select("city", (pl.col("n") * 2).alias("double")))
    grouped = (
        frame.lazy()
        .group_by("city")
        .agg(pl.col("n").sum().alias("sum"), pl.len(), pl.col("x").max(), pl.col("tags").explode())
    )
    print(grouped.sort("city", nulls_last=True).collect())
    print(frame.lazy().filter(pl.col("n") > 1).select("n").explain().splitlines()[0])
    other = pl.DataFrame(
        {"city": ["Graz", "Vienna", "Wels"], "people": [290_000, 2_000_000, 60_000]}
    )
    print(frame.join(other, on="city", how="left").select("city", "people").rows())
    print(
        frame.with_columns(
            pl.col("city").str.to_uppercase().alias("up"),
            pl.col("city").str.contains("z$").alias("z"),
            pl.col("day").dt.weekday().alias("weekday"),
            pl.col("n").fill_null(0).cum_sum().over("city").alias("run"),
            pl.when(pl.col("x") > 1).then(pl.lit("big")).otherwise(pl.lit("small")).alias("size"),
        )
        .select("up", "z", "weekday", "run", "size")
        .to_dicts()
    )
    print(
        frame["n"].to_list(),
        frame["n"].mean(),
        frame["x"].describe().shape,
        frame["tags"].list.len().to_list(),
    )
    print(
        frame.select(pl.col("n").map_elements(lambda n: n * n, return_dtype=pl.Int64))
        .to_series()
        .to_list()
    )
    print(frame.select(pl.struct("n", "x").alias("s")).to_series().struct.field("n").to_list())
    csv = frame.drop("tags").write_csv()
    print(csv)
    print(pl.read_csv(io.StringIO(csv), try_parse_dates=True).dtypes)
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    buffer.seek(0)
    print(
        pl.read_parquet(buffer).equals(frame),
        pl.read_json(io.StringIO(frame.select("n").write_json())).shape,
    )
    print(frame.pivot("city", index="n", values="x", aggregate_function="first").shape)
    print(
        pl.SQLContext(t=frame)
        .execute("SELECT city, COUNT(*) AS c FROM t GROUP BY city ORDER BY c, city")
        .collect()
        .rows()
    )
    big = pl.DataFrame({"k": [i % 97 for i in range(100_000)], "v": range(100_000)})
    print(
        big.group_by("k").agg(pl.col("v").sum()).sort("k").head(3).rows(),
        big.select(pl.col("v").std()).item(),
    )
    print(
        pl.Series("s", [3, 1, 2]).sort().to_list(),
        pl.date_range(
            datetime.date(2024, 1, 31), datetime.date(2024, 3, 31), "1mo", eager=True
        ).to_list(),
    )
    for call in (
        lambda: frame.select("absent"),
        lambda: frame.select(pl.col("city") + pl.col("tags")),
        lambda: pl.DataFrame({"a": [1], "b": [1, 2]}),
        lambda: pl.Series([1, "x"], dtype=pl.Int64, strict=True),
        lambda: frame.select(pl.col("city").str.to_integer()),
        lambda: frame["n"].map_elements(lambda n: 1 // 0, return_dtype=pl.Int64),
        lambda: pl.read_csv(io.StringIO("")),
        lambda: frame.row(99),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).splitlines()[0])


main()
