package org.jabiru.builtins.type;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** What {@code __slots__} of a class body asks for (Data model, {@code __slots__}). */
final class SlotDefinition {
    /** Names in the body that a slot may have as well. */
    private static final Set<String> ALLOWED_IN_BODY =
            Set.of("__qualname__", "__classcell__", "__classdictcell__");

    /** The names, mangled and sorted, without {@code __dict__} and {@code __weakref__}. */
    final TruffleString[] names;

    final boolean dict;
    final boolean weakReferences;

    private SlotDefinition(TruffleString[] names, boolean dict, boolean weakReferences) {
        this.names = names;
        this.dict = dict;
        this.weakReferences = weakReferences;
    }

    static SlotDefinition read(
            Object slots, PyDict body, String className, PyType base, PyType[] bases) {
        Object[] items =
                Str.valueOrNull(slots) != null ? new Object[] {slots} : Iteration.toArray(slots);
        if (items.length > 0 && TypeLayout.itemSize(base) != 0) {
            throw Errors.typeError(
                    "nonempty __slots__ not supported for subtype of '%s'", base.name());
        }
        boolean dict = false;
        boolean weak = false;
        List<String> names = new ArrayList<>();
        for (Object item : items) {
            TruffleString name = Str.valueOrNull(item);
            if (name == null) {
                throw Errors.typeError(
                        "__slots__ items must be strings, not '%s'", Types.of(item).name());
            }
            if (!Truth.isTrue(Call.method(name, "isidentifier"))) {
                throw Errors.typeError("__slots__ must be identifiers");
            }
            String s = Str.java(name);
            if (s.equals("__dict__")) {
                if (dict || base.hasInstanceDict) {
                    throw Errors.typeError("__dict__ slot disallowed: we already got one");
                }
                dict = true;
            } else if (s.equals("__weakref__")) {
                if (weak || base.weakReferenceable) {
                    throw Errors.typeError("__weakref__ slot disallowed: we already got one");
                }
                weak = true;
            } else {
                if (body.get(name) != null && !ALLOWED_IN_BODY.contains(s)) {
                    throw Errors.valueError("'%s' in __slots__ conflicts with class variable", s);
                }
                names.add(mangle(s, className));
            }
        }
        names.sort(null);
        for (PyType other : bases) {
            if (other != base) {
                dict |= other.hasInstanceDict && !base.hasInstanceDict;
                weak |= other.weakReferenceable && !base.weakReferenceable;
            }
        }
        return new SlotDefinition(
                names.stream().distinct().map(Str::of).toArray(TruffleString[]::new), dict, weak);
    }

    /** Private name mangling (Reference, Identifiers (Names)). */
    static String mangle(String name, String className) {
        if (!name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int from = 0;
        while (from < className.length() && className.charAt(from) == '_') {
            from++;
        }
        return from == className.length() ? name : "_" + className.substring(from) + name;
    }
}
