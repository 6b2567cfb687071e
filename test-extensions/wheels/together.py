"""Many wheels in one process, imported in any order, in one process after another.

    together.py [--processes N] [--seed S] [--interpreter COMMAND] [--log FILE]

Needs what suite.py has installed (target/wheels/NAME/site), and takes all packages that are there.
Each process imports them in an order of its own, uses each a little, and must print what CPython
prints for the same order and end with status 0. --seed begins elsewhere: process K has the order of
seed S + K. Several wheels bring the same libraries (OpenSSL, cffi, PyO3's runtime, allocators).
"""

import argparse
import collections
import json
import random
import shlex
import subprocess
import sys
import time

import installing

# What is imported, and an expression that calls it.
USES = {
    "argon2-cffi": (
        "argon2.low_level",
        "m.hash_secret_raw(b'p', b'12345678', 1, 8, 1, 8, m.Type.ID)",
    ),
    "bcrypt": ("bcrypt", "m.hashpw(b'p', b'$2b$04$' + b'a' * 21 + b'e')"),
    "bitarray": ("bitarray", "m.bitarray('0110').count()"),
    "cffi": ("cffi", "m.FFI().new('int[3]', [1, 2, 3])[2]"),
    "cryptography": ("cryptography.hazmat.primitives.hashes", "bytes.hex(digest(m))"),
    "frozenlist": ("frozenlist", "list(m.FrozenList([1, 2]))"),
    "jsonschema-rs": ("jsonschema_rs", "m.is_valid({'type': 'string'}, 5)"),
    "markupsafe": ("markupsafe", "m.escape('<a>')"),
    "msgpack": ("msgpack", "m.unpackb(m.packb({'a': [1, 2.5]}))"),
    "multidict": ("multidict", "m.CIMultiDict(a=1)['A']"),
    "nh3": ("nh3", "m.clean('<b onclick=x>a</b>')"),
    "orjson": ("orjson", "m.dumps(m.loads('[1, null, 2.5]'))"),
    "polars": ("polars", "m.DataFrame({'a': [1, 2, 3]})['a'].sum()"),
    "protobuf": ("google.protobuf.wrappers_pb2", "m.Int32Value(value=7).SerializeToString()"),
    "psutil": ("psutil", "m.Process().is_running()"),
    "pycryptodome": ("Crypto.Cipher.AES", "m.new(bytes(16), m.MODE_ECB).encrypt(bytes(16)).hex()"),
    "pynacl": ("nacl.hash", "m.blake2b(b'x')"),
    "pyyaml": ("yaml", "m.load('a: [1, x]', m.CSafeLoader)"),
    "regex": ("regex", "m.findall(r'(?:ab){e<=1}', 'ab ac')"),
    "rpds-py": ("rpds", "m.HashTrieMap({'a': 1}).insert('b', 2)['b']"),
    "rustworkx": ("rustworkx", "m.is_connected(m.generators.path_graph(5))"),
    "safetensors": ("safetensors", "m.deserialize(m.serialize({}))"),
    "sgp4": ("sgp4.api", "m.accelerated"),
    "simplejson": ("simplejson", "m.loads('[1, 2.5]')"),
    "tokenizers": ("tokenizers", "m.pre_tokenizers.Whitespace().pre_tokenize_str('a b')"),
    "tornado": ("tornado.speedups", "m.websocket_mask(b'abcd', b'text')"),
    "ujson": ("ujson", "m.dumps({'a': 1})"),
    "watchfiles": ("watchfiles", "m.Change.added.raw_str()"),
    "zstandard": ("zstandard", "m.decompress(m.compress(b'x' * 99))[:3]"),
}

PROGRAM = """
import importlib, json, sys
def digest(m):
    h = m.Hash(m.SHA256())
    h.update(b"x")
    return h.finalize()
names, paths, uses = json.loads(sys.argv[1])
sys.path[:0] = paths
modules = {name: importlib.import_module(uses[name][0]) for name in names}
for name in reversed(names):
    m = modules[name]
    print(name, eval(uses[name][1]))
"""


def run(command, names):
    paths = [str(installing.WORK / name / "site") for name in names]
    words = [*command, "-c", PROGRAM, json.dumps([names, paths, USES])]
    begin = time.monotonic()
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=600)
    except subprocess.TimeoutExpired:
        return "did not end in 600 s", time.monotonic() - begin
    text = done.stdout
    if done.returncode:
        text += f"status {done.returncode}\n{done.stderr[-2000:]}"
    return text, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--processes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--interpreter", default=str(installing.TOP / "target/image/bin/jabiru"))
    parser.add_argument("--log", help="also write there, after what it has")
    arguments = parser.parse_args()
    oracle = [str(installing.TOP / "test-extensions" / "oracle")]
    present = [n for n in USES if (installing.WORK / n / "installed").exists()]
    outcomes = collections.Counter()
    for number in range(arguments.processes):
        names = list(present)
        random.Random(arguments.seed + number).shuffle(names)
        wanted, _ = run(oracle, names)
        got, seconds = run(shlex.split(arguments.interpreter), names)
        outcomes[got == wanted] += 1
        line = f"order {arguments.seed + number}: {len(names)} wheels, {seconds:.1f} s, "
        line += "same" if got == wanted else "DIFFERENT"
        print(line, flush=True)
        if got != wanted:
            print(f"CPython:\n{wanted}\nJabiru:\n{got}")
        if arguments.log:
            with open(arguments.log, "a", encoding="utf-8") as file:
                file.write(line + "\n")
    imports = sum(outcomes.values()) * len(present)
    print(f"{imports} imports in {sum(outcomes.values())} processes, {outcomes[False]} different")
    return 1 if outcomes[False] or not present else 0


if __name__ == "__main__":
    sys.exit(main())
