package org.jabiru.object;

import com.oracle.truffle.api.library.DynamicDispatchLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.DynamicObject;
import com.oracle.truffle.api.object.Shape;
import org.jabiru.interop.ObjectMessages;

/**
 * A Python object. Its shape carries its type (the shape's dynamic type) and its instance
 * attributes (string keys); plain instances of user classes are of this very class.
 *
 * <p>Values of the types int, bool, float and str are not PyObjects unless they are instances of
 * subclasses: they are {@code Long} or {@code BigInteger}, {@code Boolean}, {@code Double} and
 * {@code TruffleString} (UTF-32).
 */
@ExportLibrary(DynamicDispatchLibrary.class)
public class PyObject extends DynamicObject {
    /** Set in a shape's flags when the attributes moved to a dict of their own. */
    public static final int HAS_DICT = 1;

    /**
     * Belongs to the extension loader: what ties this object to native memory, or null. The runtime
     * only carries it.
     */
    public Object nativePeer;

    /** An instance of the type. */
    public PyObject(PyType type) {
        super(type.instanceShape());
        Allocations.made(this);
    }

    /** For objects whose type cannot make its shape yet. */
    protected PyObject(Shape shape) {
        super(shape);
        Allocations.made(this);
    }

    /** The object's type, as {@code type(self)}. */
    public PyType type() {
        return (PyType) getShape().getDynamicType();
    }

    /** What other languages and Java see. */
    @ExportMessage
    Class<?> dispatch() {
        return ObjectMessages.class;
    }
}
