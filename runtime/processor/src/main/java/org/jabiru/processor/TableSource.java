package org.jabiru.processor;

import java.util.List;

/** The source text of one generated table. */
final class TableSource {
    /** Builtins a generated method: HotSpot compiles methods of up to 8,000 bytes only. */
    private static final int CHUNK = 60;

    private final String where;
    private final String holder;
    private final String owner;
    private final String doc;
    private final String signature;
    private final List<BuiltinMethod> builtins;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param doc the docstring of the type, or ""
     * @param signature the signature of the type as Python sees it, or "" to derive it
     */
    TableSource(
            String where,
            String holder,
            String owner,
            String doc,
            String signature,
            List<BuiltinMethod> builtins) {
        this.where = where;
        this.holder = holder;
        this.owner = owner;
        this.doc = doc;
        this.signature = signature;
        this.builtins = builtins;
    }

    String text() {
        out.append("package ").append(where).append(";\n\n");
        out.append("import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;\n");
        out.append("import org.jabiru.object.Args;\n");
        out.append("import org.jabiru.object.BuiltinTable;\n");
        out.append("import org.jabiru.object.Singleton;\n");
        out.append("import org.jabiru.object.Str;\n\n");
        out.append("@SuppressWarnings(\"all\")\n");
        out.append("public final class ").append(holder).append("Table extends BuiltinTable {\n");
        out.append("    private static final String[] SIGNATURES = {\n");
        for (BuiltinMethod b : builtins) {
            String text = b.shown().isEmpty() ? b.signature() : b.signature() + '\0' + b.shown();
            out.append("        ").append(quote(text)).append(",\n");
        }
        out.append("    };\n\n    private static final String[] DOCS = {\n");
        for (BuiltinMethod b : builtins) {
            out.append("        ").append(b.doc().isEmpty() ? "null" : quote(b.doc()));
            out.append(",\n");
        }
        out.append("    };\n\n    public ").append(holder).append("Table() {\n");
        StringBuilder kinds = new StringBuilder();
        builtins.forEach(b -> kinds.append(b.kind()));
        out.append("        super(\"").append(owner).append("\", SIGNATURES, \"");
        out.append(kinds).append("\", DOCS);\n    }\n\n");
        writeOverride("typeDoc", doc);
        writeOverride("typeSignature", signature);
        writeInvoke();
        for (int from = 0; from < builtins.size(); from += CHUNK) {
            writeChunk(from, Math.min(from + CHUNK, builtins.size()));
        }
        return out.append("}\n").toString();
    }

    private void writeOverride(String method, String text) {
        if (!text.isEmpty()) {
            out.append("    @Override\n    public String ").append(method).append("() {\n");
            out.append("        return ").append(quote(text)).append(";\n    }\n\n");
        }
    }

    private void writeInvoke() {
        out.append("    @Override\n    public Object invoke(int index, Object[] a) {\n");
        out.append("        switch (index) {\n");
        for (int i = 0; i < builtins.size(); i++) {
            if (builtins.get(i).inline()) {
                writeCase(i);
            }
        }
        out.append("            default:\n                return behindBoundary(index, a);\n");
        out.append("        }\n    }\n\n");
        out.append("    @TruffleBoundary(transferToInterpreterOnException = false)\n");
        out.append("    private Object behindBoundary(int index, Object[] a) {\n");
        out.append("        switch (index / ").append(CHUNK).append(") {\n");
        for (int from = 0; from < builtins.size(); from += CHUNK) {
            int n = from / CHUNK;
            out.append("            case ").append(n).append(":\n                return part");
            out.append(n).append("(index, a);\n");
        }
        out.append("            default:\n");
        out.append(
                "                throw new IndexOutOfBoundsException(index);\n        }\n    }\n");
    }

    private void writeChunk(int from, int to) {
        out.append("\n    private Object part").append(from / CHUNK);
        out.append("(int index, Object[] a) {\n        switch (index) {\n");
        for (int i = from; i < to; i++) {
            if (!builtins.get(i).inline()) {
                writeCase(i);
            }
        }
        out.append("            default:\n");
        out.append(
                "                throw new IndexOutOfBoundsException(index);\n        }\n    }\n");
    }

    private void writeCase(int index) {
        BuiltinMethod b = builtins.get(index);
        StringBuilder call = new StringBuilder();
        call.append(holder).append('.').append(b.javaName()).append('(');
        for (int p = 0; p < b.parameters().size(); p++) {
            call.append(p == 0 ? "" : ", ").append(convert(b, index, p));
        }
        call.append(')');
        out.append("            case ").append(index).append(":\n                ");
        switch (b.result()) {
            case "void" -> out.append(call).append(";\n                return Singleton.NONE;\n");
            case "int" -> out.append("return (long) ").append(call).append(";\n");
            case "java.lang.String" -> out.append("return Str.of(").append(call).append(");\n");
            default -> out.append("return ").append(call).append(";\n");
        }
    }

    private String convert(BuiltinMethod b, int index, int p) {
        String type = b.parameters().get(p);
        String value = "a[" + p + "]";
        boolean receiver = p == 0 && "MGF=".indexOf(b.kind()) >= 0;
        boolean self = receiver && isMethodOfType(b);
        boolean orNull = b.noneDefaults().get(p);
        int angle = type.indexOf('<');
        String plain = angle < 0 ? type : type.substring(0, angle);
        return switch (plain) {
            case "java.lang.Object" -> value;
            case "long" -> "Args.toLong(" + value + ")";
            case "int" -> "Args.toInt(" + value + ")";
            case "double" -> "Args.toDouble(" + value + ")";
            case "boolean" -> "Args.toBoolean(" + value + ")";
            case "java.lang.Object[]" -> "(Object[]) " + value;
            case "com.oracle.truffle.api.strings.TruffleString" -> {
                if (self) {
                    yield "selfStr(" + value + ", " + index + ")";
                }
                yield (orNull ? "strOrNull(" : "str(") + value + ", " + index + ", " + p + ")";
            }
            default -> {
                if (self) {
                    yield "self(" + value + ", " + plain + ".class, " + index + ")";
                }
                yield (orNull ? "argOrNull(" : "arg(")
                        + value
                        + ", "
                        + plain
                        + ".class, \""
                        + pythonName(plain)
                        + "\", "
                        + index
                        + ", "
                        + p
                        + ")";
            }
        };
    }

    private static boolean isMethodOfType(BuiltinMethod b) {
        return b.kind() != 'M' || b.signature().contains("(self") || b.signature().contains("(cls");
    }

    /** PyList → list: the name that messages give. */
    private static String pythonName(String javaClass) {
        String simple = javaClass.substring(javaClass.lastIndexOf('.') + 1);
        if (simple.equals("PyType")) {
            return "type";
        }
        return simple.startsWith("Py") ? simple.substring(2).toLowerCase() : simple;
    }

    private static String quote(String s) {
        return '"'
                + s.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\0", "\\0")
                + '"';
    }
}
