"""Where satellites are, from their two-line elements: C++ types and arrays by their buffers."""

from array import array

from sgp4 import exporter, omm
from sgp4.api import SGP4_ERRORS, WGS72, WGS84, Satrec, SatrecArray, accelerated, days2mdhms, jday
from sgp4.conveniences import sat_epoch_datetime

ISS = (
    "1 25544U 98067A   19343.69339541  .00001764  00000-0  38792-4 0  9991",
    "2 25544  51.6439 211.2001 0007417  17.6667  85.6398 15.50103472202482",
)
HUBBLE = (
    "1 20580U 90037B   19342.88042116  .00000361  00000-0  11007-4 0  9996",
    "2 20580  28.4682 146.6676 0002639 185.9222 322.7238 15.09309432427086",
)


class Vector(array):
    """What sgp4 asks of its arrays (a shape, a type, memory), without NumPy."""

    CODES = {"float64": "d", "uint8": "B"}

    def __new__(cls, shape, dtype):
        count = 1
        for length in shape:
            count *= length
        code = cls.CODES[dtype]
        vector = super().__new__(cls, code, bytes(count * array(code).itemsize))
        vector.shape = tuple(shape)
        return vector

    @classmethod
    def of(cls, *numbers):
        vector = cls((len(numbers),), "float64")
        vector[:] = array("d", numbers)
        return vector

    def astype(self, dtype, copy):
        assert dtype == "float64" and self.typecode == "d" and not copy
        return self


def triples(vector):
    return [[f"{x:.6f}" for x in vector[i : i + 3]] for i in range(0, len(vector), 3)]


def main():
    print("accelerated:", accelerated)
    satellite = Satrec.twoline2rv(*ISS)
    print(
        satellite.satnum,
        satellite.classification,
        satellite.intldesg,
        satellite.epochyr,
        satellite.epochdays,
        satellite.jdsatepoch,
        satellite.jdsatepochF,
    )
    print(satellite.bstar, satellite.inclo, satellite.ecco, satellite.no_kozai, satellite.a)

    jd, fr = jday(2019, 12, 9, 20, 42, 0)
    print("jday", jd, fr)
    error, position, velocity = satellite.sgp4(jd, fr)
    print(error, position, velocity)
    # The figures that its documentation gives.
    documented = (-6088.92, -936.13, -2866.44), (-1.525, -5.538, 5.068)
    for got, expected, digits in zip((position, velocity), documented, (0.01, 0.001)):
        assert all(abs(a - b) < digits for a, b in zip(got, expected)), (got, expected)

    days = [2458826.0] * 4
    fractions = [0.0001, 0.0002, 0.0003, 0.0004]
    e, r, v = satellite.sgp4_array(Vector.of(*days), Vector.of(*fractions))
    print(list(e), *triples(r), *triples(v), sep="\n  ")
    assert abs(r[0] - -3431.31) < 0.01 and abs(r[1] - 2620.15) < 0.01

    hubble = Satrec.twoline2rv(*HUBBLE, WGS84)
    both = SatrecArray([satellite, hubble])
    e, r, v = both.sgp4(Vector.of(*days), Vector.of(*fractions))
    print(len(both), list(e), r.shape, *triples(r), *triples(v), sep="\n  ")

    checksum = 0.0
    for minute in range(20000):
        error, (x, y, z), _ = satellite.sgp4(jd, fr + minute / 1440.0)
        checksum += x - y + z + error
    print(f"20000 minutes: {checksum:.6f}")

    print(days2mdhms(19, 343.69339541), sat_epoch_datetime(satellite).isoformat())
    print(exporter.export_tle(satellite) == ISS)
    fields = exporter.export_omm(satellite, "ISS (ZARYA)")
    print(fields["MEAN_MOTION"], fields["EPOCH"])
    rebuilt = Satrec()
    omm.initialize(rebuilt, {key: str(value) for key, value in fields.items()})
    print("through OMM:", rebuilt.sgp4(jd, fr)[1])

    made = Satrec()
    made.sgp4init(
        WGS72,
        "i",
        5,
        18441.785,
        2.8098e-05,
        6.969196665e-13,
        0.0,
        0.1859667,
        5.7904160274885,
        0.5980929187319,
        0.3373093125574,
        0.0472294454407,
        6.0863854713832,
    )
    print("sgp4init:", made.sgp4_tsince(0.0))
    decayed = Satrec.twoline2rv(*HUBBLE)
    code = decayed.sgp4(jd + 100000.0, fr)[0]
    print("far future:", code, SGP4_ERRORS.get(code))

    for call in (
        lambda: Satrec.twoline2rv("1 25544", 5),
        lambda: satellite.sgp4("now", 0.0),
        lambda: satellite.sgp4(jd),
        lambda: SatrecArray([1, 2]),
        lambda: satellite._sgp4(array("d", [1.0]), [2.0], bytearray(1), array("d", [0.0] * 3)),
        lambda: satellite.nothing,
    ):
        try:
            print("accepted", call())
        except (TypeError, ValueError, AttributeError) as problem:
            print("rejected", type(problem).__name__, problem)


main()
