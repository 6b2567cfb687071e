import java.util.Map;
import java.util.stream.Collectors;

/** The C side: the shape pointers, the exports that call Java, the ones that are still to do. */
final class CWriter {
    static final String DIRECTORY = "native-support/target/generated/";
    private static final String NOTE = "/* Generated from capi-emulation/abi. */\n";

    private final Table table;

    CWriter(Table table) {
        this.table = table;
    }

    void addTo(Map<String, String> files) {
        files.put(DIRECTORY + "hidden.h", hiddenPrototypes());
        files.put(DIRECTORY + "shapes.h", shapesHeader());
        files.put(DIRECTORY + "shapes.c", shapesSource());
        files.put(DIRECTORY + "upcalls.c", upcalls());
        files.put(DIRECTORY + "todo.c", todo());
        files.put(DIRECTORY + "functions.c", functions());
        files.put(DIRECTORY + "exports.map", exportMap());
    }

    /** Prototypes that no public header has. */
    private String hiddenPrototypes() {
        var text = new StringBuilder(NOTE);
        for (Symbol symbol : table.symbols()) {
            if (!symbol.isData() && !symbol.since().startsWith("3.")) {
                String visible = symbol.isHidden() ? "" : "JABIRU_EXPORT ";
                text.append(visible).append(symbol.prototype()).append(";\n");
            }
            if (symbol.tags().containsKey("java")) {
                text.append(symbol.prototypeAs(symbol.upcallName())).append(";\n");
            }
        }
        return text.toString();
    }

    private String shapesHeader() {
        var text = new StringBuilder(NOTE);
        for (String shape : table.shapes().keySet()) {
            text.append("extern ").append(pointer(shape, "jabiru_" + shape)).append(";\n");
        }
        return text.append("#define JABIRU_FINGERPRINT UINT64_C(0x")
                .append(Long.toHexString(table.fingerprint()))
                .append(")\n#define JABIRU_TYPE_COUNT ")
                .append(table.types().size())
                .append("\n#define JABIRU_FUNCTION_COUNT ")
                .append(table.downcalls().size())
                .append("\n")
                .toString();
    }

    private String shapesSource() {
        var text =
                new StringBuilder(NOTE).append("#include \"jabiru.h\"\n#include \"shapes.h\"\n\n");
        int number = 0;
        for (String shape : table.shapes().keySet()) {
            String arguments = arguments(shape);
            String result = cType(result(shape));
            String call =
                    "jabiru_"
                            + shape
                            + "("
                            + arguments.replaceAll("int32_t |int64_t |double ", "")
                            + ")";
            text.append("static ")
                    .append(result)
                    .append(" resolve_")
                    .append(shape)
                    .append("(")
                    .append(arguments)
                    .append(")\n{\n")
                    .append("    jabiru_")
                    .append(shape)
                    .append(" = jabiru_resolve_shape(")
                    .append(number++)
                    .append(");\n")
                    .append(result.equals("void") ? "    " : "    return ")
                    .append(call)
                    .append(";\n}\n\n")
                    .append(pointer(shape, "jabiru_" + shape))
                    .append(" = resolve_")
                    .append(shape)
                    .append(";\n\n");
        }
        return text.toString();
    }

    private String upcalls() {
        var text =
                new StringBuilder(NOTE).append("#include \"jabiru.h\"\n#include \"shapes.h\"\n\n");
        table.shapes()
                .forEach((shape, symbols) -> {
                    for (int index = 0; index < symbols.size(); index++) {
                        text.append(upcall(symbols.get(index), shape, index));
                    }
                });
        return text.toString();
    }

    private static String upcall(Symbol symbol, String shape, int index) {
        String arguments =
                symbol.parameters().stream()
                        .map(p ->
                                ", "
                                        + switch (p.kind()) {
                                            case DOUBLE -> p.name();
                                            case INT, LONG -> "(int64_t)" + p.name();
                                            default -> "(int64_t)(intptr_t)" + p.name();
                                        })
                        .collect(Collectors.joining());
        String call = "jabiru_" + shape + "(" + index + arguments + ")";
        String body =
                switch (symbol.kind()) {
                    case VOID -> "    " + call + ";\n    jabiru_state.epoch++;\n";
                    case DOUBLE ->
                            "    double returned_ = "
                                    + call
                                    + ";\n    jabiru_state.epoch++;\n    return returned_;\n";
                    default ->
                            "    int64_t returned_ = "
                                    + call
                                    + ";\n    jabiru_state.epoch++;\n    return ("
                                    + symbol.returnType()
                                    + ")"
                                    + (pointerResult(symbol) ? "(intptr_t)" : "")
                                    + "returned_;\n";
                };
        return symbol.prototypeAs(symbol.upcallName())
                + "\n{\n    jabiru_settle();\n"
                + body
                + "}\n\n";
    }

    private static boolean pointerResult(Symbol symbol) {
        return switch (symbol.kind()) {
            case OBJECT, ADDRESS -> true;
            default -> false;
        };
    }

    private String todo() {
        var text = new StringBuilder(NOTE).append("#include \"jabiru.h\"\n\n");
        for (Symbol symbol : table.symbols()) {
            if (symbol.isTodo()) {
                text.append(todo(symbol, symbol.name()));
            }
            if (symbol.is("java", "todo")) {
                text.append(todo(symbol, symbol.upcallName()));
            }
        }
        return text.toString();
    }

    private static String todo(Symbol symbol, String name) {
        var text = new StringBuilder(symbol.prototypeAs(name)).append("\n{\n");
        for (var parameter : symbol.parameters()) {
            if (!parameter.name().isEmpty()) {
                text.append("    (void)").append(parameter.name()).append(";\n");
            }
        }
        text.append("    jabiru_todo(\"").append(symbol.name()).append("\");\n");
        if (symbol.kind() != Symbol.Kind.VOID) {
            text.append("    return ").append(symbol.sentinel()).append(";\n");
        }
        return text.append("}\n\n").toString();
    }

    /** The addresses that Java asks for, in the order of NativeFunctions. */
    private String functions() {
        String names =
                table.downcalls().stream()
                        .map(s -> "    (void *)" + s.name())
                        .collect(Collectors.joining(",\n"));
        return NOTE
                + "#include \"jabiru.h\"\n\nvoid *const jabiru_functions[] = {\n"
                + names
                + ",\n};\n";
    }

    private String exportMap() {
        String names =
                table.exported().stream()
                        .map(s -> "        " + s.name() + ";\n")
                        .sorted()
                        .collect(Collectors.joining());
        return "{\n    global:\n" + names + "    local:\n        *;\n};\n";
    }

    private static String pointer(String shape, String name) {
        return cType(result(shape)) + " (*" + name + ")(" + arguments(shape) + ")";
    }

    private static String arguments(String shape) {
        var text = new StringBuilder("int32_t index");
        for (int i = 0; i < shape.indexOf('_'); i++) {
            text.append(", ").append(cType(shape.charAt(i))).append(" a").append(i);
        }
        return text.toString();
    }

    private static char result(String shape) {
        return shape.charAt(shape.length() - 1);
    }

    private static String cType(char letter) {
        return letter == 'V' ? "void" : letter == 'D' ? "double" : "int64_t";
    }
}
