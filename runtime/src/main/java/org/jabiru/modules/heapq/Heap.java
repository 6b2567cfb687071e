package org.jabiru.modules.heapq;

import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Comparison;

/** A list kept as a binary heap, with the smallest or the largest item first. */
final class Heap {
    private final PyList list;
    private final boolean largestFirst;

    Heap(PyList list, boolean largestFirst) {
        this.list = list;
        this.largestFirst = largestFirst;
    }

    private boolean comesFirst(Object a, Object b) {
        return largestFirst ? Comparison.less(b, a) : Comparison.less(a, b);
    }

    private boolean comesFirst(int size, Object a, Object b) {
        boolean first = comesFirst(a, b);
        if (list.size() != size) {
            throw Errors.runtimeError("list changed size during iteration");
        }
        return first;
    }

    /** Moves the item at a position towards the root. */
    private void up(int root, int from) {
        int size = list.size();
        int at = from;
        Object item = list.get(at);
        while (at > root) {
            int parent = at - 1 >> 1;
            Object above = list.get(parent);
            if (!comesFirst(size, item, above)) {
                break;
            }
            list.set(at, list.get(parent));
            list.set(parent, item);
            at = parent;
        }
    }

    /** Sinks the item at a position to a leaf, then lets it rise: fewer comparisons. */
    private void down(int from) {
        int size = list.size();
        int at = from;
        int half = size >> 1;
        while (at < half) {
            int child = 2 * at + 1;
            if (child + 1 < size && !comesFirst(size, list.get(child), list.get(child + 1))) {
                child++;
            }
            Object swap = list.get(child);
            list.set(child, list.get(at));
            list.set(at, swap);
            at = child;
        }
        up(from, at);
    }

    void push(Object item) {
        list.append(item);
        up(0, list.size() - 1);
    }

    Object pop() {
        requireItem();
        Object last = list.removeAt(list.size() - 1);
        if (list.size() == 0) {
            return last;
        }
        Object first = list.get(0);
        list.set(0, last);
        down(0);
        return first;
    }

    Object replace(Object item) {
        requireItem();
        Object first = list.get(0);
        list.set(0, item);
        down(0);
        return first;
    }

    Object pushPop(Object item) {
        if (list.size() == 0) {
            return item;
        }
        Object first = list.get(0);
        if (!comesFirst(first, item)) {
            return item;
        }
        requireItem();
        first = list.get(0);
        list.set(0, item);
        down(0);
        return first;
    }

    void heapify() {
        for (int i = (list.size() >> 1) - 1; i >= 0; i--) {
            down(i);
        }
    }

    private void requireItem() {
        if (list.size() == 0) {
            throw Errors.indexError("index out of range");
        }
    }
}
