"""Structs, JSON and MessagePack: encoding, decoding by type, errors, hooks, constraints."""

import dataclasses
import datetime
import decimal
import enum
import gc
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypedDict, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field, json, msgpack

T = TypeVar("T")


class Kind(enum.Enum):
    A = "a"
    B = "b"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Node(Struct, frozen=True, order=True):
    value: int
    next: "Node | None" = None


class User(Struct, omit_defaults=True, rename="camel", forbid_unknown_fields=True):
    first_name: str
    age: Annotated[int, Meta(ge=0, lt=150)] = 0
    tags: set[str] = set()
    born: datetime.date | None = None
    kind: Kind = Kind.A
    note: str | UnsetType = UNSET
    made: list[int] = field(default_factory=list)


class Get(Struct, tag="get", array_like=True):
    key: str


class Put(Struct, tag="put", array_like=True):
    key: str
    value: Any = None


class Pair(Struct, Generic[T], kw_only=True, weakref=True):
    left: T
    right: T

    def __post_init__(self):
        if self.left is None:
            raise ValueError("nothing on the left")


class Point(NamedTuple):
    x: int
    y: float = 0.5


class Movie(TypedDict, total=False):
    title: str


@dataclasses.dataclass
class Box:
    width: decimal.Decimal
    id: uuid.UUID | None = None


def failing(action):
    try:
        print("no error", action())
    except (msgspec.MsgspecError, ArithmeticError, AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


def structs():
    u = User("Ada", 36, {"x"})
    print(
        u,
        u == User("Ada", 36, {"x"}),
        msgspec.structs.asdict(u),
        msgspec.structs.replace(u, age=1).age,
    )
    print(User.__struct_fields__, User.__match_args__, User.__struct_encode_fields__, repr(u.note))
    a, b = Node(1), Node(1, Node(2))
    print(hash(a) == hash(Node(1)), a < Node(2), b.next.value, {a: 1}[Node(1)], gc.is_tracked(b))
    failing(lambda: setattr(a, "value", 2))
    failing(lambda: User())
    failing(lambda: User("x", 1, more=2))
    failing(lambda: Pair(left=None, right=1))
    p = Pair(left=1, right="x")
    made = msgspec.defstruct("Made", ["a", ("b", int), ("c", int, 5)], bases=(Pair,), kw_only=True)
    print(
        made(left=1, right=2, a=0, b=1),
        [f.name for f in msgspec.structs.fields(made)],
        made.__mro__[1].__name__,
    )
    u.tags.add("y")
    print(User("z").tags, u.__rich_repr__() is not None, msgspec.structs.astuple(p))


def encoding():
    u = User("Ada", 36, born=datetime.date(2024, 2, 29), kind=Kind.B, note="é\n")
    print(json.encode(u), msgpack.encode(u), json.decode(json.encode(u), type=User) == u)
    values = [
        None,
        True,
        2**63,
        -5,
        1.5,
        float("inf"),
        "ü\u2028",
        b"bin",
        (1, 2),
        {3: 4},
        Level.HIGH,
        Kind.A,
        datetime.datetime(2024, 2, 29, 1, 2, 3, 40, datetime.UTC),
        datetime.timedelta(days=1, seconds=2),
        uuid.UUID(int=5),
        decimal.Decimal("1.50"),
        Box(decimal.Decimal(2)),
        Point(1),
        {"k"},
    ]
    for value in values:
        print(json.encode(value), msgpack.encode(value))
    print(
        json.encode({"b": 1, "a": {2, 1}}, order="sorted"),
        json.format(b'{"a":[1,{}]}', indent=2).decode(),
    )
    failing(lambda: json.encode(object()))
    failing(lambda: msgpack.encode(2**65))
    encoder = json.Encoder(
        enc_hook=lambda o: [o.real, o.imag], decimal_format="number", uuid_format="hex"
    )
    print(
        encoder.encode([1j, decimal.Decimal("2.50"), uuid.UUID(int=1)]),
        encoder.encode_lines([1, {"a": 2}]),
    )
    buffer = bytearray(b"start")
    encoder.encode_into([1, 2], buffer, -1)
    print(
        buffer,
        msgpack.Ext(5, b"x").data,
        msgspec.to_builtins(u, str_keys=True),
        msgspec.yaml is not None,
    )


def decoding():
    print(json.decode(b'{"a": [1, 2.5, "\\ud83d\\ude00", null]}'))
    either = json.Decoder(Get | Put)
    print(either.decode('["get", "a"]'), either.decode('["put", "a", {"b": 1}]'))
    print(
        json.decode("[1, 2]", type=Point),
        json.decode('{"title": "x"}', type=Movie),
        json.decode('"a"', type=Literal["a", "b"]),
    )
    print(
        json.decode('{"left": 1, "right": 2}', type=Pair[int]),
        json.decode('{"width": "1.5"}', type=Box),
    )
    print(
        json.decode('{"1": 2}', type=dict[Level, float]),
        json.decode('"2024-02-29T01:02:03Z"', type=datetime.datetime),
    )
    print(
        json.Decoder(int).decode_lines("1\n2\n"),
        msgspec.convert({"width": 1}, Box),
        msgspec.convert("5", int, strict=False),
    )
    for text, kind in (
        ('{"firstName": 1}', User),
        ('{"firstName": "a", "age": 150}', User),
        ("{}", User),
        ('{"firstName": "a", "x": 1}', User),
        ('["nope", 1]', Get | Put),
        ('[1, [2, 3, "x"]]', tuple[int, list[int]]),
        ('{"a": {"b": [true]}}', dict[str, dict[str, list[int]]]),
        ("3", Level),
        ('"c"', Kind),
        ('{"title": 1}', Movie),
        ("[1", Any),
        ("nul", Any),
        ('"\\x"', Any),
        ("1 2", Any),
        (b'"\xff"', str),
        ("1.5", int),
        ('"x"', Annotated[str, Meta(min_length=2)]),
        ('"2024-13-01"', datetime.date),
        ('"zz"', uuid.UUID),
    ):
        failing(lambda: json.decode(text, type=kind))
    failing(lambda: msgpack.decode(b"\x92\x01"))
    failing(lambda: json.decode("[1]", type=dict[list, int] | list[str] | Struct))
    print(msgpack.decode(msgpack.encode({"a": [1, b"x"]}), type=dict[str, tuple[int, bytes]]))
    print(
        msgpack.decode(
            msgpack.encode(msgpack.Ext(3, b"ab")), ext_hook=lambda code, data: (code, bytes(data))
        )
    )
    print(
        json.decode('"1+2j"', type=complex, dec_hook=lambda kind, o: kind(o)),
        bytes(json.decode(b'{"b": [1]}', type=dict[str, msgspec.Raw])["b"]),
    )
    print(
        msgspec.json.schema(User)["$defs"]["User"]["properties"].keys(),
        msgspec.inspect.type_info(list[int]),
    )
    big = [{"firstName": f"n{i}", "age": i % 100, "tags": ["t"] * (i % 3)} for i in range(500)]
    users = json.decode(json.encode(big), type=list[User])
    print(
        len(users),
        users[7],
        sum(u.age for u in users),
        json.decode(json.encode(users))
        == [{k: sorted(set(v)) if k == "tags" else v for k, v in u.items() if v} for u in big],
    )


if __name__ == "__main__":
    structs()
    encoding()
    decoding()
