package org.jabiru.modules.pickle;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;

/** The methods of {@code Unpickler.memo}. */
@BuiltinType("_pickle.UnpicklerMemoProxy")
final class UnpicklerMemo {
    private UnpicklerMemo() {}

    @Builtin(value = "clear(self, /)", doc = "Remove all items from memo.")
    static void clear(UnpicklerType.Memo self) {
        self.unpickler.clearMemo();
    }

    @Builtin(value = "copy(self, /)", doc = "Copy the memo to a new object.")
    static Object copy(UnpicklerType.Memo self) {
        return self.copy();
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Implement pickling support.")
    static Object reduce(UnpicklerType.Memo self) {
        return UnpicklerType.reduced(self);
    }
}
