import pytest


def test_sorted(numbers):
    assert sorted(numbers) == [1, 2, 3]


def test_fixture_is_fresh(numbers):
    numbers.append(4)
    assert len(numbers) == 4


def test_container_keeps_items(container, numbers):
    assert sorted(container(numbers)) == [1, 2, 3]


@pytest.mark.parametrize("size", [0, 1, 10, 1000])
def test_length(container, size):
    assert len(container(range(size))) == size


def test_dicts_differ_in_one_value():
    assert {"a": 1, "b": [1, 2], "c": "x"} == {"a": 1, "b": [1, 3], "c": "x"}


def test_long_texts_differ():
    got = "one\ntwo\nthree\nfour\n"
    assert got == "one\ntwo\n3\nfour\n"


class TestResource:
    def test_first(self, resource):
        assert resource[-1] == "opened"

    def test_second(self, resource):
        assert resource == ["opened", "closed", "opened"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, value", [("1", 1), ("-5", -5), ("0x1f", 31), ("0b101", 5), ("1_000", 1000)]
)
def test_int(text, value):
    assert int(text, 0) == value
