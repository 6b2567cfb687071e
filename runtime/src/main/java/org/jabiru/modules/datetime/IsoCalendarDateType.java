package org.jabiru.modules.datetime;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Repr;

/** The named tuple that {@code date.isocalendar} gives. */
@BuiltinType(
        value = "IsoCalendarDate",
        signature = "none",
        doc = "ISO year, week number and weekday.")
public final class IsoCalendarDateType {
    static final PyType TYPE =
            PyType.builtin(
                            "datetime.IsoCalendarDate",
                            TupleType.TYPE,
                            IsoCalendarDateTypeTable::new,
                            null)
                    .sealed()
                    .madeAtRunTime();

    private IsoCalendarDateType() {}

    static Object of(PyDate d) {
        int year = d.year;
        int ordinal = d.ordinal();
        int first = Gregorian.firstMonday(year);
        if (ordinal < first) {
            first = Gregorian.firstMonday(--year);
        } else if (ordinal >= Gregorian.firstMonday(year + 1)) {
            first = Gregorian.firstMonday(++year);
        }
        int days = ordinal - first;
        Object[] items = {(long) year, days / 7 + 1L, days % 7 + 1L};
        return new PyTuple(TYPE, items);
    }

    @Builtin(
            value = "__new__(cls, /, year, week, weekday)",
            kind = BuiltinKind.NEW,
            shown = "($type, *args, **kwargs)")
    static Object newInstance(PyType cls, Object year, Object week, Object weekday) {
        return new PyTuple(cls, new Object[] {year, week, weekday});
    }

    @Builtin(value = "year", kind = BuiltinKind.GETTER)
    static Object year(PyTuple self) {
        return self.get(0);
    }

    @Builtin(value = "week", kind = BuiltinKind.GETTER)
    static Object week(PyTuple self) {
        return self.get(1);
    }

    @Builtin(value = "weekday", kind = BuiltinKind.GETTER)
    static Object weekday(PyTuple self) {
        return self.get(2);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyTuple self) {
        StrBuilder out = new StrBuilder().append(self.type().name());
        out.literal("(year=").append(Repr.str(self.get(0)));
        out.literal(", week=").append(Repr.str(self.get(1)));
        return out.literal(", weekday=").append(Repr.str(self.get(2))).literal(")").toStr();
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling: as a plain tuple.")
    static Object reduce(PyTuple self) {
        return PyTuple.of(
                TupleType.TYPE, PyTuple.of(PyTuple.of(self.get(0), self.get(1), self.get(2))));
    }
}
