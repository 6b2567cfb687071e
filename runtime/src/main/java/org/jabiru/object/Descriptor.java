package org.jabiru.object;

/** A descriptor that is written in Java (Descriptor HowTo Guide). */
public interface Descriptor {
    /**
     * {@code __get__}.
     *
     * @param instance the object the attribute was looked up on, null for a look-up on the class
     * @param owner the class
     */
    Object get(Object instance, PyType owner);

    /** A descriptor with {@code __set__} and {@code __delete__}: it wins over the instance dict. */
    interface Data extends Descriptor {
        /** Sets the attribute, or deletes it when the value is null. */
        void set(Object instance, Object value);
    }
}
