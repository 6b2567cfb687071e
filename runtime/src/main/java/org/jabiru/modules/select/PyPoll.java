package org.jabiru.modules.select;

import java.util.TreeMap;
import org.jabiru.object.PyObject;

/** A polling object. */
final class PyPoll extends PyObject {
    /** The events that each descriptor is watched for. */
    final TreeMap<Integer, Integer> events = new TreeMap<>();

    boolean isPolling;

    PyPoll() {
        super(PollType.TYPE);
    }
}
