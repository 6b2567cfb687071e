package org.jabiru.builtins.function;

import org.jabiru.object.Descriptor;
import org.jabiru.object.Singleton;

/** An attribute of a type's instances: a {@code getset_descriptor} or {@code member_descriptor}. */
public interface DataMember extends TypeMember, Descriptor.Data {
    @Override
    default Object textSignature() {
        return Singleton.NONE;
    }
}
