"""Integers, rationals and reals of any precision; number theory, contexts, errors."""

import pickle

import gmpy2
from gmpy2 import mpc, mpfr, mpq, mpz


def main():
    a, b = mpz(2) ** 200 + 1, mpz("123456789012345678901234567890")
    print(a * b, a // b, a % b, a & b, a << 3, -a, int(b), hash(b) == hash(int(b)), f"{b:x}")
    print(divmod(b, 97), gmpy2.gcd(a, b), gmpy2.gcdext(48, 18), gmpy2.invert(3, 11))
    print(gmpy2.is_prime(2**61 - 1), gmpy2.next_prime(10**20), gmpy2.powmod(3, 10**9, 10**9 + 7))
    print(gmpy2.fac(30), gmpy2.bincoef(100, 50), gmpy2.fib(200), gmpy2.isqrt(b), gmpy2.iroot(b, 3))
    print(a.bit_length(), a.digits(36), b.num_digits(), gmpy2.popcount(b), b.bit_scan1(1))
    q = mpq(22, 7) + mpq("1/3") - 1
    print(q, q.numerator, q.denominator, float(q), q**-2, mpq(0.125))
    with gmpy2.context(precision=200) as context:
        print(gmpy2.sqrt(mpfr(2)), gmpy2.const_pi(), context.precision)
        print(gmpy2.exp(1), gmpy2.sin(mpfr("0.5")), gmpy2.gamma(mpfr(7.5)))
    with gmpy2.context(round=gmpy2.RoundUp):
        print(mpfr(1) / 3, f"{mpfr(1) / 3:.10f}")
    print(mpc(1, 2) * mpc("3-4j"), abs(mpc(3, 4)), mpfr("nan"), mpfr("-inf"))
    print([pickle.loads(pickle.dumps(v)) == v for v in (a, q, mpfr("1.5"), mpc(1, 2))])
    print(sum(mpz(i) ** 3 for i in range(1000)), sorted([mpz(3), 1, mpq(5, 2), 2.25]))
    state = gmpy2.random_state(42)
    print([gmpy2.mpz_random(state, 10**6) for _ in range(3)])
    for call in (
        lambda: mpz("12x"),
        lambda: mpz(1) // 0,
        lambda: gmpy2.invert(2, 4),
        lambda: mpz(2) ** -1,
        lambda: mpq(1, 0),
        lambda: gmpy2.fac(-1),
        lambda: mpz([]),
        lambda: mpz("10", 99),
        lambda: gmpy2.sqrt("2"),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
