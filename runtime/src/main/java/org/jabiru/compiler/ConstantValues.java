package org.jabiru.compiler;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.Complex;
import org.jabiru.ast.StrValue;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The Python values of literals. */
public final class ConstantValues {
    private ConstantValues() {}

    /** The value of an {@code ast.Constant}. */
    public static Object of(Object literal) {
        return switch (literal) {
            case StrValue s -> str(s);
            case BytesValue b -> PyBytes.of(b.toByteArray());
            case Complex c -> new PyComplex(c.real(), c.imag());
            case org.jabiru.ast.Singleton s ->
                    s == org.jabiru.ast.Singleton.NONE ? Singleton.NONE : Singleton.ELLIPSIS;
            default -> literal;
        };
    }

    /**
     * The str of a literal; short ones that look like names are shared, as CPython interns them.
     */
    static TruffleString str(StrValue s) {
        if (s.isExactString()) {
            String text = s.toString();
            return isNameLike(text) ? Str.name(text) : Str.of(text);
        }
        int[] points = s.codePoints();
        return Str.ofCodePoints(points, 0, points.length);
    }

    /** Equal for constants that CPython merges: of the same types and with the same values. */
    static Object key(Object value) {
        return switch (value) {
            case PyBytes b -> ByteBuffer.wrap(b.value);
            case PyTuple t -> Arrays.stream(t.items).map(ConstantValues::key).toList();
            case PyComplex c -> List.of("complex", c.real, c.imag);
            default -> value;
        };
    }

    private static boolean isNameLike(String text) {
        if (text.length() > 40) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
