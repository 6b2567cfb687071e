package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;

/** Joins parts of a subject and replacements, all str or all bytes. */
final class Pieces {
    private final StrBuilder text;
    private final ByteArrayOutputStream bytes;
    private int count;

    Pieces(boolean forBytes) {
        text = forBytes ? null : new StrBuilder();
        bytes = forBytes ? new ByteArrayOutputStream() : null;
    }

    /** Adds a part; TypeError when it is of the other kind. */
    void add(Object part) {
        if (text != null) {
            TruffleString s = Str.valueOrNull(part);
            if (s == null) {
                throw Errors.typeError(
                        "sequence item %d: expected str instance, %s found",
                        count, Types.of(part).fullName());
            }
            text.append(s);
        } else {
            if (!ByteArguments.isBytesLike(part)) {
                throw Errors.typeError(
                        "sequence item %d: expected a bytes-like object, %s found",
                        count, Types.of(part).fullName());
            }
            bytes.writeBytes(ByteArguments.read(part));
        }
        count++;
    }

    Object join() {
        return text != null ? text.toStr() : ByteArguments.bytes(bytes.toByteArray());
    }
}
