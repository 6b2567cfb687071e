package org.jabiru.interop;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** The names of {@code __main__}: {@code context.getBindings("python")}. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
public final class MainScope implements TruffleObject {
    private final PyDict names;

    public MainScope(PythonContext context) {
        names = ((PyModule) context.modules.get(Str.name("__main__"))).dict;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return PythonLanguage.class;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "__main__";
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return Entry.run(() -> {
            List<Object> out = new ArrayList<>();
            for (int at = names.first(); at >= 0; at = names.next(at)) {
                if (Str.valueOrNull(names.keyAt(at)) instanceof TruffleString name) {
                    out.add(name);
                }
            }
            return new ValueArray(out.toArray());
        });
    }

    private Object valueOrNull(String member) {
        return Entry.run(() -> names.get(Str.of(member)));
    }

    @ExportMessage
    boolean isMemberReadable(String member) {
        return valueOrNull(member) != null;
    }

    @ExportMessage
    Object readMember(String member) throws UnknownIdentifierException {
        Object value = valueOrNull(member);
        if (value == null) {
            throw UnknownIdentifierException.create(member);
        }
        return Conversions.toForeign(value);
    }

    @ExportMessage
    boolean isMemberModifiable(String member) {
        return isMemberReadable(member);
    }

    @ExportMessage
    boolean isMemberInsertable(String member) {
        return !isMemberReadable(member);
    }

    @ExportMessage
    void writeMember(String member, Object value) {
        Entry.run(() -> {
            names.put(Str.of(member), Conversions.toPython(value));
            return null;
        });
    }

    @ExportMessage
    boolean isMemberRemovable(String member) {
        return isMemberReadable(member);
    }

    @ExportMessage
    void removeMember(String member) throws UnknownIdentifierException {
        if (Entry.run(() -> names.remove(Str.of(member))) == null) {
            throw UnknownIdentifierException.create(member);
        }
    }

    @ExportMessage
    boolean isMemberInvocable(String member) {
        Object value = valueOrNull(member);
        return value != null && Call.isCallable(value);
    }

    @ExportMessage
    Object invokeMember(String member, Object[] arguments) throws UnknownIdentifierException {
        Object value = valueOrNull(member);
        if (value == null) {
            throw UnknownIdentifierException.create(member);
        }
        return Entry.run(
                () -> Conversions.toForeign(Call.call(value, Conversions.toPython(arguments))));
    }
}
