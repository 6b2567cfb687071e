"""Tables and classes over sqlite: queries, joins, sessions, events, errors, compiled helpers."""

import asyncio
import datetime
import decimal

import sqlalchemy as sa
from sqlalchemy import event, exc, func, orm, select
from sqlalchemy.engine import result


class Base(orm.DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    name: orm.Mapped[str] = orm.mapped_column(sa.String(30), unique=True)
    books: orm.Mapped[list["Book"]] = orm.relationship(
        back_populates="author", cascade="all, delete-orphan"
    )

    def __repr__(self):
        return f"Author({self.name!r})"


link = sa.Table(
    "book_tag",
    Base.metadata,
    sa.Column("book_id", sa.ForeignKey("book.id"), primary_key=True),
    sa.Column("tag_id", sa.ForeignKey("tag.id"), primary_key=True),
)


class Book(Base):
    __tablename__ = "book"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    title: orm.Mapped[str]
    price: orm.Mapped[decimal.Decimal] = orm.mapped_column(sa.Numeric(8, 2))
    printed: orm.Mapped[datetime.date | None]
    author_id: orm.Mapped[int] = orm.mapped_column(sa.ForeignKey("author.id"))
    author: orm.Mapped[Author] = orm.relationship(back_populates="books")
    tags: orm.Mapped[set["Tag"]] = orm.relationship(secondary=link)

    @orm.validates("title")
    def not_empty(self, key, value):
        if not value:
            raise ValueError(f"{key} is empty")
        return value


class Tag(Base):
    __tablename__ = "tag"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    word: orm.Mapped[str]


def core(engine):
    metadata = sa.MetaData()
    t = sa.Table(
        "t",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("v", sa.JSON),
        sa.Column("f", sa.Float),
    )
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(
            t.insert(), [{"v": {"n": i, "l": [i] * 2}, "f": i / 4} for i in range(6)]
        )
        made = connection.execute(sa.insert(t).values(v=None).returning(t.c.id)).scalar_one()
        print(made, connection.execute(t.update().where(t.c.id > 4).values(f=t.c.f * 2)).rowcount)
    with engine.connect() as connection:
        rows = connection.execute(
            select(t).where(t.c.f.between(0.25, 1)).order_by(t.c.id.desc())
        ).all()
        print(
            rows,
            rows[0]._mapping["v"],
            rows[0]._fields,
            rows[0] == tuple(rows[0]),
            hash(rows[0][:1]),
        )
        answer = connection.execute(sa.text("select id, f from t where id < :top"), {"top": 3})
        print(answer.keys(), answer.fetchone(), answer.mappings().all())
        grouped = select((t.c.id % 2).label("odd"), func.count(), func.sum(t.c.f)).group_by("odd")
        print(connection.execute(grouped).all(), connection.scalar(select(func.max(t.c.id))))
        windowed = select(t.c.id, func.row_number().over(order_by=t.c.f.desc())).limit(3)
        print(connection.execute(windowed).all(), str(windowed.compile(engine)).split())
        nested = select(t.c.id).where(t.c.id.in_([1, 2, 3])).subquery()
        print(connection.execute(select(func.count()).select_from(nested)).scalar_one())
        for action in (
            lambda: connection.execute(sa.text("select nothing")),
            lambda: connection.execute(select(t.c.id)).one(),
            lambda: connection.execute(t.insert().values(nope=1)),
        ):
            try:
                action()
            except exc.SQLAlchemyError as e:
                print(type(e).__name__, str(e).splitlines()[0])


def classes(engine):
    Base.metadata.create_all(engine)
    seen = []
    event.listen(Book, "before_insert", lambda mapper, connection, book: seen.append(book.title))
    with orm.Session(engine) as session:
        tags = [Tag(word=w) for w in ("old", "good")]
        ada, bob = Author(name="Ada"), Author(name="Bob")
        ada.books = [
            Book(
                title="One",
                price=decimal.Decimal("9.99"),
                printed=datetime.date(2024, 2, 29),
                tags=set(tags),
            ),
            Book(title="Two", price=decimal.Decimal("20"), tags={tags[0]}),
        ]
        session.add_all([ada, bob])
        session.flush()
        print(ada.id, ada.books[0].author is ada, seen, session.dirty, sa.inspect(ada).persistent)
        session.commit()
        again = session.scalars(
            select(Author).order_by(Author.name).options(orm.selectinload(Author.books))
        ).all()
        print(again, [b.title for b in again[0].books], again[0] is ada, session.get(Book, 1).price)
        query = (
            select(Book.title, Author.name)
            .join(Book.author)
            .where(Book.tags.any(Tag.word == "good"))
        )
        print(session.execute(query).all(), str(query).count("EXISTS"))
        cheap = session.execute(select(Book).where(Book.price < 10)).scalar_one()
        cheap.price += 1
        print(sa.inspect(cheap).attrs.price.history, session.dirty == {cheap})
        session.rollback()
        print(cheap.price, sorted(t.word for t in cheap.tags))
        session.add(Author(name="Ada"))
        try:
            session.flush()
        except exc.IntegrityError as e:
            print(e.orig, e.params)
            session.rollback()
        try:
            Book(title="")
        except ValueError as e:
            print(e)
        session.delete(session.get(Author, 1))
        session.commit()
        print(session.scalar(select(func.count(Book.id))), session.get(Author, 1))


def helpers():
    from sqlalchemy.util import OrderedSet, immutabledict

    d = immutabledict({"a": 1}).union({"b": 2})
    print(d, sorted(OrderedSet([3, 1, 3])), type(d).__module__.split(".")[0])
    try:
        d["c"] = 3
    except TypeError as e:
        print(e)
    rows = result.IteratorResult(
        result.SimpleResultMetaData(["x", "y"]), iter([(1, 2), (3, 4), (1, 2)])
    )
    print(rows.unique().columns("y").all(), sa.engine.make_url("postgresql://u:p%40@h:5/d?x=1"))


async def in_tasks():
    return await asyncio.gather(*(asyncio.to_thread(counted, n) for n in range(4)))


def counted(n):
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        return connection.execute(sa.text("select :n * 2"), {"n": n}).scalar()


if __name__ == "__main__":
    made = sa.create_engine("sqlite://")
    core(made)
    classes(made)
    helpers()
    print(asyncio.run(in_tasks()))
