package org.jabiru.modules.pickle;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;

/** The methods of {@code Pickler.memo}. */
@BuiltinType("_pickle.PicklerMemoProxy")
final class PicklerMemo {
    private PicklerMemo() {}

    @Builtin(value = "clear(self, /)", doc = "Remove all items from memo.")
    static void clear(PicklerType.Memo self) {
        PicklerType.clearMemo(self.pickler);
    }

    @Builtin(value = "copy(self, /)", doc = "Copy the memo to a new object.")
    static Object copy(PicklerType.Memo self) {
        return self.copy();
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Implement pickle support.")
    static Object reduce(PicklerType.Memo self) {
        return new PyTuple(DictType.TYPE, new PyTuple(self.copy()));
    }
}
