package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;

/** {@code json.scanner.c_make_scanner}: reads the value at a position of a document. */
@BuiltinType(value = "Scanner", signature = "none")
public final class ScannerType extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("_json.Scanner", ScannerTypeTable::new, null).sealed().madeAtRunTime();

    private static final Signature CALL = Signature.parse("_json", "scan_once(string, idx)", 'M');

    final boolean strict;
    final Object objectHook;
    final Object objectPairsHook;
    final Object parseFloat;
    final Object parseInt;
    final Object parseConstant;

    private ScannerType(Object context) {
        super(TYPE);
        strict = Args.toBoolean(Attributes.get(context, "strict"));
        objectHook = Attributes.get(context, "object_hook");
        objectPairsHook = Attributes.get(context, "object_pairs_hook");
        parseFloat = Attributes.get(context, "parse_float");
        parseInt = Attributes.get(context, "parse_int");
        parseConstant = Attributes.get(context, "parse_constant");
    }

    @Builtin(value = "__new__(cls, context)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object context) {
        return new ScannerType(context);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        Object[] bound = CALL.bind(args, keywords);
        return call(this, bound[0], Args.toLong(bound[1]));
    }

    @Builtin("__call__(self, string, idx)")
    static Object call(ScannerType self, Object string, long idx) {
        TruffleString document = Str.valueOrNull(string);
        if (document == null) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", Types.of(string).fullName());
        }
        if (idx < 0) {
            throw Errors.valueError("idx cannot be negative");
        }
        if (idx > Integer.MAX_VALUE) {
            throw Errors.stopIteration(idx);
        }
        ValueScanner values = new ValueScanner(self, document);
        Object value = values.read((int) idx);
        return new PyTuple(value, (long) values.end);
    }

    @Builtin(value = "strict", kind = BuiltinKind.FIELD)
    static boolean strict(ScannerType self) {
        return self.strict;
    }

    @Builtin(value = "object_hook", kind = BuiltinKind.FIELD)
    static Object objectHook(ScannerType self) {
        return self.objectHook;
    }

    @Builtin(value = "object_pairs_hook", kind = BuiltinKind.FIELD)
    static Object objectPairsHook(ScannerType self) {
        return self.objectPairsHook;
    }

    @Builtin(value = "parse_float", kind = BuiltinKind.FIELD)
    static Object parseFloat(ScannerType self) {
        return self.parseFloat;
    }

    @Builtin(value = "parse_int", kind = BuiltinKind.FIELD)
    static Object parseInt(ScannerType self) {
        return self.parseInt;
    }

    @Builtin(value = "parse_constant", kind = BuiltinKind.FIELD)
    static Object parseConstant(ScannerType self) {
        return self.parseConstant;
    }
}
