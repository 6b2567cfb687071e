package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.Member;
import org.jabiru.object.Str;

/** A function or method that a {@code PyMethodDef} describes. */
interface MethodMember extends Member, DefinedInC {
    MethodDefinition definition();

    @Override
    default long definitionAddress() {
        return definition().address;
    }

    @Override
    default TruffleString name() {
        return Str.of(definition().name);
    }

    @Override
    default Object doc() {
        return definition().doc();
    }

    @Override
    default Object textSignature() {
        return definition().textSignature();
    }
}
