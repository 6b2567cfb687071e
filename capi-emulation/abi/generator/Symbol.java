import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One line of the table. {@code parameters} is empty for data. */
record Symbol(
        String stem,
        String name,
        String prototype,
        String returnType,
        List<Parameter> parameters,
        Map<String, String> tags) {
    /** A parameter; {@code declaration} is the C text, {@code name} empty for {@code ...}. */
    record Parameter(String declaration, String type, String name) {
        Kind kind() {
            return Kind.of(type);
        }
    }

    /** What a C type is to the conversions. */
    enum Kind {
        VOID,
        OBJECT,
        INT,
        LONG,
        DOUBLE,
        ADDRESS,
        VARIADIC;

        private static final Set<String> OBJECTS =
                Set.of(
                        "PyObject *",
                        "PyTypeObject *",
                        "PyFrameObject *",
                        "PyCodeObject *",
                        "PyVarObject *");
        private static final Set<String> INTS =
                Set.of(
                        "int",
                        "unsigned int",
                        "char",
                        "Py_UCS4",
                        "int32_t",
                        "uint32_t",
                        "PyGILState_STATE",
                        "PySendResult",
                        "PyLockStatus");
        private static final Set<String> LONGS =
                Set.of(
                        "long",
                        "unsigned long",
                        "long long",
                        "unsigned long long",
                        "size_t",
                        "Py_ssize_t",
                        "Py_hash_t",
                        "int64_t",
                        "uint64_t");

        static Kind of(String type) {
            if (type.equals("void")) return VOID;
            if (type.equals("double")) return DOUBLE;
            if (type.equals("...") || type.equals("va_list")) return VARIADIC;
            if (OBJECTS.contains(type)) return OBJECT;
            if (INTS.contains(type)) return INT;
            if (LONGS.contains(type)) return LONG;
            return ADDRESS;
        }

        char letter() {
            return this == VOID ? 'V' : this == DOUBLE ? 'D' : 'L';
        }
    }

    private static final Pattern FUNCTION = Pattern.compile("(.*?)(\\w+)\\((.*)\\)");
    private static final Pattern POINTER_PARAMETER = Pattern.compile(".*\\(\\*(\\w+)\\).*");
    private static final Set<String> IMPLEMENTATIONS = Set.of("java", "c", "todo", "data");

    static Symbol parse(String stem, String line) {
        int end = line.indexOf(';');
        String prototype = line.substring(0, end).strip();
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : line.substring(end + 1).strip().split("\\s+")) {
            String[] parts = tag.split("=", 2);
            tags.put(parts[0], parts[1]);
        }
        if (!IMPLEMENTATIONS.contains(tags.get("impl"))) {
            throw new IllegalArgumentException("impl must be one of " + IMPLEMENTATIONS);
        }
        if (tags.get("impl").equals("data")) {
            return new Symbol(stem, dataName(prototype), prototype, "", List.of(), tags);
        }
        var matcher = FUNCTION.matcher(prototype);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a prototype");
        }
        var symbol =
                new Symbol(
                        stem,
                        matcher.group(2),
                        prototype,
                        matcher.group(1).strip(),
                        parameters(matcher.group(3)),
                        tags);
        symbol.checkTags();
        return symbol;
    }

    private static String dataName(String declaration) {
        var pointer = POINTER_PARAMETER.matcher(declaration);
        if (pointer.matches()) {
            return pointer.group(1);
        }
        return declaration.replaceAll("\\[.*\\]", "").replaceAll(".*\\W", "");
    }

    private static List<Parameter> parameters(String text) {
        List<Parameter> result = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c == ',' && depth == 0) {
                String declaration = text.substring(start, i).strip();
                if (!declaration.equals("void")) {
                    result.add(parameter(declaration));
                }
                start = i + 1;
            }
        }
        return result;
    }

    private static Parameter parameter(String declaration) {
        if (declaration.equals("...")) {
            return new Parameter(declaration, "...", "");
        }
        var pointer = POINTER_PARAMETER.matcher(declaration);
        if (pointer.matches()) {
            return new Parameter(declaration, "function pointer", pointer.group(1));
        }
        String name = declaration.replaceAll(".*\\W", "");
        String type = declaration.substring(0, declaration.length() - name.length()).strip();
        return new Parameter(declaration, type, name);
    }

    private void checkTags() {
        for (String tag : List.of("steals", "nullable", "text", "keeps")) {
            for (String parameter : list(tag)) {
                if (parameters.stream().noneMatch(p -> p.name().equals(parameter))) {
                    throw new IllegalArgumentException(
                            tag + "=" + parameter + ": no such parameter");
                }
            }
        }
        boolean object = kind() == Kind.OBJECT;
        boolean owned =
                Set.of("new", "item", "borrowed", "null").contains(tags.getOrDefault("ret", ""));
        if (object != owned && !isInternal()) {
            throw new IllegalArgumentException("ret= must say who owns the result");
        }
        if (isUpcall() && parameters.stream().anyMatch(p -> p.kind() == Kind.VARIADIC)) {
            throw new IllegalArgumentException("variadic functions are C");
        }
    }

    List<String> list(String tag) {
        String value = tags.get(tag);
        return value == null ? List.of() : Arrays.asList(value.split(","));
    }

    boolean is(String tag, String value) {
        return value.equals(tags.get(tag));
    }

    String since() {
        return tags.getOrDefault("since", "abi");
    }

    boolean isData() {
        return is("impl", "data");
    }

    boolean isTodo() {
        return is("impl", "todo");
    }

    boolean isInternal() {
        return Set.of("internal", "native", "entry").contains(since());
    }

    /** Not exported from the library. */
    boolean isHidden() {
        return Set.of("internal", "native").contains(since());
    }

    /** Has a Java method. */
    boolean isUpcall() {
        return is("impl", "java") || is("java", "yes");
    }

    /** The name of the C function that makes the upcall. */
    String upcallName() {
        return tags.containsKey("java") ? "java_" + name : name;
    }

    Kind kind() {
        return Kind.of(returnType);
    }

    String shape() {
        var letters = new StringBuilder();
        parameters.forEach(p -> letters.append(p.kind().letter()));
        return letters.append('_').append(kind().letter()).toString();
    }

    /** The prototype under another name. */
    String prototypeAs(String otherName) {
        return prototype.replaceFirst("\\b" + name + "\\(", otherName + "(");
    }

    /** The C expression returned on error. */
    String sentinel() {
        String error = tags.get("error");
        if (error != null) {
            return error.equals("ignore") ? "0" : error;
        }
        return switch (kind()) {
            case VOID -> "";
            case DOUBLE -> "-1.0";
            case INT, LONG -> "(" + returnType + ")-1";
            default -> "NULL";
        };
    }
}
