"""Tensors as named bytes with a header: written, read back, and what a broken file says."""

import ctypes
import json
import os
import struct
import tempfile

from safetensors import (
    SafetensorError,
    TensorSpec,
    deserialize,
    safe_open,
    serialize,
    serialize_file,
)

KEPT = []


def tensor(dtype, shape, data):
    """What tells of native memory, which must live until it is written."""
    memory = ctypes.create_string_buffer(data, max(len(data), 1))
    KEPT.append(memory)
    address = ctypes.addressof(memory)
    return TensorSpec(dtype=dtype, shape=shape, data_ptr=address, data_len=len(data))


def main():
    contents = {
        "weights": ("float32", [2, 3], struct.pack("<6f", *range(6))),
        "bias": ("float64", [2], struct.pack("<2d", 0.5, -1.5)),
        "flags": ("bool", [4], bytes([1, 0, 1, 1])),
        "ids": ("int64", [], struct.pack("<q", -7)),
        "none": ("uint8", [0], b""),
        "big": ("int32", [100, 100], struct.pack("<10000i", *range(10000))),
    }
    tensors = {name: tensor(*content) for name, content in contents.items()}
    data = serialize(tensors, {"format": "none", "author": "日本"})
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    print(type(data).__name__, len(data), sorted(header))
    print(
        sorted(header["__metadata__"].items()), header["weights"]["dtype"], header["bias"]["shape"]
    )
    for name, found in sorted(deserialize(data)):
        same = bytes(found["data"]) == contents[name][2]
        print(name, found["dtype"], found["shape"], type(found["data"]).__name__, same)
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "model.safetensors")
        serialize_file(tensors, path, {"a": "b"})
        with open(path, "rb") as file:
            content = file.read()
        print(len(content), sorted(n for n, _ in deserialize(content)))
        try:
            with safe_open(path, framework="no such framework") as opened:
                print(opened.keys())
        except SafetensorError as error:
            print("rejected", error)
        try:
            safe_open(os.path.join(directory, "absent"), framework="np")
        except FileNotFoundError as error:
            print("rejected", os.path.basename(str(error).split('"')[-1]) != "")
    broken = [
        b"",
        b"\xff" * 8,
        struct.pack("<Q", 10) + b"{}",
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 4) + b"text",
        data[:-1],
        data + b"x",
        data.replace(b"F32", b"Q99"),
    ]
    for content in broken:
        try:
            print("accepted", len(deserialize(content)))
        except SafetensorError as error:
            print("rejected", error)
    for call in (
        lambda: serialize({"x": tensor("float31", [1], b"1")}),
        lambda: serialize({"x": tensor("uint8", [3], b"1")}),
        lambda: serialize({"x": {"dtype": "uint8"}}),
        lambda: TensorSpec(dtype="uint8"),
        lambda: serialize([1]),
        lambda: serialize(tensors, {"a": 5}),
        lambda: deserialize("text"),
    ):
        try:
            print("accepted", len(call()))
        except (SafetensorError, TypeError, ValueError, KeyError) as error:
            print("rejected", type(error).__name__, error)


main()
