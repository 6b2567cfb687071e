package org.jabiru.modules.host;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.foreign.ForeignTypes;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** {@code polyglot}: values that all languages of a context share, and code of other languages. */
@BuiltinModule("polyglot")
public final class PolyglotModule {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private PolyglotModule() {}

    private static Object bindings() {
        var env = PythonContext.get().env();
        if (!env.isPolyglotBindingsAccessAllowed()) {
            throw Errors.raise(
                    ExceptionTypes.PermissionError,
                    "this context gives no access to the polyglot bindings"
                            + " (Context.Builder.allowPolyglotAccess)");
        }
        return env.getPolyglotBindings();
    }

    @Builtin(
            value = "import_value(name)",
            doc = "The value that Java or another language put into the polyglot bindings.")
    static Object importValue(TruffleString name) {
        try {
            return Conversions.toPython(INTEROP.readMember(bindings(), Str.java(name)));
        } catch (InteropException e) {
            throw Errors.nameError("there is no polyglot value '%s'", Str.java(name));
        }
    }

    @Builtin(
            value = "export_value(name, value)",
            doc = "Puts a value into the polyglot bindings, for Java and other languages.")
    static Object exportValue(TruffleString name, Object value) {
        try {
            INTEROP.writeMember(bindings(), Str.java(name), Conversions.toForeign(value));
            return value;
        } catch (InteropException e) {
            throw Errors.typeError("the value cannot be exported: %s", e.getMessage());
        }
    }

    @Builtin(
            value = "eval(string, language)",
            doc = "Runs a text in another language of the context, and gives its result.")
    static Object eval(TruffleString string, TruffleString language) {
        var env = PythonContext.get().env();
        String id = Str.java(language);
        if (!env.getPublicLanguages().containsKey(id)) {
            throw Errors.valueError("this context has no language '%s'", id);
        }
        Source source = Source.newBuilder(id, Str.java(string), "<eval>").build();
        try {
            return Conversions.toPython(env.parsePublic(source).call());
        } catch (AbstractTruffleException e) {
            throw ForeignTypes.raised(e);
        }
    }
}
