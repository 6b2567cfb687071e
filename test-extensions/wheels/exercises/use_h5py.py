"""Files of HDF5: datasets, slices, attributes, types, links, filters, memory and file objects."""

import io
import pathlib
import tempfile

import h5py
import numpy as np


def datasets(file):
    d = file.create_dataset(
        "group/data",
        data=np.arange(24).reshape(4, 6),
        chunks=(2, 3),
        compression="gzip",
        shuffle=True,
    )
    print(
        d,
        d.shape,
        d.dtype,
        d.chunks,
        d.compression,
        d[1],
        d[1:3, ::2],
        d[[0, 2], 1],
        d[d[...] > 20],
    )
    d[0, :3] = [100, 200, 300]
    d.attrs["unit"] = "m"
    d.attrs["range"] = np.array([0, 1.5])
    print(d[0], dict(d.attrs), d.parent.name, d.name, d.nbytes, len(d), d.attrs.get("no", "none"))
    grows = file.create_dataset("grows", (2,), maxshape=(None,), dtype="f4", fillvalue=-1)
    grows.resize((5,))
    grows[3] = 2.5
    print(grows[:], grows.maxshape, grows.fillvalue, d.astype("f8")[0, 0], list(d.iter_chunks())[0])
    out = np.empty(6, dtype="i8")
    d.read_direct(out, np.s_[2, :])
    print(out, np.asarray(d).sum(), d.id.get_type().get_size(), d.ndim)


def kinds(file):
    text = file.create_dataset("text", data=["a", "größe", ""], dtype=h5py.string_dtype())
    print(text[:], text.asstr()[1], text.dtype, h5py.check_string_dtype(text.dtype))
    record = np.dtype([("n", "<i4"), ("name", "S5"), ("at", "f8", (2,))])
    table = file.create_dataset("table", (3,), dtype=record)
    table[0] = (5, b"five", (0.5, 1.5))
    table["n", 1] = 7
    print(table[0], table["n"], table.fields("at")[:1], table.dtype.names)
    ragged = file.create_dataset("ragged", (2,), dtype=h5py.vlen_dtype(np.int16))
    ragged[0] = [1, 2, 3]
    ragged[1] = []
    print(ragged[0], ragged[1].shape, h5py.check_vlen_dtype(ragged.dtype))
    colour = h5py.enum_dtype({"RED": 0, "BLUE": 1}, basetype="i1")
    print(file.create_dataset("enum", data=[1, 0], dtype=colour)[:], h5py.check_enum_dtype(colour))
    file["ref"] = table.ref
    print(
        file[file["ref"][()]].name,
        file.create_dataset("bool", data=[True, False])[:],
        file.create_dataset("c", data=1 + 2j)[()],
    )
    file["empty"] = h5py.Empty("f4")
    print(file["empty"].shape, file.create_dataset("big", data=np.arange(3, dtype=">i2"))[:].dtype)


def structure(file):
    file["soft"] = h5py.SoftLink("/group/data")
    file["hard"] = file["grows"]
    print(
        sorted(file),
        "group/data" in file,
        file.get("soft", getlink=True).path,
        file["hard"] == file["grows"],
    )
    seen = []
    file.visititems(lambda name, thing: seen.append((name, type(thing).__name__)))
    print(seen, file.visit(lambda name: name if "tab" in name else None))
    file.copy("group", "copied")
    file.move("copied", "moved")
    print(list(file["moved"]), file["moved"].attrs.keys(), list(file["moved"].items())[0][0])
    del file["moved"]
    virtual = h5py.VirtualLayout((2, 6), "i8")
    virtual[0] = h5py.VirtualSource(file["group/data"])[1]
    print(file.create_virtual_dataset("virtual", virtual, fillvalue=-5)[:])
    for action in (
        lambda: file["nothing"],
        lambda: file.create_dataset("grows", (1,)),
        lambda: file["group/data"][99],
        lambda: file.create_dataset("x", data=object()),
        lambda: file["group/data"].resize((9, 9)),
        lambda: h5py.File("/nowhere/x.h5", "r"),
    ):
        try:
            action()
        except (KeyError, ValueError, IndexError, TypeError, OSError, RuntimeError) as e:
            print(type(e).__name__, str(e).split("(")[0])


def main():
    with h5py.File("memory.h5", "w", driver="core", backing_store=False) as file:
        datasets(file)
        kinds(file)
        structure(file)
        kept = file["grows"]
    print(bool(kept), kept)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "x.h5")
        with h5py.File(path, "w", libver="latest") as file:
            file["a/b/c"] = np.linspace(0, 1, 5)
            file.attrs["t"] = ["x", "y"]
        with h5py.File(path) as file:
            print(file["a/b"]["c"][2:], file.attrs["t"], file.mode, h5py.is_hdf5(path))
            try:
                file["new"] = 1
            except (ValueError, OSError) as e:
                print(type(e).__name__)
    with h5py.File(made := io.BytesIO(), "w") as file:
        file["x"] = np.ones((50, 50))
    print(made.getvalue()[:8], h5py.File(made)["x"][:].sum())


if __name__ == "__main__":
    main()
