"""Passwords as a web application keeps them: hash, verify, reject; keys from a passphrase."""

import bcrypt

# A fixed salt makes the output comparable; gensalt() is looked at by its form only.
SALT = b"$2b$08$kX3yG8sVbPq1oR5tZ7uW9e"


def main():
    print("bcrypt", bcrypt.__version__)
    passwords = {
        "plain": b"correct horse battery staple",
        "empty": b"",
        "unicode": "pässwörd ☕ 密码".encode(),
        "72 bytes": b"x" * 72,
        "with NUL": b"before\0after",
    }
    for name, password in passwords.items():
        hashed = bcrypt.hashpw(password, SALT)
        print(f"{name:10} {hashed.decode()}", bcrypt.checkpw(password, hashed))
        assert hashed.startswith(SALT[:-1])
        assert not bcrypt.checkpw(password + b"?" if len(password) < 72 else b"?", hashed)

    salt = bcrypt.gensalt(rounds=4)
    print("gensalt", salt[:7].decode(), len(salt), salt != bcrypt.gensalt(rounds=4))
    again = bcrypt.hashpw(b"secret", salt)
    print("with it", bcrypt.checkpw(b"secret", again), bcrypt.checkpw(b"Secret", again))

    print("2a", bcrypt.hashpw(b"old", bcrypt.gensalt(4, prefix=b"2a"))[:7].decode())
    for rounds in (4, 6):
        print("kdf", rounds, bcrypt.kdf(b"passphrase", b"sodium", 32, rounds, True).hex())

    bad = [
        lambda: bcrypt.hashpw(b"x", b"no salt at all"),
        lambda: bcrypt.hashpw("text", SALT),
        lambda: bcrypt.hashpw(b"x" * 73, SALT),
        lambda: bcrypt.checkpw(b"x", b"$2b$99$short"),
        lambda: bcrypt.gensalt(rounds=3),
        lambda: bcrypt.gensalt(prefix=b"9z"),
        lambda: bcrypt.kdf(b"", b"salt", 16, 10),
        lambda: bcrypt.kdf(b"password", b"salt", 0, 10),
        lambda: bcrypt.hashpw(b"x"),
    ]
    for number, call in enumerate(bad):
        try:
            print("accepted", number, call())
        except (ValueError, TypeError) as error:
            print("rejected", number, type(error).__name__, error)


main()
