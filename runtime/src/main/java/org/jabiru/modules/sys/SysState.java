package org.jabiru.modules.sys;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.PythonContext;

/** What {@code sys} keeps for one interpreter. */
public final class SysState {
    public final ConcurrentHashMap<TruffleString, TruffleString> interned =
            new ConcurrentHashMap<>();
    public int dlopenFlags = 2;
    public volatile boolean finalizing;

    /** The current interpreter's. */
    public static SysState get() {
        return PythonContext.get().state(SysState.class, SysState::new);
    }
}
