"""The rows of benchmarks/wheels: work of at least a second in a wheel's native code.

    wheel_rows.py ROW    prints {"one": seconds, "two": seconds with two threads, "at_once": number}

Each function returns the work; those that release the GIL are also done by two threads at once. How
many of them could work at once, on average, is known on a busy machine, too: the time in which a
thread had a processor or waited for one, but not for the GIL.
"""

import json
import os
import pathlib
import sys
import tempfile
import threading
import time

ROWS = {
    "hashing": "cryptography",
    "passwords": "bcrypt",
    "argon2": "argon2-cffi",
    "encryption": "cryptography",
    "signing": "cryptography",
    "tokenizing": "tokenizers",
    "group_by": "polars",
    "watching": "watchfiles",
    "compressing": "zstandard",
}
IN_THREADS = {"hashing", "passwords", "argon2", "encryption", "tokenizing", "compressing"}


def hashing():
    from cryptography.hazmat.primitives import hashes

    data = bytes(range(256)) * 4096 * 64

    def work():
        for _ in range(16):
            digest = hashes.Hash(hashes.SHA512())
            digest.update(data)
            digest.finalize()

    return work


def passwords():
    import bcrypt

    def work():
        for _ in range(20):
            bcrypt.hashpw(b"password", b"$2b$10$" + b"a" * 21 + b"e")

    return work


def argon2():
    from argon2.low_level import Type, hash_secret_raw

    def work():
        for _ in range(20):
            hash_secret_raw(b"password", b"12345678", 3, 65536, 1, 32, Type.ID)

    return work


def encryption():
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher, data = ChaCha20Poly1305(bytes(32)), bytes(1 << 24)

    def work():
        for number in range(240):
            cipher.encrypt(number.to_bytes(12, "big"), data, None)

    return work


def signing():
    from cryptography.hazmat.primitives.asymmetric import ed25519

    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))
    data = bytes(100)

    def work():
        for _ in range(80_000):
            key.sign(data)

    return work


def tokenizing():
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    lines = [f"line {n} of a text with some words, word{n % 97} and {n * 31}" for n in range(4000)]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.train_from_iterator(lines, trainers.BpeTrainer(vocab_size=2000, show_progress=False))

    def work():
        for _ in range(10):
            tokenizer.encode_batch(lines)

    return work


def group_by():
    import polars as pl

    size = 2_000_000
    numbers = pl.int_range(size, eager=True)
    frame = pl.DataFrame({"key": numbers * 7919 % 100_003, "name": (numbers % 997).cast(pl.String)})
    frame = frame.with_columns(value=numbers.cast(pl.Float64) * 0.5)

    def work():
        for _ in range(8):
            frame.group_by("key", "name").agg(pl.col("value").sum(), pl.len()).sort("value")

    return work


def watching():
    """Files are written by another thread, and each change waits to be told."""
    from watchfiles import watch

    def work():
        with tempfile.TemporaryDirectory() as place:
            stop, told = threading.Event(), threading.Semaphore(0)

            def write():
                for number in range(20):
                    pathlib.Path(place, f"{number}.txt").write_text("text")
                    told.acquire(timeout=10)
                stop.set()

            writer = threading.Thread(target=write)
            watched = watch(place, debounce=50, step=50, stop_event=stop, rust_timeout=100)
            threading.Timer(0.3, writer.start).start()
            for _ in watched:
                told.release()
            writer.join()

    return work


def compressing():
    import zstandard

    data = b"".join(b"%d %x\n" % (n, n * n) for n in range(1_000_000))

    def work():
        for _ in range(3):
            zstandard.ZstdCompressor(level=9).compress(data)

    return work


def timed(call):
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def runnable():
    """Seconds in which this thread had a processor or waited for one."""
    running, waiting, _ = pathlib.Path("/proc/thread-self/schedstat").read_text().split()
    return (int(running) + int(waiting)) / 1e9


def in_two_threads(work):
    """How many threads could work at once, of those seconds in which both had something to do."""
    shares = []

    def run():
        begin, before = time.perf_counter(), runnable()
        work()
        shares.append((runnable() - before) / (time.perf_counter() - begin))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(shares)


def main():
    row = sys.argv[1]
    work = globals()[row]()
    found = {"one": timed(work)}
    if row in IN_THREADS:
        begin = time.perf_counter()
        found["at_once"] = in_two_threads(work)
        found["two"] = time.perf_counter() - begin
    print(json.dumps(found))


if __name__ == "__main__":
    main()
