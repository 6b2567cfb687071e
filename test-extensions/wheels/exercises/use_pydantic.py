"""Models: validation, coercion, errors, validators in Python, unions, generics, JSON, schemas."""

import dataclasses
import datetime
import decimal
import enum
import json
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypedDict, TypeVar, Union

import pydantic
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import CoreConfig, SchemaValidator, core_schema, from_json, to_json

T = TypeVar("T")


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Address(BaseModel):
    street: str = Field(min_length=2, max_length=20, pattern=r"^\w")
    number: Annotated[int, Field(gt=0)]
    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)


class Person(BaseModel):
    model_config = ConfigDict(populate_by_name=True, validate_assignment=True, extra="forbid")
    name: str
    age: int = Field(default=0, ge=0, alias="years")
    born: Optional[datetime.datetime] = None
    addresses: list[Address] = []
    favourite: Colour = Colour.RED
    scores: dict[str, float] = Field(default_factory=dict)
    parent: Optional["Person"] = None
    _hidden: int = pydantic.PrivateAttr(default=7)

    @pydantic.field_validator("name")
    @classmethod
    def no_digits(cls, value):
        if any(c.isdigit() for c in value):
            raise ValueError("no digits please")
        return value.title()

    @pydantic.model_validator(mode="after")
    def check(self):
        assert self.name != "Nobody", "must be somebody"
        return self

    @pydantic.computed_field
    @property
    def adult(self) -> bool:
        return self.age >= 18

    @pydantic.field_serializer("born", when_used="json")
    def year(self, born):
        return born and born.year


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"]
    tricks: set[str] = set()


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict, total=False):
    title: str
    year: int


@pydantic.dataclasses.dataclass
class Box:
    width: float
    label: str = dataclasses.field(default="box")


def failing(action):
    try:
        print("no error", action())
    except ValidationError as e:
        print(
            e.error_count(),
            e.title,
            [(x["type"], x["loc"], x["msg"]) for x in e.errors(include_url=False)],
        )


def models():
    p = Person.model_validate(
        {
            "name": "ada lovelace",
            "years": "36",
            "born": "1815-12-10T01:02:03Z",
            "addresses": [{"street": "  Main ", "number": "5"}],
            "favourite": "blue",
            "scores": {"a": 1, "b": "2.5"},
            "parent": {"name": "x"},
        }
    )
    print(
        p,
        p.adult,
        p._hidden,
        p.model_fields_set == set(p.model_dump(exclude={"adult"}, exclude_unset=True)),
    )
    print(
        p.model_dump_json(by_alias=True, exclude_none=True),
        p.model_dump(include={"name", "scores"}),
    )
    known = {"adult": True, "born": True, "parent": {"adult"}}
    print(Person.model_validate_json(p.model_dump_json(exclude=known)).addresses)
    print(
        p.model_copy(update={"age": 3}).age,
        p == p.model_copy(deep=True),
        hash(p.addresses[0]) == hash(Address(street="Main", number=5)),
    )
    failing(lambda: Person(name="r2d2", age=-1, more=1))
    failing(lambda: Person(name="nobody"))
    failing(lambda: setattr(p, "age", "old"))
    failing(lambda: setattr(p.addresses[0], "number", 1))
    failing(
        lambda: Person.model_validate_json(
            '{"name": 5, "addresses": [{"street": "!", "number": 0}, 7]}'
        )
    )
    failing(lambda: Person.model_validate_json('{"name": '))
    try:
        Person()
    except ValidationError as e:
        print(str(e).splitlines()[:3])
    print(json.dumps(Person.model_json_schema(by_alias=True), sort_keys=True))
    print(
        Person.model_construct(name=5).name,
        list(Person.model_fields),
        repr(Person.model_fields["age"]),
    )


def adapters():
    pets = TypeAdapter(list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]])
    print(pets.validate_python([{"kind": "dog", "tricks": ["sit", "sit"]}, {"kind": "cat"}]))
    failing(lambda: pets.validate_json('[{"kind": "cow"}, {}]'))
    print(
        TypeAdapter(Union[int, str, None]).validate_python("5"),
        TypeAdapter(int | str).validate_python(5.0),
    )
    print(
        TypeAdapter(Point).validate_python(["1"]),
        TypeAdapter(Movie).validate_python({"year": "1999"}),
    )
    print(
        TypeAdapter(tuple[int, ...]).validate_json("[1, 2]"),
        TypeAdapter(frozenset[bytes]).validate_python(["a"]),
    )
    print(
        TypeAdapter(decimal.Decimal).validate_python("1.50"),
        TypeAdapter(uuid.UUID).validate_python("0" * 32),
    )
    print(
        TypeAdapter(datetime.timedelta).validate_python("P1DT2H"),
        TypeAdapter(datetime.date).validate_python(0),
    )
    print(
        TypeAdapter(pydantic.HttpUrl).validate_python("HTTP://Exämple.org/a b?q=1").unicode_string()
    )
    for bad in ("not a url", 5):
        failing(lambda: TypeAdapter(pydantic.AnyUrl).validate_python(bad))
    failing(lambda: TypeAdapter(pydantic.StrictInt).validate_python("5"))
    failing(
        lambda: TypeAdapter(
            Annotated[float, Field(multiple_of=0.5, allow_inf_nan=False)]
        ).validate_python("nan")
    )
    failing(lambda: TypeAdapter(dict[int, bool]).validate_python({"x": 1, 2: "maybe"}))
    print(
        Page[int](items=["1", 2], total=2),
        Page[Cat].__name__,
        Box(width="2.5"),
        pydantic.RootModel[list[int]](["1"]).root,
    )
    failing(lambda: Box(width="wide", label=None))

    @pydantic.validate_call
    def repeat(text: str, times: Annotated[int, Field(lt=4)] = 2, *, sep: str = "-") -> str:
        return sep.join([text] * times)

    print(repeat("a"), repeat(b"b", "3", sep="+"))
    failing(lambda: repeat("a", 9, other=1))
    print(pydantic.create_model("Made", a=(int, ...), b=(str, "x"))(a="1"))


def core():
    calls = []

    def around(value, handler, info):
        calls.append((value, info.mode, info.context))
        try:
            return handler(value) * 2
        except ValidationError:
            return -1

    schema = core_schema.with_info_wrap_validator_function(around, core_schema.int_schema())
    validator = SchemaValidator(schema, CoreConfig(title="core"))
    print(validator.validate_python("4", context={"c": 1}), validator.validate_json('"x"'), calls)
    print(validator.isinstance_python("z"), validator.title)
    print(from_json('[1, "é"', allow_partial=True))
    print(to_json({"b": b"x", "d": datetime.date(2024, 2, 29), "s": {1}, "x": Any}, fallback=str))
    try:
        from_json("[1,}")
    except ValueError as e:
        print(e)
    big = [{"id": i, "name": f"n{i}", "tags": ["a"] * (i % 4)} for i in range(300)]
    made = TypeAdapter(list[dict[str, Any] | Movie]).validate_json(json.dumps(big))
    print(len(made), made[7], made == big)


if __name__ == "__main__":
    models()
    adapters()
    core()
