package org.jabiru.builtins.generator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.tuple.PyTuple;

/** Where a coroutine was made ({@code sys.set_coroutine_origin_tracking_depth}). */
final class CoroutineOrigin {
    private CoroutineOrigin() {}

    /** (file, line, function) of the calls around, the innermost first. */
    @TruffleBoundary
    static PyTuple of(int depth) {
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            PyFrame f = Frames.current(i);
            if (f == null) {
                break;
            }
            out.add(new PyTuple(f.code.fileName, (long) f.line(), f.code.name));
        }
        return PyTuple.of(out.toArray());
    }
}
