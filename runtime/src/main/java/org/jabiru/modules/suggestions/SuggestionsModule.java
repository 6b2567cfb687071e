package org.jabiru.modules.suggestions;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.bytecode.Suggestions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The module {@code _suggestions}. */
@BuiltinModule("_suggestions")
public final class SuggestionsModule {
    private SuggestionsModule() {}

    @Builtin(
            value = "_generate_suggestions(candidates, item, /)",
            doc = "Returns the candidate in candidates that's closest to item")
    static Object generate(Object candidates, TruffleString item) {
        if (!(candidates instanceof PyList list) || list.type().isHeapType()) {
            throw Errors.typeError("candidates must be a list");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            TruffleString name = Str.valueOrNull(list.get(i));
            if (name == null) {
                throw Errors.typeError("all elements in 'candidates' must be strings");
            }
            names.add(Str.java(name));
        }
        String closest = Suggestions.closest(names, Str.java(item));
        return closest == null ? Singleton.NONE : Str.of(closest);
    }
}
