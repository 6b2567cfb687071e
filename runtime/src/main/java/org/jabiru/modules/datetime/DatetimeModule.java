package org.jabiru.modules.datetime;

import java.util.function.Consumer;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The types and constants of {@code datetime}; it has no functions. */
@BuiltinModule("_datetime")
public final class DatetimeModule {
    private DatetimeModule() {}

    /** Adds types and constants. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        add(d, DateType.TYPE, DateType::fill);
        add(d, DateTimeType.TYPE, DateTimeType::fill);
        add(d, TimeType.TYPE, TimeType::fill);
        add(d, TimeDeltaType.TYPE, TimeDeltaType::fill);
        add(d, TzInfoType.TYPE, attributes -> {});
        add(d, TimeZoneType.TYPE, TimeZoneType::fill);
        d.put("MINYEAR", (long) Gregorian.MIN_YEAR);
        d.put("MAXYEAR", (long) Gregorian.MAX_YEAR);
        d.put("UTC", TimeZoneType.UTC);
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        if (extensions != null) {
            extensions.offer(module);
        }
        d.put("__doc__", Str.of("The types of the module datetime, written in Java."));
    }

    /** Adds a type, complete with the attributes that are instances (once, for all contexts). */
    private static void add(PyDict d, PyType type, Consumer<PyDict> fill) {
        if (type.namespace().get(Str.name("max")) == null) {
            fill.accept(type.namespace());
            type.invalidate();
        }
        d.put(type.shortName(), type);
    }
}
