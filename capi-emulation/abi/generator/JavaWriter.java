import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Java side of the upcalls: a class of conversions per stem, a switch per shape. */
final class JavaWriter {
    static final String DIRECTORY =
            "capi-emulation/target/generated-sources/abi/org/jabiru/capi/generated/";

    private final Table table;

    JavaWriter(Table table) {
        this.table = table;
    }

    void addTo(Map<String, String> files) {
        Map<String, List<Symbol>> stems = new TreeMap<>();
        for (Symbol symbol : table.upcalls()) {
            stems.computeIfAbsent(symbol.stem(), s -> new ArrayList<>()).add(symbol);
        }
        stems.forEach((stem, symbols) ->
                files.put(DIRECTORY + dispatchClass(stem) + ".java", dispatch(stem, symbols)));
        files.put(DIRECTORY + "Upcalls.java", upcalls());
        files.put(DIRECTORY + "UpcallNames.java", upcallNames());
        files.put(DIRECTORY + "AbiSymbols.java", abiSymbols());
    }

    private static String capitalized(String stem) {
        return Character.toUpperCase(stem.charAt(0)) + stem.substring(1);
    }

    private static String apiClass(String stem) {
        return capitalized(stem) + "Api";
    }

    private static String dispatchClass(String stem) {
        return capitalized(stem) + "Dispatch";
    }

    private static String dispatch(String stem, List<Symbol> symbols) {
        String methods = symbols.stream().map(JavaWriter::method).collect(Collectors.joining("\n"));
        return """
        package org.jabiru.capi.generated;

        import org.jabiru.capi.CapiContext;
        import org.jabiru.capi.api.%s;

        /** Conversions around the methods of {@link %1$s}. */
        final class %s {
            private %2$s() {}

        %s}
        """
                .formatted(apiClass(stem), dispatchClass(stem), methods);
    }

    private static String method(Symbol symbol) {
        var text =
                new StringBuilder("    static ")
                        .append(javaType(symbol.kind().letter()))
                        .append(' ')
                        .append(symbol.name())
                        .append("(CapiContext context")
                        .append(parameters(symbol))
                        .append(") {\n")
                        .append("        try {\n");
        for (var p : symbol.parameters()) {
            if (symbol.list("steals").contains(p.name())) {
                text.append("            Object ")
                        .append(p.name())
                        .append("Object = ")
                        .append(orNull(p.name(), "steal"))
                        .append(";\n");
            }
        }
        for (var p : symbol.parameters()) {
            if (p.kind() == Symbol.Kind.OBJECT && !symbol.list("nullable").contains(p.name())) {
                text.append(
                        "            if (%1$s_ == 0) throw context.nullArgument(\"%2$s\", \"%1$s\");\n"
                                .formatted(p.name(), symbol.name()));
            }
        }
        for (String p : symbol.list("keeps")) {
            text.append("            context.boundary.keepForAWhile(" + p + "_);\n");
        }
        text.append(call(symbol)).append("        } catch (Throwable throwable) {\n");
        for (var parameter : symbol.parameters()) {
            // What a function stores for its caller is NULL when it fails.
            if (parameter.type().equals("PyObject **") && parameter.name().equals("result")) {
                text.append("            if (result_ != 0) {\n")
                        .append(
                                "                org.jabiru.capi.memory.Memory.putLong(result_, 0);\n")
                        .append("            }\n");
            }
        }
        if (symbol.is("error", "ignore")) {
            text.append("            context.unraisable(throwable, \"")
                    .append(symbol.name())
                    .append("\");\n");
        } else {
            text.append("            context.raise(throwable);\n");
        }
        if (symbol.kind() != Symbol.Kind.VOID) {
            text.append("            return ").append(sentinel(symbol)).append(";\n");
        }
        return text.append("        }\n    }\n").toString();
    }

    private static String call(Symbol symbol) {
        String arguments =
                symbol.parameters().stream()
                        .map(p -> ", " + argument(symbol, p))
                        .collect(Collectors.joining());
        String call = apiClass(symbol.stem()) + "." + symbol.name() + "(context" + arguments + ")";
        String indent = "            ";
        return switch (symbol.tags().getOrDefault("ret", "")) {
            case "status", "null" -> indent + call + ";\n" + indent + "return 0;\n";
            case "bool" -> indent + "return " + call + " ? 1 : 0;\n";
            case "new", "item", "borrowed" ->
                    indent
                            + "Object returned = "
                            + call
                            + ";\n"
                            + indent
                            + "return returned == null ? 0 : context."
                            + (symbol.is("ret", "new")
                                    ? "toNewReference"
                                    : symbol.is("ret", "item") ? "toItem" : "toBorrowed")
                            + "(returned);\n";
            default ->
                    symbol.kind() == Symbol.Kind.VOID
                            ? indent + call + ";\n"
                            : indent + "return " + call + ";\n";
        };
    }

    private static String argument(Symbol symbol, Symbol.Parameter p) {
        if (symbol.list("steals").contains(p.name())) {
            return p.name() + "Object";
        }
        if (symbol.list("text").contains(p.name())) {
            return orNull(p.name(), "text");
        }
        return switch (p.kind()) {
            case OBJECT ->
                    symbol.list("nullable").contains(p.name())
                            ? orNull(p.name(), "object")
                            : "context.object(" + p.name() + "_)";
            case INT -> "(int) " + p.name() + "_";
            default -> p.name() + "_";
        };
    }

    private static String orNull(String name, String conversion) {
        return "%1$s_ == 0 ? null : context.%2$s(%1$s_)".formatted(name, conversion);
    }

    private static String sentinel(Symbol symbol) {
        String error = symbol.tags().get("error");
        if (error != null) {
            return error.equals("ignore") ? "0" : error;
        }
        return switch (symbol.kind()) {
            case DOUBLE -> "-1.0";
            case INT, LONG -> "-1";
            default -> "0";
        };
    }

    private static String parameters(Symbol symbol) {
        return symbol.parameters().stream()
                .map(p -> ", " + javaType(p.kind().letter()) + " " + p.name() + "_")
                .collect(Collectors.joining());
    }

    private static String javaType(char letter) {
        return letter == 'V' ? "void" : letter == 'D' ? "double" : "long";
    }

    private String upcalls() {
        var shapes = table.shapes();
        String names =
                shapes.keySet().stream()
                        .map(s -> "\"" + s + "\"")
                        .collect(Collectors.joining(", "));
        var methods = new StringBuilder();
        shapes.forEach((shape, symbols) -> methods.append(shapeMethod(shape, symbols)));
        return """
        package org.jabiru.capi.generated;

        import java.lang.foreign.FunctionDescriptor;
        import java.lang.foreign.MemoryLayout;
        import java.lang.foreign.ValueLayout;
        import java.lang.invoke.MethodHandle;
        import java.lang.invoke.MethodHandles;
        import java.lang.invoke.MethodType;
        import org.jabiru.capi.CapiContext;

        /** One method per shape: what C calls, with the function's index first. */
        public final class Upcalls {
            /** What both sides must have been generated from; no constant, or callers keep it. */
            public static final long FINGERPRINT = Long.parseUnsignedLong("%s", 16);

            /** The shapes, by the number C knows them by. */
            public static final String[] SHAPES = {%s};

            private Upcalls() {}

            /** The method of a shape, bound to the context. */
            public static MethodHandle handle(int shape, CapiContext context) {
                String name = SHAPES[shape];
                int count = name.indexOf('_');
                var type =
                        MethodType.methodType(type(name.charAt(count + 1)))
                                .appendParameterTypes(CapiContext.class, int.class);
                for (int i = 0; i < count; i++) {
                    type = type.appendParameterTypes(type(name.charAt(i)));
                }
                try {
                    var method = MethodHandles.lookup().findStatic(Upcalls.class, name, type);
                    return MethodHandles.insertArguments(method, 0, context);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }

            /** The C signature of a shape. */
            public static FunctionDescriptor descriptor(int shape) {
                String name = SHAPES[shape];
                int count = name.indexOf('_');
                var arguments = new MemoryLayout[count + 1];
                arguments[0] = ValueLayout.JAVA_INT;
                for (int i = 0; i < count; i++) {
                    arguments[i + 1] = layout(name.charAt(i));
                }
                return name.charAt(count + 1) == 'V'
                        ? FunctionDescriptor.ofVoid(arguments)
                        : FunctionDescriptor.of(layout(name.charAt(count + 1)), arguments);
            }

            private static Class<?> type(char letter) {
                return letter == 'V' ? void.class : letter == 'D' ? double.class : long.class;
            }

            private static MemoryLayout layout(char letter) {
                return letter == 'D' ? ValueLayout.JAVA_DOUBLE : ValueLayout.JAVA_LONG;
            }
        %s}
        """
                .formatted(Long.toHexString(table.fingerprint()), names, methods);
    }

    private String eachUpcall(Function<Symbol, String> text) {
        return table.shapes().values().stream()
                .map(symbols ->
                        symbols.stream()
                                .map(s -> '"' + text.apply(s) + '"')
                                .collect(Collectors.joining(", ", "        {", "}")))
                .collect(Collectors.joining(",\n"));
    }

    /** A letter for each parameter, and one for the result. */
    private static String kinds(Symbol symbol) {
        var text = new StringBuilder();
        for (var p : symbol.parameters()) {
            text.append(symbol.list("text").contains(p.name()) ? 't' : letter(p.kind()));
        }
        return text.append(letter(symbol.kind())).toString();
    }

    private static char letter(Symbol.Kind kind) {
        return switch (kind) {
            case OBJECT -> 'o';
            case DOUBLE -> 'd';
            case VOID -> 'v';
            case ADDRESS -> 'p';
            default -> 'i';
        };
    }

    private String upcallNames() {
        String names = eachUpcall(Symbol::upcallName);
        String kinds = eachUpcall(JavaWriter::kinds);
        return """
        package org.jabiru.capi.generated;

        /** The functions of each shape, by their index. */
        public final class UpcallNames {
            private UpcallNames() {}

            public static final String[][] NAMES = {
        %s
            };

            /**
             * What their parameters and, last, their results are: o object, i integer, d double, t
             * text, p another address, v nothing.
             */
            public static final String[][] KINDS = {
        %s
            };
        }
        """
                .formatted(names, kinds);
    }

    /** Every exported symbol with its tags since and impl, a line each. */
    private String abiSymbols() {
        String lines =
                table.exported().stream()
                        .map(s -> s.name() + ' ' + s.since() + ' ' + s.tags().get("impl"))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return """
        package org.jabiru.capi.generated;

        /** The symbols that the library exports, with what the table says of each. */
        public final class AbiSymbols {
            private AbiSymbols() {}

            /** Name, first version of the limited API (or abi, cpython), implementation. */
            public static final String LINES =
                    \"""
        %s\\
        \""";
        }
        """
                .formatted(lines);
    }

    private static String shapeMethod(String shape, List<Symbol> symbols) {
        var declared = new StringBuilder();
        var passed = new StringBuilder();
        for (int i = 0; i < shape.indexOf('_'); i++) {
            declared.append(", ").append(javaType(shape.charAt(i))).append(" a").append(i);
            passed.append(", a").append(i);
        }
        char result = shape.charAt(shape.length() - 1);
        var text =
                new StringBuilder("\n    static ")
                        .append(javaType(result))
                        .append(' ')
                        .append(shape)
                        .append("(CapiContext context, int index")
                        .append(declared)
                        .append(") {\n")
                        .append(
                                result == 'V'
                                        ? "        switch (index) {\n"
                                        : "        var returned = switch (index) {\n");
        for (int i = 0; i < symbols.size(); i++) {
            Symbol symbol = symbols.get(i);
            text.append("            case ")
                    .append(i)
                    .append(" -> ")
                    .append(dispatchClass(symbol.stem()))
                    .append('.')
                    .append(symbol.name())
                    .append("(context")
                    .append(passed)
                    .append(");\n");
        }
        return text.append("            default -> throw new AssertionError(index);\n")
                .append(result == 'V' ? "        }\n" : "        };\n")
                .append("        context.boundary.intoC();\n")
                .append(result == 'V' ? "" : "        return returned;\n")
                .append("    }\n")
                .toString();
    }
}
