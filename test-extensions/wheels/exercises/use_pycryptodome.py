"""Ciphers with and without authentication, hashes, key derivation, keys, signatures, secrets."""

import hashlib

from Crypto.Cipher import (
    AES,
    ARC4,
    DES3,
    PKCS1_OAEP,
    Blowfish,
    ChaCha20,
    ChaCha20_Poly1305,
    Salsa20,
)
from Crypto.Hash import (
    CMAC,
    HMAC,
    KMAC128,
    MD5,
    RIPEMD160,
    SHA1,
    SHA3_256,
    SHA256,
    SHA512,
    SHAKE128,
    BLAKE2b,
    Poly1305,
    TupleHash128,
    keccak,
)
from Crypto.Protocol.KDF import HKDF, PBKDF2, bcrypt, bcrypt_check, scrypt
from Crypto.Protocol.SecretSharing import Shamir
from Crypto.PublicKey import DSA, ECC, RSA
from Crypto.Random import get_random_bytes
from Crypto.Random.random import randint, sample, shuffle
from Crypto.Signature import DSS, eddsa, pkcs1_15, pss
from Crypto.Util import Counter, Padding, number, strxor

KEY, NONCE = bytes(range(32)), bytes(range(12))
TEXT = b"The quick brown fox jumps over the lazy dog" * 3


def show_ciphers():
    for mode in (AES.MODE_ECB, AES.MODE_CBC, AES.MODE_CFB, AES.MODE_OFB):
        extra = {} if mode == AES.MODE_ECB else {"iv": KEY[:16]}
        data = AES.new(KEY, mode, **extra).encrypt(Padding.pad(TEXT, 16))
        back = Padding.unpad(AES.new(KEY, mode, **extra).decrypt(data), 16)
        print(mode, data[-8:].hex(), back == TEXT)
    print(AES.new(KEY, AES.MODE_CTR, counter=Counter.new(128)).encrypt(TEXT)[:16].hex())
    for mode in (AES.MODE_GCM, AES.MODE_EAX, AES.MODE_CCM, AES.MODE_OCB, AES.MODE_SIV):
        cipher = AES.new(KEY, mode, nonce=NONCE)
        cipher.update(b"header")
        data, tag = cipher.encrypt_and_digest(TEXT)
        reader = AES.new(KEY, mode, nonce=NONCE)
        reader.update(b"header")
        print(mode, data[:8].hex(), tag.hex(), reader.decrypt_and_verify(data, tag) == TEXT)
    box = ChaCha20_Poly1305.new(key=KEY, nonce=NONCE)
    print([part[:8].hex() for part in box.encrypt_and_digest(TEXT)])
    print(ChaCha20.new(key=KEY, nonce=NONCE[:8]).encrypt(TEXT)[:8].hex())
    print(Salsa20.new(key=KEY, nonce=NONCE[:8]).encrypt(TEXT)[:8].hex())
    print(ARC4.new(KEY).encrypt(TEXT)[:8].hex())
    print(DES3.new(KEY[:24], DES3.MODE_CBC, iv=NONCE[:8]).encrypt(TEXT[:64])[:8].hex())
    print(Blowfish.new(KEY, Blowfish.MODE_ECB).encrypt(TEXT[:64])[:8].hex())
    out = bytearray(len(TEXT))
    AES.new(KEY, AES.MODE_CTR, nonce=NONCE).encrypt(memoryview(TEXT), output=out)
    print(bytes(out[:8]).hex(), strxor.strxor(b"abc", b"xyz"), strxor.strxor_c(b"abc", 7))


def show_hashes():
    for module in (MD5, SHA1, SHA256, SHA512, SHA3_256, RIPEMD160):
        print(module.__name__, module.new(TEXT).hexdigest()[:32])
    print(SHA256.new(TEXT).digest() == hashlib.sha256(TEXT).digest())
    print(BLAKE2b.new(data=TEXT, key=KEY, digest_bits=256).hexdigest()[:32])
    print(
        SHAKE128.new(TEXT).read(20).hex(), keccak.new(digest_bits=256, data=TEXT).hexdigest()[:16]
    )
    print(HMAC.new(KEY, TEXT, SHA256).hexdigest()[:32], CMAC.new(KEY, TEXT, AES).hexdigest())
    print(KMAC128.new(key=KEY, data=TEXT, mac_len=16).hexdigest())
    print(TupleHash128.new(digest_bytes=16).update(b"a").update(b"bc").hexdigest())
    print(Poly1305.new(key=KEY, cipher=AES, nonce=KEY[:16], data=TEXT).hexdigest())
    copied = SHA256.new(b"one")
    other = copied.copy()
    other.update(b"two")
    print(copied.hexdigest()[:8], other.hexdigest()[:8])
    print(PBKDF2("password", KEY[:8], 32, count=1000, hmac_hash_module=SHA512).hex())
    print(scrypt("password", "salt", 16, N=1024, r=8, p=1).hex())
    print(HKDF(KEY, 16, b"salt", SHA256, 2)[1].hex())
    hashed = bcrypt(b"password", 5, KEY[:16])
    print(hashed, bcrypt_check(b"password", hashed))


def show_keys():
    key = RSA.generate(1024)
    public = RSA.import_key(key.public_key().export_key())
    print(public.n == key.n, public.has_private(), public.e, key.size_in_bits())
    digest = SHA256.new(TEXT)
    pkcs1_15.new(public).verify(digest, pkcs1_15.new(key).sign(digest))
    pss.new(public).verify(digest, pss.new(key).sign(digest))
    sealed = PKCS1_OAEP.new(public).encrypt(b"secret")
    print(len(sealed), PKCS1_OAEP.new(key).decrypt(sealed))
    pem = key.export_key(passphrase="x", pkcs=8, protection="PBKDF2WithHMAC-SHA1AndAES128-CBC")
    print(pem.splitlines()[0], RSA.import_key(pem, "x") == key)
    curve = ECC.construct(curve="P-256", d=123456789)
    print(curve.pointQ.x, curve.public_key().export_key(format="OpenSSH"))
    signature = DSS.new(curve, "deterministic-rfc6979").sign(digest)
    DSS.new(curve.public_key(), "fips-186-3").verify(digest, signature)
    print(signature.hex())
    edwards = ECC.construct(curve="Ed25519", seed=KEY)
    signature = eddsa.new(edwards, "rfc8032").sign(TEXT)
    eddsa.new(edwards.public_key(), "rfc8032").verify(TEXT, signature)
    print(signature.hex(), (curve.pointQ * 3 + curve.pointQ).y)
    print(DSA.import_key(DSA.construct((3, 4, 23, 11), False).export_key()).p)


def show_numbers():
    print(number.isPrime(2**127 - 1), number.isPrime(2**127 + 1), number.inverse(3, 1000))
    print(number.bytes_to_long(b"\x01\x00"), number.long_to_bytes(2**70), number.GCD(12, 18))
    print(number.size(number.getPrime(128)), len(get_random_bytes(7)), 3 <= randint(3, 5) <= 5)
    deck = list(range(20))
    shuffle(deck)
    print(sorted(deck) == list(range(20)), len(sample(deck, 3)))
    shares = Shamir.split(2, 3, KEY[:16])
    print(Shamir.combine(shares[1:]) == KEY[:16])


def show_errors():
    cipher = AES.new(KEY, AES.MODE_GCM, nonce=NONCE)
    for call in (
        lambda: AES.new(b"short", AES.MODE_ECB),
        lambda: AES.new(KEY, 99),
        lambda: AES.new(KEY, AES.MODE_CBC, iv=b"x"),
        lambda: AES.new(KEY, AES.MODE_ECB).encrypt(b"not a block"),
        lambda: AES.new(KEY, AES.MODE_ECB).encrypt("text"),
        lambda: cipher.decrypt_and_verify(b"data", bytes(16)),
        lambda: Padding.unpad(b"x" * 16, 16),
        lambda: strxor.strxor(b"a", b"bc"),
        lambda: RSA.import_key("nothing"),
        lambda: ECC.construct(curve="P-256", point_x=1, point_y=1),
        lambda: pkcs1_15.new(RSA.construct((3233, 17))).verify(SHA256.new(b""), b"x"),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


def main():
    show_ciphers()
    show_hashes()
    show_keys()
    show_numbers()
    show_errors()


main()
