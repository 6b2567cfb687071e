package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;

/** The iterator over the characters of a str. */
public final class PyStrIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    TruffleString string;

    int index;

    /**
     * @param exact whether it is not the value of a subclass's instance, which CPython keeps in
     *     another way than ASCII strs
     */
    PyStrIterator(TruffleString string, boolean exact) {
        super(exact && Str.isAscii(string) ? StrIteratorType.ASCII_TYPE : StrIteratorType.TYPE);
        this.string = string;
    }

    @Override
    public Object next() {
        if (string == null) {
            return null;
        }
        if (index >= Str.length(string)) {
            string = null;
            return null;
        }
        return Str.ofCodePoint(Str.codePointAt(string, index++));
    }
}
