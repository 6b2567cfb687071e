package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.libc.FsEncoding;
import org.jabiru.modules.posix.PathArgument;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;

/** File names given as str, bytes or {@code os.PathLike}. */
final class FileNames {
    private FileNames() {}

    /** As {@code os.fsdecode}, without the need for the module. */
    static TruffleString decode(Object fileName) {
        TruffleString known = decodedOrNull(fileName);
        if (known != null) {
            return known;
        }
        Object path = PathArgument.pathOrNull(fileName);
        if (path == null) {
            throw Errors.typeError(
                    "expected str, bytes or os.PathLike object, not %s", Types.of(fileName).name());
        }
        TruffleString decoded = decodedOrNull(path);
        if (decoded == null) {
            throw Errors.typeError(
                    "expected %s.__fspath__() to return str or bytes, not %s",
                    Types.of(fileName).name(), Types.of(path).name());
        }
        return decoded;
    }

    private static TruffleString decodedOrNull(Object name) {
        TruffleString s = Str.valueOrNull(name);
        if (s != null) {
            return s;
        }
        return name instanceof PyBytes b ? FsEncoding.decode(ByteArguments.read(b)) : null;
    }
}
