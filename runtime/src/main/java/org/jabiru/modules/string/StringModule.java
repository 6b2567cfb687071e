package org.jabiru.modules.string;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import org.jabiru.builtins.format.FieldName;
import org.jabiru.builtins.format.FormatPieces;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.protocol.Iteration;

/** The module {@code _string}: what {@code string.Formatter} is made of. */
@BuiltinModule("_string")
public final class StringModule {
    private StringModule() {}

    @Builtin(value = "formatter_parser(string, /)", shown = "($self, object, /)")
    static Object formatterParser(TruffleString s) {
        return new FormatPieces(s);
    }

    @Builtin(value = "formatter_field_name_split(string, /)", shown = "($self, object, /)")
    static Object fieldNameSplit(TruffleString s) {
        CodePoints text = CodePoints.of(s);
        FieldName name = FieldName.parse(text, 0, text.length());
        List<FieldName.Accessor> steps = name.accessors();
        Object[] pairs = new Object[steps.size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new PyTuple(steps.get(i).attribute(), steps.get(i).validKey());
        }
        return new PyTuple(name.first(), Iteration.iter(PyTuple.of(pairs)));
    }
}
