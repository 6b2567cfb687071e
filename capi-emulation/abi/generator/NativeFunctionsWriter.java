import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code NativeFunctions}: a Java method for each C function that Java may call. */
final class NativeFunctionsWriter {
    private final List<Symbol> functions;

    NativeFunctionsWriter(Table table) {
        this.functions = table.downcalls();
    }

    void addTo(Map<String, String> files) {
        files.put(JavaWriter.DIRECTORY + "NativeFunctions.java", source());
    }

    private String source() {
        var shapes = new TreeSet<String>();
        functions.forEach(f -> shapes.add(f.shape()));
        var fields = new StringBuilder();
        var assignments = new StringBuilder();
        var methods = new StringBuilder();
        for (int i = 0; i < functions.size(); i++) {
            Symbol f = functions.get(i);
            if (f.is("hot", "yes")) {
                methods.append(method(f, f.name() + "_", ""));
                methods.append(boundHolder(f, i));
                continue;
            }
            fields.append("    private final MemorySegment ").append(f.name()).append(";\n");
            assignments
                    .append("        ")
                    .append(f.name())
                    .append(" = address(table, ")
                    .append(i)
                    .append(");\n");
            methods.append(method(f, f.shape(), f.name()));
        }
        String holders =
                shapes.stream().map(NativeFunctionsWriter::holder).collect(Collectors.joining());
        return """
        package org.jabiru.capi.generated;

        import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
        import java.lang.foreign.FunctionDescriptor;
        import java.lang.foreign.Linker;
        import java.lang.foreign.MemorySegment;
        import java.lang.foreign.ValueLayout;
        import java.lang.invoke.MethodHandle;
        import org.jabiru.capi.memory.Memory;

        /** The C functions that Java calls; pointers are {@code long}. */
        public final class NativeFunctions {
            // The library is opened once in a process, whoever asks: its addresses never change.
            private static volatile MemorySegment table;

        %s
            /** Reads the addresses from the native table. */
            public NativeFunctions(MemorySegment table) {
                NativeFunctions.table = table;
        %s    }

            private static MemorySegment address(MemorySegment table, int index) {
                return MemorySegment.ofAddress(Memory.getLong(table.address() + 8L * index));
            }

            private static RuntimeException unexpected(Throwable throwable) {
                throw new AssertionError("a downcall threw", throwable);
            }
        %s%s}
        """
                .formatted(fields, assignments, methods, holders);
    }

    /** The call through a handle in a holder, with the address in front when it is not bound. */
    private static String method(Symbol f, String holder, String address) {
        var declared =
                f.parameters().stream()
                        .map(p -> javaType(p.kind()) + " " + p.name() + "_")
                        .collect(Collectors.joining(", "));
        var passed =
                f.parameters().stream()
                        .map(p -> (p.kind() == Symbol.Kind.INT ? "(long) " : "") + p.name() + "_")
                        .collect(Collectors.joining(", "));
        String separator = address.isEmpty() || passed.isEmpty() ? "" : ", ";
        String call = holder + ".HANDLE.invokeExact(" + address + separator + passed + ");";
        String body =
                switch (f.kind()) {
                    case VOID -> call;
                    case DOUBLE -> "return (double) " + call;
                    case INT -> "return (int) (long) " + call;
                    default -> "return (long) " + call;
                };
        String result = f.kind() == Symbol.Kind.VOID ? "void" : javaType(f.kind());
        return """

            /** {@code %s}. */
            @TruffleBoundary(allowInlining = true, transferToInterpreterOnException = false)
            public %s %s(%s) {
                try {
                    %s
                } catch (Throwable throwable) {
                    throw unexpected(throwable);
                }
            }
        """
                .formatted(f.prototype(), result, f.name(), declared, body);
    }

    private static String javaType(Symbol.Kind kind) {
        return switch (kind) {
            case DOUBLE -> "double";
            case INT -> "int";
            default -> "long";
        };
    }

    /** A function whose address is a constant for the compiler. */
    private static String boundHolder(Symbol f, int index) {
        return """

            private static final class %s_ {
                static final MethodHandle HANDLE =
                        Linker.nativeLinker().downcallHandle(address(table, %d), %s);
            }
        """
                .formatted(f.name(), index, descriptor(f.shape()));
    }

    private static String holder(String shape) {
        return """

            private static final class %s {
                static final MethodHandle HANDLE = Linker.nativeLinker().downcallHandle(%s);
            }
        """
                .formatted(shape, descriptor(shape));
    }

    private static String descriptor(String shape) {
        String arguments =
                shape.substring(0, shape.indexOf('_'))
                        .chars()
                        .mapToObj(c -> layout((char) c))
                        .collect(Collectors.joining(", "));
        char result = shape.charAt(shape.length() - 1);
        return result == 'V'
                ? "FunctionDescriptor.ofVoid(" + arguments + ")"
                : "FunctionDescriptor.of("
                        + layout(result)
                        + (arguments.isEmpty() ? "" : ", ")
                        + arguments
                        + ")";
    }

    private static String layout(char letter) {
        return letter == 'D' ? "ValueLayout.JAVA_DOUBLE" : "ValueLayout.JAVA_LONG";
    }
}
