package org.jabiru.capi.debug;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.convert.ValueReader;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/**
 * Short texts for objects, made without running Python code and without changing what either side
 * knows of them: only values are shown, of everything else the type.
 */
final class Description {
    private static final int MOST = 60;

    private final NativeState state;

    Description(NativeState state) {
        this.state = state;
    }

    /** An object by its address, as C passes it. */
    String ofNative(long p) {
        if (p == 0) {
            return "NULL";
        }
        if (p == state.none) {
            return "None";
        }
        long type = ObjectLayout.type(p);
        String name = type == 0 ? "?" : nameOf(type);
        return switch (name) {
            case "int" -> String.valueOf(ValueReader.readInt(p));
            case "float" -> String.valueOf(ValueReader.readFloat(p));
            case "bool" -> p == state.trueValue ? "True" : "False";
            case "str" -> quoted(ValueReader.readStr(p));
            case "bytes" -> bytes(ValueReader.readBytes(p));
            case "type" -> "<class " + nameOf(p) + ">";
            default -> "<%s at 0x%x>".formatted(name, p);
        };
    }

    private static String nameOf(long type) {
        long name = Memory.getLong(type + TypeLayout.NAME);
        return name == 0 ? "?" : Memory.string(name);
    }

    /** An object of Java's; null is NULL. */
    static String ofObject(Object o) {
        return switch (o) {
            case null -> "NULL";
            case Long l -> l.toString();
            case Double d -> d.toString();
            case Boolean b -> b ? "True" : "False";
            case Singleton s when s == Singleton.NONE -> "None";
            case TruffleString s -> quoted(s);
            case PyBytes b -> "<bytes of " + b.size() + ">";
            case PyType t -> "<class " + t.name() + ">";
            default -> "<" + Types.of(o).name() + ">";
        };
    }

    private static String quoted(TruffleString s) {
        String text = Str.java(s);
        return text.length() <= MOST
                ? "'" + text.replace("\n", "\\n") + "'"
                : "'" + text.substring(0, MOST).replace("\n", "\\n") + "'...";
    }

    private static String bytes(byte[] content) {
        return content.length <= MOST
                ? "b'" + new String(content, StandardCharsets.ISO_8859_1) + "'"
                : "<bytes of " + content.length + ">";
    }
}
