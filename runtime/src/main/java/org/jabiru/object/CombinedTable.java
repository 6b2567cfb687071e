package org.jabiru.object;

/** Two tables as one: for a type whose methods are in several classes, or shared between types. */
public final class CombinedTable extends BuiltinTable {
    private final BuiltinTable first;
    private final BuiltinTable second;

    public CombinedTable(BuiltinTable first, BuiltinTable second) {
        super(first.owner, signatures(first, second), kinds(first, second), docs(first, second));
        this.first = first;
        this.second = second;
    }

    @Override
    public Object invoke(int index, Object[] bound) {
        int n = first.size();
        return index < n ? first.invoke(index, bound) : second.invoke(index - n, bound);
    }

    @Override
    public String typeDoc() {
        return first.typeDoc();
    }

    @Override
    public String typeSignature() {
        return first.typeSignature();
    }

    private static String[] signatures(BuiltinTable a, BuiltinTable b) {
        String[] out = new String[a.size() + b.size()];
        for (int i = 0; i < out.length; i++) {
            BuiltinTable t = i < a.size() ? a : b;
            int k = i < a.size() ? i : i - a.size();
            String parameters = t.textSignature(k);
            out[i] = parameters == null ? t.name(k) : t.name(k) + parameters;
            if (t.shownSignature(k) != null) {
                out[i] += '\0' + t.shownSignature(k);
            }
        }
        return out;
    }

    private static String kinds(BuiltinTable a, BuiltinTable b) {
        StringBuilder out = new StringBuilder();
        for (BuiltinTable t : new BuiltinTable[] {a, b}) {
            for (int i = 0; i < t.size(); i++) {
                out.append(t.kind(i));
            }
        }
        return out.toString();
    }

    private static String[] docs(BuiltinTable a, BuiltinTable b) {
        String[] out = new String[a.size() + b.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = i < a.size() ? a.doc(i) : b.doc(i - a.size());
        }
        return out;
    }
}
