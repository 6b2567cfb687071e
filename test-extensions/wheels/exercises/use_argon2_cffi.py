"""Passwords with Argon2: parameters, verifying, rehashing, and the low-level functions."""

import argon2
from argon2 import PasswordHasher, Type, exceptions, extract_parameters, low_level

SALT = b"sixteen bytes ok"


def main():
    print(argon2.DEFAULT_TIME_COST, argon2.DEFAULT_PARALLELISM, argon2.DEFAULT_HASH_LENGTH)
    hasher = PasswordHasher(time_cost=1, memory_cost=256, parallelism=2, hash_len=24)
    made = hasher.hash("pässwörd", salt=SALT)
    print(made, hasher.verify(made, "pässwörd"), hasher.check_needs_rehash(made))
    print(PasswordHasher().check_needs_rehash(made), extract_parameters(made))
    print(hasher.hash(b"bytes") != hasher.hash(b"bytes"))
    for kind in Type:
        raw = low_level.hash_secret_raw(b"secret", SALT, 2, 128, 1, 32, kind)
        text = low_level.hash_secret(b"secret", SALT, 2, 128, 1, 16, kind)
        print(kind.name, raw.hex(), text.decode(), low_level.verify_secret(text, b"secret", kind))
    for call in (
        lambda: hasher.verify(made, "wrong"),
        lambda: hasher.verify("not a hash", "x"),
        lambda: hasher.verify("$argon2id$v=19$m=1$x$y", "x"),
        lambda: hasher.hash("x", salt=b"short"),
        lambda: low_level.hash_secret_raw(b"x", SALT, 0, 128, 1, 32, Type.ID),
        lambda: low_level.hash_secret_raw(b"x", SALT, 1, 1, 1, 32, Type.ID),
        lambda: low_level.hash_secret_raw("x", SALT, 1, 128, 1, 32, Type.ID),
        lambda: extract_parameters("$nothing"),
    ):
        try:
            print("accepted", call())
        except (exceptions.Argon2Error, ValueError, TypeError) as error:
            print("rejected", type(error).__name__, error)


main()
