package org.jabiru.modules.typing;

import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;

/** A bound, constraint, default or aliased type: evaluated when first asked for (PEP 695, 649). */
final class LazyValue {
    /** {@code annotationlib.Format.VALUE}. */
    private static final long VALUE = 1;

    private Object value;
    private Object evaluator;

    private LazyValue(Object value, Object evaluator) {
        this.value = value;
        this.evaluator = evaluator;
    }

    /** Nothing was given. */
    static LazyValue absent() {
        return new LazyValue(null, null);
    }

    /** A value that is known. */
    static LazyValue of(Object value) {
        return new LazyValue(value, null);
    }

    /** The result of a function that takes an {@code annotationlib.Format}. */
    static LazyValue by(Object evaluator) {
        return new LazyValue(null, evaluator);
    }

    boolean isPresent() {
        return value != null || evaluator != null;
    }

    /** Whether the value is there only when the function has been called. */
    boolean isDeferred() {
        return evaluator != null;
    }

    /** The value, or {@code absent} when there is none. */
    Object get(Object absent) {
        if (value == null && evaluator != null) {
            value = Call.call(evaluator, VALUE);
        }
        return value == null ? absent : value;
    }

    /** What {@code evaluate_bound} and its like show: a function of the format, or None. */
    Object evaluator() {
        if (evaluator != null) {
            return evaluator;
        }
        return value == null ? Singleton.NONE : new PyConstantEvaluator(value);
    }
}
