package org.jabiru.object;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/**
 * The singletons {@code None}, {@code NotImplemented} and {@code Ellipsis} (Built-in Constants).
 */
@ExportLibrary(InteropLibrary.class)
public enum Singleton implements TruffleObject {
    NONE,
    NOT_IMPLEMENTED,
    ELLIPSIS;

    /** Whether the value is None. */
    public static boolean isNone(Object value) {
        return value == NONE;
    }

    /** To other languages None is their null. */
    @ExportMessage
    boolean isNull() {
        return this == NONE;
    }
}
