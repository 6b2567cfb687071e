package org.jabiru.protocol;

/** An object written in Java whose memory others may look into (Buffer Protocol). */
public interface BufferExporter {
    /**
     * A view of the object's memory, to be released by the caller.
     *
     * @param flags what the caller can deal with; see {@link PyBuffer}
     * @throws org.jabiru.object.PyException BufferError when the object cannot give such a view
     */
    PyBuffer getBuffer(int flags);
}
