package org.jabiru.builtins.frame;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@link PyFrame}. */
@BuiltinType("frame")
public final class FrameType {
    public static final PyType TYPE = PyType.builtin("frame", FrameTypeTable::new, null).sealed();

    private FrameType() {}
}
