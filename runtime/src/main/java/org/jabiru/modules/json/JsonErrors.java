package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** Makes {@code json.JSONDecodeError}. */
final class JsonErrors {
    private JsonErrors() {}

    /** The exception for a document that is wrong at a position. */
    static PyException decodeError(String message, TruffleString document, long position) {
        Object type = Modules.attribute("json.decoder", "JSONDecodeError");
        Object made = Call.call(type, Str.of(message), document, position);
        return new PyException((PyBaseException) made);
    }
}
