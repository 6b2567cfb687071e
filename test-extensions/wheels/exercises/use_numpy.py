"""Arrays: dtypes, views, broadcasting, ufuncs, linear algebra, random numbers, files, text."""

import io
import pickle

import numpy as np


class Metres(np.ndarray):
    def __array_finalize__(self, other):
        self.unit = getattr(other, "unit", "m")


class Logged:
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return ufunc.__name__, method, len(inputs), sorted(kwargs)

    def __array_function__(self, function, types, args, kwargs):
        return function.__name__, [t.__name__ for t in types]


def arrays():
    a = np.arange(24).reshape(2, 3, 4)
    print(a[1, ::-1, 1:3], a[..., 0], a[a % 5 == 0], a[:, [0, 2], [1, 3]])
    print(a.sum(axis=(0, 2)), a.mean(1).tolist(), a.T.strides, a.T.flags.c_contiguous)
    view = a[0, 1]
    view += 100
    print(a[0], view.base is a.base, np.shares_memory(a, view))
    print(np.einsum("ijk,ikl->ijl", a, a.swapaxes(1, 2))[0])
    print(np.concatenate([a[0], a[1]], axis=1).shape, np.split(np.arange(9), 3))
    print(np.where(a > 12, a, -1).max(axis=0), np.unique([3, 1, 3, 2], return_counts=True))
    print(
        np.sort(["pear", "fig", "apple"]),
        np.argsort([3.5, np.nan, -1.0]),
        np.searchsorted([1, 5], 3),
    )
    try:
        np.ones((2, 3)) + np.ones((2, 4))
    except ValueError as e:
        print(e)
    for index in ((5, 0, 0), "x", (0, 0, 0, 0)):
        try:
            a[index]
        except IndexError as e:
            print(e)


def dtypes():
    record = np.dtype([("name", "U6"), ("size", "<i4"), ("at", "f8", (2,))])
    table = np.array([("a", 1, (0.5, 1.5)), ("bc", 2, (2.5, 3.5))], dtype=record)
    print(
        table, table["at"].sum(0), table[table["size"] > 1]["name"], record.itemsize, record.fields
    )
    print(np.array([1, 2.5]).dtype, np.array(["a", "bcd"]).dtype, np.array([1, "x", None]).dtype)
    print(np.iinfo("i2"), np.finfo(np.float32).eps, np.result_type("i4", "f4"))
    print(
        np.array([300, -1]).astype(np.uint8),
        np.float32(0.1),
        repr(np.float64(0.1)),
        np.int8(5) // 2,
    )
    days = np.array(["2024-02-28", "2024-03-01", "NaT"], dtype="datetime64[D]")
    print(np.diff(days), days + np.timedelta64(1, "D"), np.busday_count("2024-01-01", "2024-02-01"))
    print(np.array([1 + 2j, 3]).conj(), np.float16(65504) * 2, np.array([b"ab", b"c"]).tolist())
    print(np.array([[1, 2], [3, 4]], dtype=object) * 2, np.array([True, False]) | True)
    texts = np.array(["one", "three", None], dtype=np.dtypes.StringDType(na_object=None))
    print(texts, np.strings.upper(texts[:2]), np.char.add(["a"], "b"))


def functions():
    x = np.linspace(0, 1, 5)
    print(
        np.sin(x).round(4),
        np.add.reduce(x),
        np.multiply.outer(x[:2], x[:3]),
        np.maximum.accumulate([1, 3, 2]),
    )
    out = np.zeros(5)
    np.exp(x, out=out, where=x > 0.3)
    print(out.round(3), np.frompyfunc(lambda a, b: f"{a}{b}", 2, 1)([1, 2], "x"))
    print(
        np.vectorize(lambda a: a**2, otypes=[float])([1, 2]),
        np.apply_along_axis(sorted, 0, [[3, 1], [2, 5]]),
    )
    with np.errstate(divide="raise"):
        try:
            np.array([1.0]) / 0
        except FloatingPointError as e:
            print(e)
    print(np.add(Logged(), 1), np.mean(Logged()), Logged().__array_ufunc__(np.sin, "at"))
    m = np.arange(3).view(Metres)
    print(type(m + 1).__name__, (m + 1).unit, m[1:].sum())
    print(np.polyfit([0, 1, 2], [1, 3, 7], 2).round(6), np.interp(1.5, [1, 2], [10, 20]))
    print(np.fft.rfft([1, 0, 0, 1]).round(3), np.convolve([1, 2], [1, 1]), np.gradient([1, 4, 9]))
    masked = np.ma.masked_greater([1, 5, 3], 4)
    print(
        masked, masked.mean(), np.histogram([1, 2, 2, 5], bins=2), np.percentile([1, 2, 3, 4], 40)
    )


def algebra():
    a = np.array([[4.0, 1], [2, 3]])
    print(np.linalg.inv(a), np.linalg.det(a).round(6), np.linalg.solve(a, [1, 2]), (a @ a))
    print(np.sort(np.linalg.eigvals(a)).round(6), np.linalg.svd(a, compute_uv=False).round(6))
    try:
        np.linalg.inv(np.zeros((2, 2)))
    except np.linalg.LinAlgError as e:
        print(e)
    rng = np.random.default_rng(42)
    print(
        rng.integers(0, 100, 5),
        rng.normal(size=3).round(6),
        rng.permutation(5),
        rng.choice(list("abc"), 4),
    )
    print(np.random.RandomState(7).rand(2), np.random.Generator(np.random.MT19937(1)).random())


def outside():
    a = np.arange(6, dtype=">i2").reshape(2, 3)
    print(memoryview(a).format, memoryview(a).shape, bytes(a), np.frombuffer(b"\1\0\2\0", "<u2"))
    buffer = bytearray(8)
    np.frombuffer(buffer, np.int32)[:] = [1, 256]
    print(buffer, np.asarray(memoryview(buffer)[::2]), a.__array_interface__["typestr"])
    file = io.BytesIO()
    np.savez_compressed(file, a=a, b=np.eye(2))
    file.seek(0)
    with np.load(file) as loaded:
        print(loaded.files, (loaded["a"] == a).all())
    again = pickle.loads(pickle.dumps(a, 5))
    print(again.dtype, again.tolist(), np.loadtxt(io.StringIO("1 2\n3 4"), dtype=int).tolist())
    print(np.genfromtxt(io.StringIO("x,y\n1,\n2,3"), delimiter=",", names=True))
    np.savetxt(text := io.StringIO(), np.eye(2), fmt="%.1f")
    print(text.getvalue(), np.array2string(np.arange(2000.0), threshold=5), a.tobytes("F"))
    print(
        np.from_dlpack(np.arange(3)),
        np.nditer(a).shape,
        [(i, int(v)) for i, v in np.ndenumerate(a)][:2],
    )


if __name__ == "__main__":
    arrays()
    dtypes()
    functions()
    algebra()
    outside()
