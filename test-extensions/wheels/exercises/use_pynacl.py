"""Boxes, signatures, hashes and passwords of libsodium, with fixed keys."""

from nacl import bindings, encoding, exceptions, hash, hashlib, pwhash, secret, utils
from nacl.public import Box, PrivateKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

NONCE = bytes(range(24))


def main():
    alice, bob = PrivateKey(bytes(range(32))), PrivateKey(bytes(range(32, 64)))
    print(alice.public_key.encode(encoding.HexEncoder), alice == PrivateKey(bytes(range(32))))
    box = Box(alice, bob.public_key)
    sealed = box.encrypt(b"for Bob only", NONCE)
    print(sealed.hex(), sealed.nonce == NONCE, Box(bob, alice.public_key).decrypt(sealed))
    print(
        box.shared_key().hex(), SealedBox(bob).decrypt(SealedBox(bob.public_key).encrypt(b"anon"))
    )
    locked = secret.SecretBox(b"k" * 32).encrypt(b"text" * 20, NONCE, encoding.Base64Encoder)
    print(locked, secret.SecretBox(b"k" * 32).decrypt(locked, encoder=encoding.Base64Encoder)[:8])
    aead = secret.Aead(b"a" * 32)
    print(aead.decrypt(aead.encrypt(b"message", b"header", NONCE), b"header"))
    key = SigningKey(b"s" * 32)
    signed = key.sign(b"signed text")
    print(signed.signature.hex(), key.verify_key.verify(signed), len(signed))
    print(VerifyKey(bytes(key.verify_key)).verify(signed.message, signed.signature))
    print(key.to_curve25519_private_key().public_key.encode(encoding.HexEncoder))
    for name in ("sha256", "sha512", "blake2b"):
        print(name, getattr(hash, name)(b"data"))
    print(hash.blake2b(b"data", 16, b"key", b"salt", b"person"), hash.siphash24(b"x", b"k" * 16))
    print(hashlib.scrypt(b"pw", salt=b"salt", n=16, r=2, p=1).hex()[:32])
    derived = pwhash.argon2id.kdf(32, b"pw", b"s" * 16, opslimit=1, memlimit=8192)
    print(derived.hex(), pwhash.verify(pwhash.argon2id.str(b"pw", 1, 8192), b"pw"))
    print(len(utils.random(20)), utils.randombytes_deterministic(8, b"d" * 32).hex())
    print(
        bindings.crypto_scalarmult_base(b"\1" * 32).hex(),
        bindings.crypto_kx_seed_keypair(b"e" * 32)[0].hex(),
    )
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, b"k" * 32)
    part = bindings.crypto_secretstream_xchacha20poly1305_push(state, b"one")
    other = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(other, header, b"k" * 32)
    print(bindings.crypto_secretstream_xchacha20poly1305_pull(other, part))
    broken = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for call in (
        lambda: Box(bob, alice.public_key).decrypt(broken),
        lambda: key.verify_key.verify(b"x" + bytes(signed)),
        lambda: PrivateKey(b"short"),
        lambda: secret.SecretBox("text"),
        lambda: box.encrypt(b"x", b"short nonce"),
        lambda: VerifyKey(b""),
        lambda: pwhash.argon2id.kdf(32, b"pw", b"short"),
        lambda: hash.blake2b(b"x", digest_size=99),
        lambda: bindings.crypto_box(b"m", b"n", b"p", b"s"),
    ):
        try:
            print("accepted", call())
        except exceptions.CryptoError as error:
            print("rejected", type(error).__name__, error)


main()
