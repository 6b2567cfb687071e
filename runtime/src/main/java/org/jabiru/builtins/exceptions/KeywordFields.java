package org.jabiru.builtins.exceptions;

import java.util.List;
import org.jabiru.builtins.dict.PyDict;
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
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            String key = Str.java(Str.valueOrNull(keywords.keyAt(i)));
            int at = names.indexOf(key);
            if (at < 0) {
                throw Errors.typeError("%s() got an unexpected keyword argument '%s'", owner, key);
            }
            out[at] = keywords.valueAt(i);
        }
        return out;
    }
}
