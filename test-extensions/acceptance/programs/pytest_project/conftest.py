import pytest


@pytest.fixture(scope="session")
def started():
    return []


@pytest.fixture
def numbers():
    return [3, 1, 2]


@pytest.fixture(params=["list", "tuple", "set"])
def container(request):
    return {"list": list, "tuple": tuple, "set": set}[request.param]


@pytest.fixture
def resource(started):
    started.append("opened")
    yield started
    started.append("closed")


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes longer than the others")
