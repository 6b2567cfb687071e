package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/**
 * The iterator of {@code _string.formatter_parser}: literal, field name, specification, conversion.
 */
public final class FormatPieces extends PyObject implements JavaIterator {
    private final CodePoints text;
    private final MarkupParser parser;

    public FormatPieces(TruffleString s) {
        super(FormatPiecesType.TYPE);
        text = CodePoints.of(s);
        parser = new MarkupParser(text, 0, text.length());
    }

    @Override
    public Object next() {
        if (!parser.next()) {
            return null;
        }
        TruffleString literal = parser.literal.toStr();
        if (!parser.hasField) {
            return new PyTuple(literal, Singleton.NONE, Singleton.NONE, Singleton.NONE);
        }
        return new PyTuple(
                literal,
                part(parser.nameFrom, parser.nameTo),
                part(parser.specFrom, parser.specTo),
                parser.conversion < 0 ? Singleton.NONE : Str.ofCodePoint(parser.conversion));
    }

    private TruffleString part(int from, int to) {
        return new StrBuilder(to - from).append(text, from, to).toStr();
    }
}
