package org.jabiru.capi.handles;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.IdleCollection;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.TypeInC;

/**
 * All handles, by the index that stands in front of each object of ours. Memory that is not ours
 * (static types of extensions, objects from malloc) is in a side table.
 */
public final class HandleTable {
    private static final int LOOK_EVERY = 0x3ff;
    private static final int SWEEP_FROM = 256;

    private final NativeState state;
    private final IdleCollection idle;
    private Handle[] handles = new Handle[1024];
    private int[] freeIndexes = new int[64];
    private int freeCount;
    // Index 0 means "no handle".
    private int used = 1;
    private int live;
    private int sinceLastLook;
    private final ArrayList<Handle> heldInstances = new ArrayList<>();
    private int sweepAt = SWEEP_FROM;
    private final Map<Long, Handle> foreign = new HashMap<>();
    private final ArrayList<Handle> changedLists = new ArrayList<>();
    private final ArrayList<Handle> releasedViews = new ArrayList<>();
    private final ReferenceQueue<PyObject> collected = new ReferenceQueue<>();
    private TypeInC typeWatcher = (type, name) -> {};

    public HandleTable(NativeState state, IdleCollection idle) {
        this.state = state;
        this.idle = idle;
    }

    /** The handle of an object, or null when it has no native memory. */
    public static Handle of(PyObject object) {
        Handle h = (Handle) object.nativePeer;
        // An object that its __del__ kept alive may have lost its memory.
        return h == null || h.isBound() ? h : null;
    }

    /** The handle for an address, or null. */
    public Handle at(long address) {
        Handle h = boundTo(address);
        if (h != null && h.isDying && ObjectLayout.refcount(address) != 0) {
            // An extension's own memory was freed, unseen by Java, and is used again.
            unbind(h);
            return null;
        }
        return h;
    }

    private Handle boundTo(long address) {
        if (state.isOurs(address)) {
            int index = Memory.getInt(address + ObjectLayout.PREFIX_HANDLE);
            return index == 0 ? null : handles[index];
        }
        return foreignAt(address);
    }

    @TruffleBoundary
    private Handle foreignAt(long address) {
        return foreign.get(address);
    }

    /** Ties an object to its memory. */
    @TruffleBoundary
    public Handle bind(PyObject object, long address, Handle.Kind kind) {
        Handle h = new Handle(this, object, address, kind, collected);
        object.nativePeer = h;
        live++;
        if (kind == Handle.Kind.INSTANCE) {
            idle.noteResource();
        }
        if (!state.isOurs(address)) {
            foreign.put(address, h);
            return h;
        }
        int index = freeCount > 0 ? freeIndexes[--freeCount] : used++;
        if (index == handles.length) {
            handles = Arrays.copyOf(handles, index * 2);
        }
        h.index = index;
        handles[index] = h;
        Memory.putInt(address + ObjectLayout.PREFIX_HANDLE, index);
        if (kind == Handle.Kind.PROXY) {
            ObjectLayout.setFlags(address, ObjectLayout.flags(address) | ObjectLayout.FLAG_PROXY);
        }
        if (kind == Handle.Kind.STATIC) {
            h.isMadeInC = true;
            h.strong = object;
        }
        return h;
    }

    /** Has someone know of attributes that are set on types of which C has the memory. */
    public void onTypeChange(TypeInC watcher) {
        typeWatcher = watcher;
    }

    void typeChanged(PyType type, TruffleString name) {
        typeWatcher.attributeSet(type, name);
    }

    void listChanged(Handle h) {
        changedLists.add(h);
    }

    void viewReleased(Handle h) {
        releasedViews.add(h);
    }

    /** Whether memoryviews that C may know were released. */
    public boolean hasReleasedViews() {
        return !releasedViews.isEmpty();
    }

    /** The memoryviews that were released since they were last asked for. */
    public Handle[] takeReleasedViews() {
        Handle[] out = releasedViews.toArray(Handle[]::new);
        releasedViews.clear();
        return out;
    }

    /** Whether lists that C may know have changed. */
    public boolean hasChangedLists() {
        return !changedLists.isEmpty();
    }

    /** The lists that have changed since they were last asked for. */
    public Handle[] takeChangedLists() {
        Handle[] out = changedLists.toArray(Handle[]::new);
        changedLists.clear();
        return out;
    }

    /** Cuts the tie; the memory is the caller's business. */
    @TruffleBoundary
    public void unbind(Handle h) {
        live--;
        PyObject object = h.object();
        if (object != null && object.nativePeer == h) {
            object.nativePeer = null;
        }
        if (object instanceof PyList list && list.isWatchedBy(h)) {
            list.watch(null);
        }
        h.unbound();
        if (h.index == 0) {
            foreign.remove(h.address);
            return;
        }
        handles[h.index] = null;
        if (freeCount == freeIndexes.length) {
            freeIndexes = Arrays.copyOf(freeIndexes, freeCount * 2);
        }
        freeIndexes[freeCount++] = h.index;
        Memory.putInt(h.address + ObjectLayout.PREFIX_HANDLE, 0);
        h.index = 0;
    }

    /** A new tie in place of one whose object was given up by Java's collector and came back. */
    public Handle renew(Handle old, PyObject object) {
        Handle h = new Handle(this, object, old.address, old.kind, collected);
        h.ownsObjects = old.ownsObjects;
        h.exported = old.exported;
        h.places = old.places;
        h.ownValues = old.ownValues;
        h.room = old.room;
        h.shownSize = old.shownSize;
        h.weight = old.weight;
        h.namespaceOf = old.namespaceOf;
        h.isMadeInC = old.isMadeInC;
        h.users = old.users;
        h.typeUsers = old.typeUsers;
        h.index = old.index;
        object.nativePeer = h;
        if (h.index == 0) {
            foreign.put(h.address, h);
        } else {
            handles[h.index] = h;
        }
        old.index = 0;
        old.unbound();
        return h;
    }

    /** Keeps the object alive from now on: C holds a reference. */
    public static void hold(Handle h, PyObject object) {
        if (h.kind != Handle.Kind.INSTANCE) {
            h.strong = object;
        } else if (!h.isDying && h.strong == null && hasStateInJava(object.type())) {
            h.strong = object;
            h.table.heldInstances.add(h);
        }
    }

    /**
     * Whether an instance's wrapper is more than a name for its memory: it must live as long as C
     * holds references, where another could be made again.
     */
    private static boolean hasStateInJava(PyType type) {
        if (type.hasInstanceDict || type.weakReferenceable) {
            return true;
        }
        Handle h = of(type);
        return h == null || !h.isMadeInC;
    }

    /** Lets go of the instances that only their wrappers' own references keep. */
    @TruffleBoundary
    public void releaseInstances() {
        if (heldInstances.size() >= sweepAt) {
            releaseAllInstances();
        }
    }

    /** Does so however few they are. */
    @TruffleBoundary
    public void releaseAllInstances() {
        heldInstances.removeIf(h -> {
            if (h.strong != null && ObjectLayout.refcount(h.address) > 1) {
                return false;
            }
            h.strong = null;
            return true;
        });
        sweepAt = Math.max(SWEEP_FROM, 2 * heldInstances.size());
    }

    /** Leaves the object's life to Java's collector for a moment, whoever holds references. */
    public static boolean loosen(Handle h) {
        boolean held = h.strong != null && h.kind != Handle.Kind.STATIC;
        if (held) {
            h.strong = null;
        }
        return held;
    }

    /** Keeps an object alive, as it was before {@link #loosen}. */
    public static void tighten(Handle h, PyObject object) {
        h.strong = object;
    }

    /** Leaves the object's life to Java. */
    public static void letGo(Handle h) {
        if (h.kind != Handle.Kind.STATIC && h.kind != Handle.Kind.TYPE) {
            h.strong = null;
        }
    }

    /** A handle whose object was collected, or null. */
    @TruffleBoundary
    public Handle nextCollected() {
        Reference<? extends PyObject> r = collected.poll();
        return r instanceof Handle.End end ? end.handle : (Handle) r;
    }

    /** Whether it is time to look for collected objects: not at every boundary, that would cost. */
    public boolean hasCollected() {
        return (++sinceLastLook & LOOK_EVERY) == 0;
    }

    /** How many objects have native memory now. */
    public int liveCount() {
        return live;
    }
}
