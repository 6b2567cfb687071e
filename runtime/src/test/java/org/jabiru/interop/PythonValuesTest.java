package org.jabiru.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Python's objects as Java programs see them. */
class PythonValuesTest {
    private static Context context;

    @BeforeAll
    static void open() {
        context = Context.newBuilder("python").allowAllAccess(true).build();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static Value eval(String... lines) {
        return context.eval("python", String.join("\n", lines));
    }

    @Test
    void theLastExpressionIsTheResult() {
        assertEquals(7, eval("x = 3", "y = 4", "x + y").asInt());
        assertTrue(eval("x = 3").isNull());
        assertEquals("lonely", eval("'lonely'").asString());
        assertTrue(eval("").isNull());
    }

    @Test
    void numbersAndTexts() {
        assertEquals(42L, eval("42").asLong());
        assertTrue(eval("42").fitsInByte());
        assertFalse(eval("300").fitsInByte());
        assertEquals(1.5, eval("1.5").asDouble());
        assertTrue(eval("True").asBoolean());
        assertTrue(eval("None").isNull());
        assertEquals(BigInteger.TEN.pow(30), eval("10 ** 30").asBigInteger());
        assertFalse(eval("10 ** 30").fitsInLong());
        assertTrue(eval("2 ** 70").fitsInDouble());
        assertEquals("\ud83d\udc0d snake", eval("'\\U0001f40d snake'").asString());
        Value member = eval("import enum", "enum.IntEnum('E', 'a b').b");
        assertEquals(2, member.asInt());
        assertEquals("b", member.getMember("name").asString());
        assertEquals("s", eval("type('S', (str,), {})('s')").asString());
    }

    @Test
    void sequences() {
        Value list = eval("[1, 'two', 3.0]");
        assertTrue(list.hasArrayElements());
        assertEquals(3, list.getArraySize());
        assertEquals("two", list.getArrayElement(1).asString());
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> list.getArrayElement(3));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> list.getArrayElement(-1));
        list.setArrayElement(0, "one");
        list.setArrayElement(3, 4);
        assertTrue(list.removeArrayElement(2));
        assertEquals("['one', 'two', 4]", list.invokeMember("__repr__").asString());
        assertEquals(List.of("one", "two", 4), list.as(List.class));
        assertEquals(List.of(1, 2), eval("(1, 2)").as(new TypeLiteral<List<Integer>>() {}));
        assertThrows(
                UnsupportedOperationException.class, () -> eval("(1, 2)").setArrayElement(0, 0));
        assertEquals(5, eval("range(0, 10, 2)").getArraySize());
        Value own =
                eval(
                        "class Squares:",
                        "    def __len__(self): return 5",
                        "    def __getitem__(self, i):",
                        "        if i >= 5: raise IndexError",
                        "        return i * i",
                        "Squares()");
        assertEquals(16, own.getArrayElement(4).asInt());
        assertFalse(eval("'text'").hasArrayElements());
    }

    @Test
    void mappings() {
        Value dict = eval("{'a': 1, (1, 2): 'pair'}");
        assertTrue(dict.hasHashEntries());
        assertFalse(dict.hasArrayElements());
        assertEquals(2, dict.getHashSize());
        assertEquals(1, dict.getHashValue("a").asInt());
        assertEquals("pair", dict.getHashValue(eval("(1, 2)")).asString());
        assertNull(dict.getHashValue("none"));
        dict.putHashEntry("b", List.of(1));
        assertTrue(dict.removeHashEntry("a"));
        assertFalse(dict.removeHashEntry("a"));
        assertEquals("b", dict.as(Map.class).keySet().toArray()[1]);
        Map<String, Integer> typed =
                eval("{'x': 1}").as(new TypeLiteral<Map<String, Integer>>() {});
        assertEquals(Map.of("x", 1), typed);
        assertTrue(eval("import types", "types.MappingProxyType({1: 2})").hasHashEntries());
    }

    @Test
    void iteration() {
        Value set = eval("{3}");
        assertTrue(set.hasIterator());
        Value iterator = set.getIterator();
        assertTrue(iterator.hasIteratorNextElement());
        assertTrue(iterator.hasIteratorNextElement());
        assertEquals(3, iterator.getIteratorNextElement().asInt());
        assertFalse(iterator.hasIteratorNextElement());
        List<Integer> seen = new ArrayList<>();
        for (Object o : eval("(i * i for i in range(4))").as(Iterable.class)) {
            seen.add((Integer) o);
        }
        assertEquals(List.of(0, 1, 4, 9), seen);
    }

    @Test
    void attributesAndCalls() {
        Value point =
                eval(
                        "class Point:",
                        "    '''A point.'''",
                        "    def __init__(self, x, y): self.x, self.y = x, y",
                        "    def plus(self, other): return Point(self.x + other.x, self.y + other.y)",
                        "    def __call__(self, *args): return sum(args)",
                        "Point");
        assertTrue(point.canInstantiate());
        assertTrue(point.isMetaObject());
        assertEquals("Point", point.getMetaSimpleName());
        Value p = point.newInstance(1, 2);
        assertTrue(point.isMetaInstance(p));
        assertEquals(point, p.getMetaObject());
        assertEquals(2, p.getMember("y").asInt());
        assertNull(p.getMember("z"));
        p.putMember("z", "new");
        assertTrue(p.getMemberKeys().containsAll(Set.of("x", "y", "z", "plus")));
        assertTrue(p.removeMember("z"));
        assertEquals(2, p.invokeMember("plus", p).getMember("x").asInt());
        assertEquals(6, p.execute(1, 2, 3).asInt());
        assertTrue(p.canInvokeMember("plus"));
        assertFalse(p.canInvokeMember("x"));
        assertThrows(UnsupportedOperationException.class, () -> eval("object()").putMember("a", 1));
        @SuppressWarnings("unchecked")
        Function<Object, Object> upper = eval("lambda s: s.upper()").as(Function.class);
        assertEquals("ABC", upper.apply("abc"));
        assertEquals(
                "python",
                p.getMetaObject().getContext().getEngine().getLanguages().get("python").getId());
    }

    /** What an object with methods is to implement. */
    public interface Shape {
        double area(double scale);

        String name();
    }

    @Test
    void objectsAsInterfaces() {
        Shape shape =
                eval(
                                "class Square:",
                                "    def area(self, scale): return scale * 4",
                                "    def name(self): return 'square'",
                                "Square()")
                        .as(Shape.class);
        assertEquals(10.0, shape.area(2.5));
        assertEquals("square", shape.name());
    }

    @Test
    void namesOfMain() {
        Value names = context.getBindings("python");
        names.putMember("given", List.of(1, 2, 3));
        assertEquals(6, eval("sum(given)").asInt());
        eval("def twice(x): return 2 * x");
        assertEquals(8, names.getMember("twice").execute(4).asInt());
        assertTrue(names.getMemberKeys().contains("twice"));
        assertTrue(names.removeMember("twice"));
        assertFalse(names.hasMember("twice"));
    }

    @Test
    void bytes() {
        Value bytes = eval("b'\\x01\\x02\\xff'");
        assertTrue(bytes.hasBufferElements());
        assertEquals(3, bytes.getBufferSize());
        assertEquals(-1, bytes.readBufferByte(2));
        assertEquals(0x0102, bytes.readBufferShort(ByteOrder.BIG_ENDIAN, 0));
        assertEquals(255, bytes.getArrayElement(2).asInt());
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> bytes.readBufferInt(ByteOrder.BIG_ENDIAN, 0));
    }

    @Test
    void dates() {
        eval("import datetime");
        assertEquals(LocalDate.of(2024, 2, 29), eval("datetime.date(2024, 2, 29)").asDate());
        Value moment =
                eval(
                        "datetime.datetime(2024, 2, 29, 12, 30, 15, 250, tzinfo=datetime.timezone("
                                + "datetime.timedelta(hours=2)))");
        assertEquals(Instant.parse("2024-02-29T10:30:15.000250Z"), moment.asInstant());
        assertEquals(LocalTime.of(12, 30, 15, 250_000), moment.asTime());
        assertFalse(eval("datetime.datetime(2024, 2, 29)").isTimeZone());
        assertEquals(
                Duration.ofDays(-1).plusMillis(5),
                eval("datetime.timedelta(days=-1, milliseconds=5)").asDuration());
    }

    @Test
    void exceptions() {
        PolyglotException e =
                assertThrows(
                        PolyglotException.class,
                        () ->
                                eval(
                                        "def inner(): raise ValueError('wrong')",
                                        "def outer(): inner()",
                                        "outer()"));
        assertTrue(e.isGuestException());
        assertEquals("ValueError: wrong", e.getMessage());
        assertEquals("wrong", e.getGuestObject().getMember("args").getArrayElement(0).asString());
        assertEquals(1, e.getSourceLocation().getStartLine());
        List<String> names = new ArrayList<>();
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            if (frame.isGuestFrame()) {
                names.add(frame.getRootName());
            }
        }
        assertTrue(names.containsAll(List.of("inner", "outer")), names.toString());
        assertTrue(assertThrows(PolyglotException.class, () -> eval("x = (")).isSyntaxError());
        PolyglotException exit =
                assertThrows(PolyglotException.class, () -> eval("import sys", "sys.exit(3)"));
        assertTrue(exit.isExit());
        assertEquals(3, exit.getExitStatus());
    }

    @Test
    void javasExceptionsPassThrough() {
        Callable<Object> failing =
                () -> {
                    throw new IllegalStateException("of Java");
                };
        context.getBindings("python").putMember("failing", failing);
        PolyglotException e = assertThrows(PolyglotException.class, () -> eval("failing()"));
        assertTrue(e.isHostException());
        assertEquals("of Java", e.asHostException().getMessage());
        assertEquals(
                "java.lang.IllegalStateException: of Java",
                eval("try: failing()", "except Exception as e: seen = str(e)", "seen").asString());
    }

    @Test
    void severalThreads() throws Exception {
        Value add =
                eval(
                        "total = 0",
                        "def add(n):",
                        "    global total",
                        "    for _ in range(n): total += 1",
                        "    return n",
                        "add");
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                results.add(pool.submit(() -> add.execute(1000).asInt()));
            }
            for (Future<Integer> result : results) {
                assertEquals(1000, result.get());
            }
        }
        assertTrue(eval("0 < total <= 16000").asBoolean());
    }

    @Test
    void standardStreams() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream("first\nsecond\n".getBytes(StandardCharsets.UTF_8));
        try (Context other = Context.newBuilder("python").out(out).err(err).in(in).build()) {
            other.eval("python", "print('ż', end='')");
            assertEquals("ż", out.toString(StandardCharsets.UTF_8));
            other.eval("python", "import sys; print('e', file=sys.stderr)");
            assertEquals("e\n", err.toString(StandardCharsets.UTF_8));
            assertEquals("first", other.eval("python", "input()").asString());
            assertEquals("second\n", other.eval("python", "sys.stdin.read()").asString());
            assertEquals("<stdout>", other.eval("python", "sys.stdout.name").asString());
        }
    }

    @Test
    void severalContexts() {
        try (Context other = Context.newBuilder("python").allowAllAccess(true).build()) {
            other.eval("python", "import json; mine = json.loads('[1]')");
            assertFalse(context.getBindings("python").hasMember("mine"));
            assertEquals(1, other.eval("python", "mine[0]").asInt());
        }
    }
}
