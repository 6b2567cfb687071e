package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.PyMethodDescriptor;

/**
 * The builtins of one class of Java methods, by index; the annotation processor writes the
 * subclasses. A table is made when its type or module is first looked into, and parses a signature
 * when its function is first called.
 */
public abstract class BuiltinTable {
    /** The name of the type or module. */
    public final String owner;

    /** Between the signature of a builtin and what Python sees of it. */
    private static final char SHOWN = '\0';

    private final String[] signatureTexts;
    private final String kinds;
    private final String[] docs;
    private final Signature[] signatures;

    /**
     * @param kinds one character a builtin: the first letter of its {@link BuiltinKind}
     */
    protected BuiltinTable(String owner, String[] signatureTexts, String kinds, String[] docs) {
        this.owner = owner;
        this.signatureTexts = signatureTexts;
        this.kinds = kinds;
        this.docs = docs;
        this.signatures = new Signature[signatureTexts.length];
    }

    /** Calls a builtin with one argument for each of its parameters; see {@link Signature#bind}. */
    public abstract Object invoke(int index, Object[] bound);

    /** The number of builtins. */
    public final int size() {
        return signatureTexts.length;
    }

    /** What the builtin becomes: 'M', 'C', 'S'tatic, 'N'ew, 'G'etter, 'F'ield or '='(setter). */
    public final char kind(int index) {
        return kinds.charAt(index);
    }

    /** The builtin's name. */
    @TruffleBoundary
    public final String name(int index) {
        String text = signatureTexts[index];
        int paren = text.indexOf('(');
        return paren < 0 ? text : text.substring(0, paren);
    }

    /** The signature after the name, such as {@code "(self, /)"}, or null for an attribute. */
    @TruffleBoundary
    public final String textSignature(int index) {
        String text = declaration(index);
        int paren = text.indexOf('(');
        return paren < 0 ? null : text.substring(paren);
    }

    /** What {@link Builtin#shown} says, or null. */
    @TruffleBoundary
    public final String shownSignature(int index) {
        String text = signatureTexts[index];
        int end = text.indexOf(SHOWN);
        return end < 0 ? null : text.substring(end + 1);
    }

    /** What {@link Builtin#value} says. */
    @TruffleBoundary
    private String declaration(int index) {
        String text = signatureTexts[index];
        int end = text.indexOf(SHOWN);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The docstring of the type, or null. */
    public String typeDoc() {
        return null;
    }

    /** What {@link BuiltinType#signature} says, or null. */
    public String typeSignature() {
        return null;
    }

    /** The parameters of the type when it is called, as {@code __text_signature__}, or null. */
    @TruffleBoundary
    public final String constructorSignature() {
        String given = typeSignature();
        if (given != null) {
            return given.equals("none") ? null : given;
        }
        String found = null;
        for (int i = 0; i < size(); i++) {
            if (kind(i) == 'N' || kind(i) == 'M' && name(i).equals("__init__")) {
                String says = withoutReceiver(textSignature(i));
                found = says == null ? found : says;
            }
        }
        return found;
    }

    /** The rest of a signature; null when it says nothing of use. */
    private static String withoutReceiver(String text) {
        int comma = text.indexOf(',');
        String rest = comma < 0 ? ")" : text.substring(comma + 1).strip();
        rest = rest.equals("/)") ? ")" : rest;
        rest = rest.startsWith("/, ") ? rest.substring(3) : rest;
        return rest.contains("<unrep") || rest.equals("*args, **kwargs)") ? null : "(" + rest;
    }

    public final String doc(int index) {
        return docs[index];
    }

    /** The parsed signature. */
    public final Signature signature(int index) {
        Signature known = signatures[index];
        return known != null ? known : parse(index);
    }

    @TruffleBoundary
    private Signature parse(int index) {
        Signature made = Signature.parse(owner, declaration(index), kind(index));
        signatures[index] = made;
        return made;
    }

    // ---- conversions called by the generated code; the index names the builtin in messages ----

    /** The receiver of a method, or TypeError when it is of another type. */
    protected final <T> T self(Object value, Class<T> type, int index) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw doesNotApply(value, index);
    }

    @TruffleBoundary
    private PyException doesNotApply(Object value, int index) {
        return Errors.typeError(
                PyMethodDescriptor.isSpecial(owner, name(index))
                        ? "descriptor '%s' requires a '%s' object but received a '%s'"
                        : "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                name(index),
                owner,
                Types.of(value).name());
    }

    /** The receiver of a str method. */
    protected final TruffleString selfStr(Object value, int index) {
        TruffleString s = Str.valueOrNull(value);
        if (s != null) {
            return s;
        }
        throw doesNotApply(value, index);
    }

    /** An argument that must be of one of our classes. */
    protected final <T> T arg(
            Object value, Class<T> type, String typeName, int index, int parameter) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw Args.wrongType(signature(index), parameter, typeName, value);
    }

    /** As {@link #arg}, with null for None or a missing argument. */
    protected final <T> T argOrNull(
            Object value, Class<T> type, String typeName, int index, int parameter) {
        return value == null || value == Singleton.NONE
                ? null
                : arg(value, type, typeName, index, parameter);
    }

    /** An argument that must be a str. */
    protected final TruffleString str(Object value, int index, int parameter) {
        if (value instanceof TruffleString s) {
            return s;
        }
        TruffleString s = Str.valueOrNull(value);
        if (s != null) {
            return s;
        }
        throw Args.wrongType(signature(index), parameter, "str", value);
    }

    /** As {@link #str}, with null for None or a missing argument. */
    protected final TruffleString strOrNull(Object value, int index, int parameter) {
        return value == null || value == Singleton.NONE ? null : str(value, index, parameter);
    }
}
