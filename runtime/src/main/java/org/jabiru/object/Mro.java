package org.jabiru.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The method resolution order: C3 linearization (The Python 2.3 MRO HOWTO). */
public final class Mro {
    private Mro() {}

    /** The MRO for a type with the given bases. */
    public static PyType[] linear(PyType type, PyType[] bases) {
        if (bases.length == 0) {
            return new PyType[] {type};
        }
        if (bases.length == 1) {
            PyType[] base = bases[0].mro();
            PyType[] out = new PyType[base.length + 1];
            out[0] = type;
            System.arraycopy(base, 0, out, 1, base.length);
            return out;
        }
        for (int i = 0; i < bases.length; i++) {
            for (int k = i + 1; k < bases.length; k++) {
                if (bases[i] == bases[k]) {
                    throw Errors.typeError("duplicate base class %s", bases[i].name());
                }
            }
        }
        List<List<PyType>> sequences = new ArrayList<>();
        for (PyType b : bases) {
            sequences.add(new ArrayList<>(Arrays.asList(b.mro())));
        }
        sequences.add(new ArrayList<>(Arrays.asList(bases)));
        List<PyType> out = new ArrayList<>();
        out.add(type);
        while (true) {
            sequences.removeIf(List::isEmpty);
            if (sequences.isEmpty()) {
                return out.toArray(PyType[]::new);
            }
            PyType next = nextGoodHead(sequences);
            if (next == null) {
                throw Errors.typeError(
                        "Cannot create a consistent method resolution order (MRO) for bases %s",
                        sequences.stream()
                                .flatMap(s -> Stream.of(s.get(0)))
                                .distinct()
                                .map(PyType::shortName)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
            }
            out.add(next);
            for (List<PyType> s : sequences) {
                if (s.get(0) == next) {
                    s.remove(0);
                }
            }
        }
    }

    private static PyType nextGoodHead(List<List<PyType>> sequences) {
        for (List<PyType> s : sequences) {
            PyType candidate = s.get(0);
            boolean inTail = false;
            for (List<PyType> other : sequences) {
                if (other.lastIndexOf(candidate) > 0) {
                    inTail = true;
                    break;
                }
            }
            if (!inTail) {
                return candidate;
            }
        }
        return null;
    }
}
