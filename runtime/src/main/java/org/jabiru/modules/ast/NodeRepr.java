package org.jabiru.modules.ast;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** Nodes as text: three levels deep, of lists the first item and the last. */
final class NodeRepr {
    private static final int DEPTH = 3;
    private static final int LONGEST = 80;

    private NodeRepr() {}

    static String of(Object node) {
        return node(node, DEPTH);
    }

    private static String node(Object node, int depth) {
        String name = Types.of(node).shortName();
        if (depth <= 0) {
            return name + "(...)";
        }
        Object fields = Attributes.get(Types.of(node), "_fields");
        StringBuilder out = new StringBuilder(name).append('(');
        long size = Sequences.length(fields);
        boolean first = true;
        for (long i = 0; i < size; i++) {
            TruffleString field = Str.valueOrNull(Sequences.getItem(fields, i));
            Object value = Attributes.getOrNull(node, field);
            if (value == null) {
                continue;
            }
            out.append(first ? "" : ", ").append(Str.java(field)).append('=');
            out.append(value(value, depth));
            first = false;
        }
        return out.append(')').toString();
    }

    private static String value(Object value, int depth) {
        return switch (value) {
            case PyList l -> items(l.toArray(), "[", "]", depth);
            case PyTuple t -> items(t.items, "(", t.size() == 1 ? ",)" : ")", depth);
            default -> {
                if (Types.of(value).isSubtype(NodeType.TYPE)) {
                    yield node(value, depth - 1);
                }
                String text = Str.java(Repr.repr(value));
                boolean shorten = Str.valueOrNull(value) != null && text.length() > LONGEST;
                yield shorten
                        ? text.substring(0, LONGEST / 2)
                                + "..."
                                + text.substring(text.length() - LONGEST / 2)
                        : text;
            }
        };
    }

    private static String items(Object[] items, String open, String close, int depth) {
        StringBuilder out = new StringBuilder(open);
        for (int i = 0; i < items.length; i++) {
            if (items.length > 2 && i == 1) {
                out.append(", ...");
                i = items.length - 1;
            }
            out.append(i == 0 ? "" : ", ").append(value(items[i], depth));
        }
        return out.append(close).toString();
    }
}
