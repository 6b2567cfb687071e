package org.jabiru.modules.heapq;

import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;

/** The module {@code _heapq}. */
@BuiltinModule("_heapq")
public final class HeapqModule {
    private HeapqModule() {}

    @Builtin(value = "heappush(heap, item, /)", doc = "Adds an item; the smallest stays first.")
    static void heappush(PyList heap, Object item) {
        new Heap(heap, false).push(item);
    }

    @Builtin(value = "heappop(heap, /)", doc = "Takes the smallest item.")
    static Object heappop(PyList heap) {
        return new Heap(heap, false).pop();
    }

    @Builtin(value = "heapreplace(heap, item, /)", doc = "Takes the smallest item, then adds one.")
    static Object heapreplace(PyList heap, Object item) {
        return new Heap(heap, false).replace(item);
    }

    @Builtin(value = "heappushpop(heap, item, /)", doc = "Adds an item, then takes the smallest.")
    static Object heappushpop(PyList heap, Object item) {
        return new Heap(heap, false).pushPop(item);
    }

    @Builtin(value = "heapify(heap, /)", doc = "Makes a list a heap with the smallest item first.")
    static void heapify(PyList heap) {
        new Heap(heap, false).heapify();
    }

    @Builtin(value = "heappush_max(heap, item, /)", doc = "Adds an item; the largest stays first.")
    static void heappushMax(PyList heap, Object item) {
        new Heap(heap, true).push(item);
    }

    @Builtin(value = "heappop_max(heap, /)", doc = "Takes the largest item.")
    static Object heappopMax(PyList heap) {
        return new Heap(heap, true).pop();
    }

    @Builtin(
            value = "heapreplace_max(heap, item, /)",
            doc = "Takes the largest item, then adds one.")
    static Object heapreplaceMax(PyList heap, Object item) {
        return new Heap(heap, true).replace(item);
    }

    @Builtin(
            value = "heappushpop_max(heap, item, /)",
            doc = "Adds an item, then takes the largest.")
    static Object heappushpopMax(PyList heap, Object item) {
        return new Heap(heap, true).pushPop(item);
    }

    @Builtin(
            value = "heapify_max(heap, /)",
            doc = "Makes a list a heap with the largest item first.")
    static void heapifyMax(PyList heap) {
        new Heap(heap, true).heapify();
    }
}
