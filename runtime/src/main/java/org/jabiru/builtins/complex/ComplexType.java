package org.jabiru.builtins.complex;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.format.ComplexFormat;
import org.jabiru.builtins.format.FormatSpec;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.ints.NewCheck;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Warnings;

/** The methods of complex. */
@BuiltinType(
        value = "complex",
        doc = "Make a complex number from a real and an imaginary part, or from text.",
        signature = "(real=0, imag=0)")
public final class ComplexType {
    public static final PyType TYPE =
            PyType.builtin("complex", ComplexTypeTable::new, type -> new PyComplex(type, 0.0, 0.0));

    private ComplexType() {}

    private static final Signature PARAMETERS =
            Signature.parse(
                    "complex", "__new__(cls, real=<unrepresentable>, imag=<unrepresentable>)", 'N');

    /** A part that is given by its name must be a real number, also when it is the only one. */
    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object[] args, PyDict keywords) {
        Object[] all = new Object[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        Object[] bound =
                PARAMETERS.bind(CallWithDict.append(all, keywords), CallWithDict.names(keywords));
        boolean named = keywords.get("real") != null;
        return newInstance(cls, bound[1], named && bound[2] == null ? 0L : bound[2]);
    }

    private static Object newInstance(Object cls, Object real, Object imag) {
        PyType type = NewCheck.subtype(TYPE, cls);
        if (imag == null && real instanceof PyComplex z && z.type() == TYPE && type == TYPE) {
            return z;
        }
        double[] value = imag == null ? convert(real) : fromParts(real, imag);
        return Finalizers.watched(new PyComplex(type, value[0], value[1]));
    }

    private static double[] convert(Object x) {
        if (x == null) {
            return new double[2];
        }
        TruffleString text = Str.valueOrNull(x);
        if (text != null) {
            return ComplexText.parse(text);
        }
        PyComplex z = fromComplexMethodOrNull(x);
        if (z != null) {
            return new double[] {z.real, z.imag};
        }
        if (isReal(x)) {
            return new double[] {Numbers.toDouble(x), 0.0};
        }
        throw Errors.typeError(
                "complex() argument must be a string or a number, not %s", Types.of(x).name());
    }

    private static double[] fromParts(Object realPart, Object imagPart) {
        double[] r = realPart == null ? new double[2] : part(realPart, "real");
        double[] i = part(imagPart, "imag");
        // A part that is no complex number adds nothing: not even 0.0, which would change -0.0.
        double real = i.length == 3 ? r[0] - i[1] : r[0];
        double imag = r.length == 3 ? i[0] + r[1] : i[0];
        return new double[] {real, imag};
    }

    /** Real and imaginary part of an argument; three elements when it was a complex number. */
    private static double[] part(Object x, String name) {
        if (x instanceof PyComplex z) {
            warnOfComplexPart(x, name);
            return new double[] {z.real, z.imag, 0};
        }
        if (Str.valueOrNull(x) == null) {
            if (name.equals("real")) {
                PyComplex z = fromComplexMethodOrNull(x);
                if (z != null) {
                    warnOfComplexPart(x, name);
                    return new double[] {z.real, z.imag, 0};
                }
            }
            if (isReal(x)) {
                return new double[] {Numbers.convertToDouble(x), 0.0};
            }
        }
        throw Errors.typeError(
                "complex() argument '%s' must be a real number, not %s", name, Types.of(x).name());
    }

    private static void warnOfComplexPart(Object x, String name) {
        String argument = "complex() argument '" + name + "' must be a real number, not ";
        Warnings.warn(ExceptionTypes.DeprecationWarning, argument + Types.of(x).name(), 1);
    }

    private static boolean isReal(Object x) {
        return Types.of(x).lookup("__float__") != null || Numbers.isIndex(x);
    }

    /** The value of a complex number or of {@code __complex__}, or null. */
    private static PyComplex fromComplexMethodOrNull(Object x) {
        if (x instanceof PyComplex z && z.type() == TYPE) {
            return z;
        }
        if (!(x instanceof PyObject)) {
            return null;
        }
        Object result = Call.specialOrNull(x, "__complex__");
        if (result == null) {
            return null;
        }
        if (result instanceof PyComplex z) {
            if (z.type() != TYPE) {
                Numbers.warnOfSubclass(result, "__complex__", "complex");
            }
            return z;
        }
        throw Errors.typeError(
                "%s.__complex__() must return a complex, not %s",
                Types.of(x).name(), Types.of(result).name());
    }

    /** The complex value of any number, for cmath and the C-API: TypeError for others. */
    public static PyComplex valueOf(Object x) {
        PyComplex z = fromComplexMethodOrNull(x);
        return z != null ? z : new PyComplex(Numbers.toDouble(x), 0.0);
    }

    // ---- operators; a real operand has no imaginary part at all (C, Annex G) ----

    @Builtin("__add__(self, value, /)")
    static Object add(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return new PyComplex(self.real + z.real, self.imag + z.imag);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(self.real + x, self.imag);
    }

    @Builtin("__radd__(self, value, /)")
    static Object radd(PyComplex self, Object value) {
        return add(self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return new PyComplex(self.real - z.real, self.imag - z.imag);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(self.real - x, self.imag);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object rsub(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return sub(z, self);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(x - self.real, -self.imag);
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return ComplexArithmetic.multiply(self.real, self.imag, z.real, z.imag);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(self.real * x, self.imag * x);
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(PyComplex self, Object value) {
        return mul(self, value);
    }

    @Builtin("__truediv__(self, value, /)")
    static Object truediv(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return ComplexArithmetic.divide(self.real, self.imag, z.real, z.imag);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        if (x == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return new PyComplex(
                FloatArithmetic.divide(self.real, x), FloatArithmetic.divide(self.imag, x));
    }

    @Builtin("__rtruediv__(self, value, /)")
    static Object rtruediv(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return truediv(z, self);
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null
                ? Singleton.NOT_IMPLEMENTED
                : ComplexArithmetic.divide(x, self.real, self.imag);
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static Object pow(PyComplex self, Object value, Object mod) {
        PyComplex z = operandOrNull(value);
        return z == null ? Singleton.NOT_IMPLEMENTED : power(self, z, mod);
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static Object rpow(PyComplex self, Object value, Object mod) {
        PyComplex z = operandOrNull(value);
        return z == null ? Singleton.NOT_IMPLEMENTED : power(z, self, mod);
    }

    private static PyComplex operandOrNull(Object value) {
        if (value instanceof PyComplex z) {
            return z;
        }
        Double x = FloatArithmetic.operandOrNull(value);
        return x == null ? null : new PyComplex(x, 0.0);
    }

    private static Object power(PyComplex a, PyComplex b, Object mod) {
        if (mod != Singleton.NONE) {
            throw Errors.valueError("complex modulo");
        }
        return ComplexArithmetic.power(a.real, a.imag, b.real, b.imag);
    }

    @Builtin("__neg__(self, /)")
    static Object neg(PyComplex self) {
        return new PyComplex(-self.real, -self.imag);
    }

    @Builtin("__pos__(self, /)")
    static Object pos(PyComplex self) {
        return self.type() == TYPE ? self : new PyComplex(self.real, self.imag);
    }

    @Builtin("__abs__(self, /)")
    static double abs(PyComplex self) {
        return ComplexArithmetic.absolute(self.real, self.imag);
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(PyComplex self) {
        return self.real != 0 || self.imag != 0;
    }

    // ---- comparison ----

    private static Boolean equalOrNull(PyComplex self, Object value) {
        if (value instanceof PyComplex z) {
            return self.real == z.real && self.imag == z.imag;
        }
        Boolean real = FloatArithmetic.compareOrNull(Comparison.Op.EQ, self.real, value);
        return real == null ? null : (Boolean) (real && self.imag == 0);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyComplex self, Object value) {
        Boolean equal = equalOrNull(self, value);
        return equal == null ? Singleton.NOT_IMPLEMENTED : equal;
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyComplex self, Object value) {
        Boolean equal = equalOrNull(self, value);
        return equal == null ? Singleton.NOT_IMPLEMENTED : (Object) !equal;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyComplex self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyComplex self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyComplex self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyComplex self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyComplex self) {
        long h = Hashing.hashDouble(self.real) + 1000003L * Hashing.hashDouble(self.imag);
        return h == -1 ? -2 : h;
    }

    // ---- text and parts ----

    @Builtin("__repr__(self, /)")
    static String repr(PyComplex self) {
        return ComplexText.repr(self);
    }

    @Builtin("__format__(self, format_spec, /)")
    static Object format(PyComplex self, TruffleString spec) {
        if (Str.length(spec) == 0) {
            return Repr.str(self);
        }
        String type = self.type().name();
        return ComplexFormat.format(self, FormatSpec.parse(spec, type, '>'), type);
    }

    @Builtin("__complex__(self, /)")
    static Object toComplex(PyComplex self) {
        return pos(self);
    }

    @Builtin("conjugate(self, /)")
    static Object conjugate(PyComplex self) {
        return new PyComplex(self.real, -self.imag);
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(PyComplex self) {
        return new PyTuple(self.real, self.imag);
    }

    @Builtin(value = "real", kind = BuiltinKind.FIELD, doc = "the real part of a complex number")
    static double real(PyComplex self) {
        return self.real;
    }

    @Builtin(
            value = "imag",
            kind = BuiltinKind.FIELD,
            doc = "the imaginary part of a complex number")
    static double imag(PyComplex self) {
        return self.imag;
    }

    @Builtin(value = "from_number(cls, number, /)", kind = BuiltinKind.CLASS)
    static Object fromNumber(PyType cls, Object number) {
        if (cls == TYPE && number instanceof PyComplex z && z.type() == TYPE) {
            return z;
        }
        PyComplex z = fromComplexMethodOrNull(number);
        double[] parts =
                z != null
                        ? new double[] {z.real, z.imag}
                        : new double[] {Numbers.toDouble(number), 0.0};
        return new PyComplex(cls, parts[0], parts[1]);
    }
}
