package org.jabiru.modules.datetime;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Imports;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/**
 * {@code _datetime}: the classes of the library's {@code _pydatetime}, under the name that modules
 * import which want no other.
 */
@BuiltinModule("_datetime")
public final class DatetimeModule {
    private static final String[] NAMES = {
        "MAXYEAR",
        "MINYEAR",
        "UTC",
        "date",
        "datetime",
        "time",
        "timedelta",
        "timezone",
        "tzinfo",
        "__doc__",
    };

    private DatetimeModule() {}

    /** Takes the classes over. */
    public static void initialize(PyModule module) {
        Object python = Imports.importModule("_pydatetime");
        for (String name : NAMES) {
            module.dict.put(Str.name(name), Attributes.get(python, name));
        }
    }
}
