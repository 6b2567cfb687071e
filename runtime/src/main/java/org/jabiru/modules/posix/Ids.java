package org.jabiru.modules.posix;

import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** Numbers of users and groups: 32 bits without a sign, and -1 for "leave it". */
final class Ids {
    private Ids() {}

    static int uid(Object value) {
        return id("uid", value);
    }

    static int gid(Object value) {
        return id("gid", value);
    }

    private static int id(String what, Object value) {
        if (!Numbers.isIndex(value)) {
            throw Errors.typeError("%s should be integer, not %s", what, Types.of(value).name());
        }
        Object index = Numbers.index(value);
        if (index instanceof BigInteger big) {
            throw outside(what, big.signum() < 0);
        }
        long id = (Long) index;
        if (id < -1 || id > 0xFFFFFFFFL) {
            throw outside(what, id < 0);
        }
        return (int) id;
    }

    private static RuntimeException outside(String what, boolean below) {
        return Errors.overflowError(
                "%s is %s", what, below ? "less than minimum" : "greater than maximum");
    }
}
