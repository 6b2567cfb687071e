import asyncio
import dataclasses
import logging
import sys
import warnings

import pytest


@dataclasses.dataclass
class Point:
    x: int
    y: int


def norm(p):
    if p.x < 0:
        raise ValueError(f"{p!r} lies to the left")
    return p.x + p.y


@pytest.mark.parametrize("x", range(5))
@pytest.mark.parametrize("y", [0, 7])
def test_norm(x, y):
    assert norm(Point(x, y)) == x + y


def test_norm_of_left_point():
    assert norm(Point(-1, 2)) == 1


def test_points_differ():
    assert Point(1, 2) == Point(1, 3)


def test_raises():
    with pytest.raises(ValueError, match="lies to the left") as caught:
        norm(Point(-1, 0))
    assert caught.value.args == ("Point(x=-1, y=0) lies to the left",)


def test_approx():
    assert 0.1 + 0.2 == pytest.approx(0.3)


@pytest.mark.skip(reason="not today")
def test_skipped():
    raise AssertionError


@pytest.mark.skipif(sys.platform == "linux", reason="not on Linux")
def test_skipped_here():
    raise AssertionError


@pytest.mark.xfail(reason="known")
def test_expected_to_fail():
    assert 1 == 2


@pytest.mark.xfail
def test_passes_unexpectedly():
    pass


def test_output_is_shown(capsys):
    print("to the terminal")
    assert capsys.readouterr().out == "to the terminal\n"


def test_output_of_a_failure():
    print("printed before")
    print("and to stderr", file=sys.stderr)
    logging.getLogger("project").warning("logged %d", 1)
    total = sum(range(10))
    assert total == 46, "the sum"


def test_temporary_directory(tmp_path):
    (tmp_path / "f.txt").write_text("é\n", encoding="utf-8")
    assert (tmp_path / "f.txt").read_bytes() == b"\xc3\xa9\n"


def test_monkeypatch(monkeypatch):
    monkeypatch.setenv("PROJECT", "1")
    monkeypatch.setattr(sys, "maxsize", 5)
    assert sys.maxsize == 5


def test_warns():
    with pytest.warns(DeprecationWarning, match="old"):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_warning_in_the_summary():
    warnings.warn("look here", UserWarning, stacklevel=1)


@pytest.fixture
def broken():
    raise RuntimeError("no such resource")


def test_error_in_a_fixture(broken):
    pass


def test_caplog(caplog):
    with caplog.at_level(logging.INFO):
        logging.info("hello")
    assert caplog.messages == ["hello"]


def test_nested_groups():
    async def fail():
        raise LookupError("in a task")

    async def run():
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())

    with pytest.raises(Exception, match="unhandled errors") as caught:
        asyncio.run(run())
    assert caught.group_contains(LookupError)
