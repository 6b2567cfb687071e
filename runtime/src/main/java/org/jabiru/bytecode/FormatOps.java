package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.bytecode.Variadic;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.format.FormatSpec;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** f-strings and t-strings. */
final class FormatOps {
    private FormatOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = int.class, name = "conversion")
    static final class ConvertValue {
        @Specialization
        static TruffleString convert(int conversion, Object value, @Bind Node here) {
            return Formatting.convert(conversion, value);
        }
    }

    @Proxyable(allowUncached = true)
    static final class FormatSimple {
        @Specialization
        static TruffleString ofStr(TruffleString value, @Bind Node here) {
            return value;
        }

        @Specialization
        static TruffleString ofInt(long value) {
            return Str.ofLong(value);
        }

        @Fallback
        static Object other(Object value) {
            return Formatting.format(value, Str.EMPTY);
        }
    }

    @Proxyable(allowUncached = true)
    static final class FormatWithSpec {
        @Specialization(
                guards = {"spec == known", "parsed != null"},
                limit = "1")
        static TruffleString ofInt(
                long value,
                TruffleString spec,
                @Cached("spec") TruffleString known,
                @Cached("numberSpecOrNull(spec, true)") FormatSpec parsed) {
            return Formatting.format(value, parsed);
        }

        @Specialization(
                guards = {"spec == known", "parsed != null"},
                limit = "1")
        static TruffleString ofFloat(
                double value,
                TruffleString spec,
                @Cached("spec") TruffleString known,
                @Cached("numberSpecOrNull(spec, false)") FormatSpec parsed) {
            return Formatting.format(value, parsed);
        }

        /** A specification for a number; null for none, and for one with an error to report. */
        @TruffleBoundary
        static FormatSpec numberSpecOrNull(TruffleString spec, boolean ofInt) {
            if (Str.length(spec) == 0) {
                return null;
            }
            try {
                return FormatSpec.parse(spec, "", '>', ofInt ? 'd' : (char) 0);
            } catch (PyException e) {
                return null;
            }
        }

        @Specialization(replaces = {"ofInt", "ofFloat"})
        static Object format(Object value, Object spec, @Bind Node here) {
            return Formatting.format(value, spec);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildString {
        @Specialization
        static TruffleString build(@Variadic Object[] parts) {
            return Formatting.join(parts);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "expression")
    @ConstantOperand(type = int.class, name = "conversion")
    static final class BuildInterpolation {
        @Specialization
        static Object build(TruffleString expression, int conversion, Object value, Object spec) {
            return Formatting.interpolation(expression, conversion, value, spec);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildTemplate {
        @Specialization
        static Object build(Object strings, Object interpolations, @Bind Node here) {
            return Formatting.template(strings, interpolations);
        }
    }
}
