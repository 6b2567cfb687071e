package org.jabiru.builtins.exceptions;

import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.bytecode.Suggestions;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** Keyword-only arguments of exceptions, such as {@code ImportError(name=…)}. */
final class KeywordFields {
    private KeywordFields() {}

    /** The values for names, null where not given; TypeError for other keywords. */
    static Object[] read(String owner, PyDict keywords, List<String> names) {
        Object[] out = new Object[names.size()];
        if (keywords == null) {
            return out;
        }
        if (keywords.size() > names.size()) {
            throw Errors.typeError(
                    "%s() takes at most %d keyword argument%s (%d given)",
                    owner, names.size(), names.size() == 1 ? "" : "s", keywords.size());
        }
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            String key = Str.java(Str.valueOrNull(keywords.keyAt(i)));
            int at = names.indexOf(key);
            if (at < 0) {
                String nearest = Suggestions.closest(names, key);
                throw Errors.typeError(
                        nearest == null
                                ? "%s() got an unexpected keyword argument '%s'"
                                : "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                        owner,
                        key,
                        nearest);
            }
            out[at] = keywords.valueAt(i);
        }
        return out;
    }
}
