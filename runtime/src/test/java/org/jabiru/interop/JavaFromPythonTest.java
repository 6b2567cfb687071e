package org.jabiru.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyHashMap;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.Test;

/** How much of Java Python sees is the embedder's choice; the rest is in test_java.py. */
class JavaFromPythonTest {
    /** A class with a method that is exported, and one that is not. */
    public static final class Account {
        @HostAccess.Export
        public int balance() {
            return 10;
        }

        public int secret() {
            return 42;
        }
    }

    private static String outcome(Context context, String code) {
        return context.eval(
                        "python",
                        """
                        try:
                            outcome = str(%s)
                        except BaseException as e:
                            outcome = type(e).__name__
                        outcome
                        """
                                .formatted(code))
                .asString();
    }

    @Test
    void withoutHostLookupThereAreNoClasses() {
        try (Context context = Context.newBuilder("python").allowIO(IOAccess.ALL).build()) {
            assertEquals("ImportError", outcome(context, "__import__('java')"));
            assertEquals("ImportError", outcome(context, "__import__('java.util')"));
        }
    }

    @Test
    void onlyWhatIsExportedIsSeen() {
        try (Context context =
                Context.newBuilder("python")
                        .allowIO(IOAccess.ALL)
                        .allowHostAccess(HostAccess.EXPLICIT)
                        .build()) {
            context.getBindings("python").putMember("account", new Account());
            assertEquals("10", outcome(context, "account.balance()"));
            assertEquals("AttributeError", outcome(context, "account.secret()"));
            assertEquals("AttributeError", outcome(context, "account.getClass()"));
        }
    }

    @Test
    void aFilterHidesClasses() {
        try (Context context =
                Context.newBuilder("python")
                        .allowIO(IOAccess.ALL)
                        .allowHostAccess(HostAccess.ALL)
                        .allowHostClassLookup(name -> !name.endsWith(".Runtime"))
                        .build()) {
            context.eval("python", "import java");
            assertEquals("8", outcome(context, "java.lang.Math.max(3, 8)"));
            assertEquals("AttributeError", outcome(context, "java.lang.Runtime"));
            assertEquals("KeyError", outcome(context, "java.type('java.lang.Runtime')"));
        }
    }

    @Test
    void proxies() {
        try (Context context =
                Context.newBuilder("python")
                        .allowIO(IOAccess.ALL)
                        .allowHostAccess(HostAccess.ALL)
                        .build()) {
            Value names = context.getBindings("python");
            names.putMember("array", ProxyArray.fromArray(1, 2, 3));
            names.putMember(
                    "map", ProxyHashMap.from(new java.util.HashMap<>(java.util.Map.of("k", 1))));
            names.putMember("thing", ProxyObject.fromMap(new java.util.HashMap<>()));
            names.putMember("add", (ProxyExecutable) a -> a[0].asInt() + a[1].asInt());
            assertEquals("6", outcome(context, "sum(array)"));
            assertEquals("[3, 2]", outcome(context, "[array[-1], array[1]]"));
            assertEquals("[('k', 1)]", outcome(context, "list(map.items())"));
            assertEquals("True", outcome(context, "map.__setitem__('n', 2) or 'n' in map"));
            assertEquals("5", outcome(context, "setattr(thing, 'x', 5) or thing.x"));
            assertEquals("7", outcome(context, "add(3, 4)"));
            assertEquals("TypeError", outcome(context, "array()"));
        }
    }

    @Test
    void valuesAreSharedByPolyglotBindings() {
        try (Context context = Context.newBuilder("python").allowAllAccess(true).build()) {
            context.getPolyglotBindings().putMember("list", List.of(1, 2));
            assertEquals(
                    3,
                    context.eval(
                                    "python",
                                    "import polyglot\npolyglot.export_value('f', lambda x: x + 1)\n"
                                            + "sum(polyglot.import_value('list'))")
                            .asInt());
            assertEquals(5, context.getPolyglotBindings().getMember("f").execute(4).asInt());
            assertTrue(outcome(context, "polyglot.eval('1', 'nosuch')").startsWith("ValueError"));
        }
    }
}
