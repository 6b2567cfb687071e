"""Arrays, tables, computing, files and streams of Arrow, buffers, plain Python."""

import datetime
import decimal
import io
import pickle

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.dataset
import pyarrow.feather
import pyarrow.json
import pyarrow.parquet as pq


def arrays():
    a = pa.array([1, None, 3])
    print(
        a,
        a.type,
        a.null_count,
        a[1].is_valid,
        a.to_pylist(),
        a.slice(1),
        a.buffers()[1].size,
        a.equals(a.take([0, 1, 2])),
    )
    nested = pa.array([{"a": [1, 2], "b": "x"}, None, {"a": None, "b": "y"}])
    print(nested.type, nested.field("b"), nested.flatten()[0].to_pylist(), nested[0].as_py())
    kinds = {
        "d": pa.array([datetime.date(2024, 2, 29), None]),
        "t": pa.array([datetime.datetime(2024, 2, 29, 1, 2, 3, 456)], pa.timestamp("us", "UTC")),
        "x": pa.array([decimal.Decimal("1.50")], pa.decimal128(5, 2)),
        "m": pa.array([[("k", 1)]], pa.map_(pa.string(), pa.int8())),
        "y": pa.array(["a", "b", "a"]).dictionary_encode(),
        "z": pa.array([b"ab", None], pa.binary(2)),
        "h": pa.array([1.5], pa.float16()) if hasattr(pa, "float16") else None,
    }
    for name, array in kinds.items():
        print(name, array.type, array.to_pylist(), pickle.loads(pickle.dumps(array)).equals(array))
    for action in (
        lambda: pa.array([1, "x"]),
        lambda: pa.array([300], pa.int8()),
        lambda: a[10],
        lambda: a.cast(pa.list_(pa.int8())),
        lambda: pa.table({"a": [1], "b": [1, 2]}),
    ):
        try:
            action()
        except (pa.ArrowException, IndexError) as e:
            print(type(e).__name__, str(e).splitlines()[0])
    union = pa.UnionArray.from_dense(
        pa.array([0, 1, 0], pa.int8()), pa.array([0, 0, 1], pa.int32()), [a, pa.array(["s"])]
    )
    print(union.to_pylist(), pa.chunked_array([[1], [2, 3]]).num_chunks, pa.nulls(2).type)


def computing():
    t = pa.table({"k": ["a", "b", "a", None], "v": [1, 2, 3, 4], "w": [0.5, None, 2.5, 1.0]})
    print(
        t.schema,
        t.group_by("k").aggregate([("v", "sum"), ("w", "mean")]).sort_by("v_sum").to_pylist(),
    )
    print(
        pc.add(t["v"], 10).to_pylist(),
        pc.sum(t["w"]),
        pc.is_in(t["k"], pa.array(["a"])).to_pylist(),
    )
    print(
        t.filter(pc.field("v") > 2).to_pydict(), t.sort_by([("v", "descending")])["v"].to_pylist()
    )
    print(
        pc.utf8_upper(t["k"]).to_pylist(),
        pc.split_pattern(pa.array(["a-b"]), "-").to_pylist(),
        pc.min_max(t["v"]),
    )
    print(
        pc.strftime(pa.array([datetime.datetime(2024, 2, 29)]), "%d.%m.%Y"),
        pc.if_else(pa.array([True, None]), 1, 2),
    )
    print(
        t.join(pa.table({"k": ["a"], "u": [9]}), "k").sort_by("v")["u"].to_pylist(),
        t.select(["w"]).num_columns,
    )
    print(
        t.append_column("n", pa.array(range(4))).drop_columns("k").column_names,
        t.combine_chunks().nbytes,
    )

    def twice(context, x):
        return pc.multiply(x, 2)

    pc.register_scalar_function(
        twice, "twice", {"summary": "", "description": ""}, {"x": pa.int64()}, pa.int64()
    )
    print(
        pc.call_function("twice", [t["v"]]).to_pylist(),
        pc.cast(pa.array(["1", "2"]), pa.int32()),
        pc.count_distinct(t["k"]),
    )


def files():
    t = pa.table(
        {"a": pa.array(range(1000), pa.int32()), "b": [f"x{i % 7}" for i in range(1000)]},
        metadata={"m": "v"},
    )
    sink = io.BytesIO()
    pq.write_table(t, sink, compression="zstd", row_group_size=300)
    file = pq.ParquetFile(io.BytesIO(sink.getvalue()))
    print(
        file.num_row_groups,
        file.metadata.row_group(0).column(1).statistics.max,
        file.schema_arrow.metadata[b"m"],
    )
    print(
        pq.read_table(sink, columns=["a"], filters=[("b", "=", "x3"), ("a", "<", 30)])[
            "a"
        ].to_pylist()
    )
    print([b.num_rows for b in file.iter_batches(400)])
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, t.schema) as writer:
        for batch in t.to_batches(max_chunksize=400):
            writer.write_batch(batch)
    with pa.ipc.open_stream(out.getvalue()) as reader:
        print(reader.schema.names, reader.read_all().equals(t))
    print(
        pa.csv.read_csv(
            io.BytesIO(b"a,b\n1,x\n2,\n"),
            convert_options=pa.csv.ConvertOptions(strings_can_be_null=True),
        ).to_pylist()
    )
    print(pa.json.read_json(io.BytesIO(b'{"a": {"b": 1}}\n{"a": {"b": null}}\n')).to_pylist())
    pa.csv.write_csv(t.slice(0, 2), made := io.BytesIO())
    print(made.getvalue())
    memory = (
        pa.fs._MockFileSystem() if hasattr(pa, "fs") and hasattr(pa.fs, "_MockFileSystem") else None
    )
    print(memory is None or memory.type_name)
    print(
        pa.compress(b"abc" * 99, "lz4", asbytes=True)[:0],
        pa.decompress(pa.compress(b"ab" * 9, "snappy"), 18, "snappy", asbytes=True),
    )


def memory():
    data = bytearray(b"12345678")
    buffer = pa.py_buffer(data)
    print(
        buffer.size,
        buffer.to_pybytes(),
        bytes(memoryview(buffer)[2:4]),
        buffer.is_mutable,
        buffer.slice(6).to_pybytes(),
    )
    a = pa.Array.from_buffers(pa.int16(), 4, [None, buffer])
    data[0:2] = b"\1\0"
    print(a[0], pa.total_allocated_bytes() >= 0, pa.default_memory_pool().backend_name != "")
    f = pa.PythonFile(io.BytesIO(b"abcdef"), mode="r")
    print(f.read(2), f.tell(), f.size())
    batch = pa.RecordBatch.from_pydict({"x": [1, 2]})
    print(
        pa.record_batch(batch).equals(batch),
        pa.RecordBatchReader.from_batches(batch.schema, [batch, batch]).read_all()["x"].to_pylist(),
    )

    class Capsuled:
        def __arrow_c_array__(self, requested_schema=None):
            return a.__arrow_c_array__(requested_schema)

    print(pa.array(Capsuled()).to_pylist()[:1])

    class Rational(pa.ExtensionType):
        def __init__(self):
            super().__init__(pa.list_(pa.int32(), 2), "example.rational")

        def __arrow_ext_serialize__(self):
            return b""

        @classmethod
        def __arrow_ext_deserialize__(cls, storage_type, serialized):
            return cls()

    pa.register_extension_type(Rational())
    e = pa.ExtensionArray.from_storage(Rational(), pa.array([[1, 2]], pa.list_(pa.int32(), 2)))
    print(
        e.type.extension_name,
        e.storage.to_pylist(),
        pickle.loads(pickle.dumps(pa.schema({"r": pa.int8()}))),
    )


if __name__ == "__main__":
    arrays()
    computing()
    files()
    memory()
