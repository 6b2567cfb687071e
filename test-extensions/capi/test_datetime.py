"""datetime.h: the capsule, the macros that read memory, types derived in C."""

import datetime
import gc
import pickle
import unittest
from datetime import UTC, timedelta, timezone, tzinfo

import capi_datetime as capi


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(0)


class Date(datetime.date):
    pass


class Moment(datetime.datetime):
    extra = 1


class Fields(unittest.TestCase):
    def test_date(self):
        self.assertEqual(capi.date_fields(datetime.date(2024, 2, 29)), (2024, 2, 29, 1))
        self.assertEqual(capi.date_fields(Date(9999, 12, 31)), (9999, 12, 31, 0))
        self.assertEqual(capi.date_fields(datetime.datetime(1, 1, 1)), (1, 1, 1, 0))
        self.assertIsNone(capi.date_fields(3))

    def test_datetime(self):
        dt = datetime.datetime(2024, 2, 29, 23, 58, 57, 123456)
        expected = (2024, 2, 29, 23, 58, 57, 123456)
        self.assertEqual(capi.datetime_fields(dt), (*expected, 0, None, 1))
        zone = Zone()
        dt = Moment(2024, 2, 29, 23, 58, 57, 123456, zone, fold=1)
        for _ in range(3):
            self.assertEqual(capi.datetime_fields(dt), (*expected, 1, zone, 0))
            self.assertIs(capi.datetime_fields(dt)[8], zone)
            gc.collect()
        self.assertIsNone(capi.datetime_fields(datetime.date(1, 1, 1)))

    def test_zone_that_only_the_datetime_keeps(self):
        dt = datetime.datetime(2024, 1, 1, tzinfo=Zone())
        for _ in range(3):
            capi.datetime_fields(dt)
            gc.collect()
        self.assertIsInstance(capi.datetime_fields(dt)[8], Zone)

    def test_time(self):
        t = datetime.time(1, 2, 3, 4, fold=1)
        self.assertEqual(capi.time_fields(t), (1, 2, 3, 4, 1, None, 1))
        t = datetime.time(23, 59, 59, 999999, UTC)
        self.assertEqual(capi.time_fields(t), (23, 59, 59, 999999, 0, UTC, 1))

    def test_delta(self):
        self.assertEqual(capi.delta_fields(timedelta(-3, 5, 7)), (-3, 5, 7, 1))
        self.assertEqual(capi.delta_fields(timedelta.max), (999999999, 86399, 999999, 1))

    def test_tzinfo(self):
        self.assertEqual(capi.is_tzinfo(tzinfo()), (1, 1))
        self.assertEqual(capi.is_tzinfo(UTC), (1, 0))
        self.assertEqual(capi.is_tzinfo(None), (0, 0))


class Making(unittest.TestCase):
    def test_date(self):
        self.assertEqual(capi.make_date(2020, 1, 2), datetime.date(2020, 1, 2))
        made = capi.make_date(2020, 1, 2, Date)
        self.assertIs(type(made), Date)
        self.assertEqual(repr(made), "Date(2020, 1, 2)")
        with self.assertRaisesRegex(ValueError, "month must be in 1..12, not 13"):
            capi.make_date(2020, 13, 1)

    def test_datetime(self):
        made = capi.make_datetime(2020, 1, 2, 3, 4, 5, 6, UTC, 1)
        self.assertEqual(made, datetime.datetime(2020, 1, 2, 3, 4, 5, 6, UTC))
        self.assertEqual(made.fold, 1)
        self.assertIs(made.tzinfo, UTC)
        self.assertIs(type(capi.make_datetime(1, 1, 1, 0, 0, 0, 0, None, 0, Moment)), Moment)
        with self.assertRaisesRegex(TypeError, "tzinfo argument must be None or of a tzinfo"):
            capi.make_datetime(2020, 1, 2, 3, 4, 5, 6, 7)

    def test_others(self):
        self.assertEqual(capi.make_time(1, 2, 3, 4), datetime.time(1, 2, 3, 4))
        self.assertEqual(capi.make_delta(1, 86400, -1, 1), timedelta(1, 86400, -1))
        self.assertEqual(capi.make_delta(1, 2, 3, 0), timedelta(1, 2, 3))
        self.assertIs(capi.utc(), UTC)
        self.assertIs(capi.make_timezone(timedelta(0)), UTC)
        zone = capi.make_timezone(timedelta(hours=1), "X")
        self.assertEqual(zone, timezone(timedelta(hours=1)))
        self.assertEqual(str(zone), "X")
        with self.assertRaisesRegex(ValueError, "strictly between"):
            capi.make_timezone(timedelta(1))

    def test_timestamps(self):
        utc = datetime.datetime.fromtimestamp(5, UTC)
        self.assertEqual(capi.from_timestamp(5, UTC), utc)
        self.assertEqual(capi.date_from_timestamp(5), datetime.date.fromtimestamp(5))


class Derived(unittest.TestCase):
    def test_fields(self):
        s = capi.Stamp(2020, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
        self.assertEqual(s.nanosecond, 678901007)
        self.assertEqual((s.year, s.microsecond, s.tzinfo), (2020, 678901, UTC))
        self.assertEqual(s, datetime.datetime(2020, 1, 2, 3, 4, 5, 678901, UTC))
        self.assertEqual(capi.datetime_fields(s)[:7], (2020, 1, 2, 3, 4, 5, 678901))

    def test_arithmetic_keeps_the_type(self):
        s = capi.Stamp(2020, 1, 2) + timedelta(1, 0, 5)
        self.assertIs(type(s), capi.Stamp)
        self.assertEqual(s.nanosecond, 5007)
        self.assertEqual(capi.Stamp(2020, 1, 2).replace(fold=1).fold, 1)
        self.assertEqual(capi.datetime_fields(capi.Stamp(2020, 1, 2).replace(fold=1))[7], 1)

    def test_class_of_python(self):
        class Sub(capi.Stamp):
            def double(self):
                return self.nanosecond * 2

        s = Sub(2020, 1, 2, microsecond=1)
        self.assertEqual(s.double(), 2014)
        self.assertEqual(capi.Stamp.__basicsize__, datetime.datetime.__basicsize__ + 8)

    def test_pickle(self):
        s = pickle.loads(pickle.dumps(capi.Stamp(2020, 1, 2, microsecond=3)))
        self.assertIs(type(s), capi.Stamp)
        self.assertEqual((s.day, s.microsecond, s.nanosecond), (2, 3, 3007))

    def test_many(self):
        kept = [capi.Stamp(2020, 1, 1 + i % 28, microsecond=i) for i in range(2000)]
        gc.collect()
        self.assertEqual([s.nanosecond for s in kept[:3]], [7, 1007, 2007])
        self.assertEqual(pickle.loads(pickle.dumps(kept[5].date())), kept[5].date())


if __name__ == "__main__":
    unittest.main()
