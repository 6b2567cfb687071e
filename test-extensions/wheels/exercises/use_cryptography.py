"""Recipes and primitives: Fernet, AEADs, hashes, keys, signatures, certificates, PKCS 12."""

import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, InvalidTag, UnsupportedAlgorithm
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes, hmac, padding, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, x25519
from cryptography.hazmat.primitives.asymmetric import padding as asymmetric
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.x509.oid import NameOID

KEY = bytes(range(32))


def recipes():
    token = Fernet(Fernet.generate_key())
    print(
        token.decrypt(token.encrypt(b"message")), MultiFernet([token]).decrypt(token.encrypt(b"x"))
    )
    fixed = Fernet(b"cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=")
    print(len(fixed.encrypt_at_time(b"hi", 499162800)))


def symmetric():
    print(AESGCM(KEY).encrypt(KEY[:12], b"data", b"header").hex())
    print(
        ChaCha20Poly1305(KEY).decrypt(
            KEY[:12], ChaCha20Poly1305(KEY).encrypt(KEY[:12], b"d", None), None
        )
    )
    pad = padding.PKCS7(128).padder()
    text = pad.update(b"not a whole block") + pad.finalize()
    for mode in (modes.CBC(KEY[:16]), modes.CTR(KEY[:16])):
        one = Cipher(algorithms.AES(KEY), mode).encryptor()
        out = one.update(text) + one.finalize()
        two = Cipher(algorithms.AES(KEY), mode).decryptor()
        print(mode.name, out.hex(), two.update(out) + two.finalize() == text)
    for algorithm in (hashes.SHA256(), hashes.SHA3_384(), hashes.BLAKE2b(64), hashes.SHAKE128(20)):
        digest = hashes.Hash(algorithm)
        digest.update(b"some ")
        copy = digest.copy()
        digest.update(b"data")
        print(algorithm.name, digest.finalize().hex()[:40], copy.finalize().hex()[:16])
    mac = hmac.HMAC(KEY, hashes.SHA256())
    mac.update(b"message")
    print(mac.finalize().hex())
    print(HKDF(hashes.SHA256(), 32, b"salt", b"info").derive(KEY).hex())
    print(PBKDF2HMAC(hashes.SHA256(), 32, b"salt", 1000).derive(b"pw").hex())
    print(Scrypt(b"salt", 32, 16, 2, 1).derive(b"pw").hex())


def asymmetric_keys():
    private = ed25519.Ed25519PrivateKey.from_private_bytes(KEY)
    print(private.sign(b"message").hex(), private.public_key().public_bytes_raw().hex())
    shared = x25519.X25519PrivateKey.from_private_bytes(KEY)
    print(shared.exchange(x25519.X25519PrivateKey.from_private_bytes(KEY[::-1]).public_key()).hex())
    curve = ec.derive_private_key(123456789, ec.SECP256R1())
    print(hex(curve.public_key().public_numbers().x), curve.curve.name, curve.key_size)
    curve.public_key().verify(
        curve.sign(b"m", ec.ECDSA(hashes.SHA256())), b"m", ec.ECDSA(hashes.SHA256())
    )
    pem = curve.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    print(
        pem.decode(),
        serialization.load_pem_private_key(pem, None).private_numbers() == curve.private_numbers(),
    )
    key = rsa.generate_private_key(65537, 2048)
    scheme = asymmetric.PSS(asymmetric.MGF1(hashes.SHA256()), asymmetric.PSS.MAX_LENGTH)
    signature = key.sign(b"message", scheme, hashes.SHA256())
    key.public_key().verify(signature, b"message", scheme, hashes.SHA256())
    oaep = asymmetric.OAEP(asymmetric.MGF1(hashes.SHA1()), hashes.SHA1(), None)
    print(
        key.decrypt(key.public_key().encrypt(b"secret", oaep), oaep), key.key_size, len(signature)
    )
    return private


def certificates(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "example.org")])
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
    names = [x509.DNSName("example.org"), x509.DNSName("*.example.org")]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(4711)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=90))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=1), critical=True)
        .sign(key, None)
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    again = x509.load_pem_x509_certificate(pem)
    print(
        again == made,
        again.serial_number,
        again.subject.rfc4514_string(),
        again.not_valid_after_utc,
    )
    for extension in again.extensions:
        print(extension.oid.dotted_string, extension.critical, extension.value)
    print(again.fingerprint(hashes.SHA256()).hex(), again.signature_algorithm_oid)
    again.verify_directly_issued_by(again)


def main():
    recipes()
    symmetric()
    certificates(asymmetric_keys())
    for call in (
        lambda: Fernet(b"short"),
        lambda: Fernet(Fernet.generate_key()).decrypt(b"nonsense"),
        lambda: AESGCM(KEY).decrypt(KEY[:12], b"x" * 20, None),
        lambda: AESGCM(b"short"),
        lambda: algorithms.AES(b"short"),
        lambda: (
            ed25519.Ed25519PrivateKey.from_private_bytes(KEY).public_key().verify(b"x" * 64, b"m")
        ),
        lambda: serialization.load_pem_private_key(b"no key", None),
        lambda: x509.load_der_x509_certificate(b"\x30\x03"),
        lambda: hashes.Hash("sha256"),
        lambda: rsa.generate_private_key(3, 100),
        lambda: ec.derive_private_key(0, ec.SECP256R1()),
    ):
        try:
            print("accepted", call())
        except (
            ValueError,
            TypeError,
            InvalidTag,
            InvalidToken,
            InvalidSignature,
            UnsupportedAlgorithm,
        ) as error:
            print("rejected", type(error).__name__, str(error).splitlines()[:1])


main()
