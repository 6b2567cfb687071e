package org.jabiru.modules.posix;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.list.PyList;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** Functions of {@code posix} that set users and groups. */
@BuiltinModule("posix")
public final class PosixUsers {
    private static final int MOST_GROUPS = 65536;

    private PosixUsers() {}

    @Builtin("setuid(uid, /)")
    static void setuid(Object uid) {
        Posix.checkInt(Libc.callInt("setuid", Ids.uid(uid)));
    }

    @Builtin("setgid(gid, /)")
    static void setgid(Object gid) {
        Posix.checkInt(Libc.callInt("setgid", Ids.gid(gid)));
    }

    @Builtin("seteuid(euid, /)")
    static void seteuid(Object uid) {
        Posix.checkInt(Libc.callInt("seteuid", Ids.uid(uid)));
    }

    @Builtin("setegid(egid, /)")
    static void setegid(Object gid) {
        Posix.checkInt(Libc.callInt("setegid", Ids.gid(gid)));
    }

    @Builtin("setreuid(ruid, euid, /)")
    static void setreuid(Object real, Object effective) {
        Posix.checkInt(Libc.callInt("setreuid", Ids.uid(real), Ids.uid(effective)));
    }

    @Builtin("setregid(rgid, egid, /)")
    static void setregid(Object real, Object effective) {
        Posix.checkInt(Libc.callInt("setregid", Ids.gid(real), Ids.gid(effective)));
    }

    @Builtin("setresuid(ruid, euid, suid, /)")
    static void setresuid(Object real, Object effective, Object saved) {
        Posix.checkInt(
                Libc.callInt("setresuid", Ids.uid(real), Ids.uid(effective), Ids.uid(saved)));
    }

    @Builtin("setresgid(rgid, egid, sgid, /)")
    static void setresgid(Object real, Object effective, Object saved) {
        Posix.checkInt(
                Libc.callInt("setresgid", Ids.gid(real), Ids.gid(effective), Ids.gid(saved)));
    }

    @Builtin("setgroups(groups, /)")
    static void setgroups(Object groups) {
        if (Types.of(groups).lookup("__getitem__") == null) {
            throw Errors.typeError("setgroups argument must be a sequence");
        }
        int count = (int) Math.min(Sequences.length(groups), MOST_GROUPS + 1L);
        if (count > MOST_GROUPS) {
            throw Errors.valueError("too many groups");
        }
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment array = memory.allocate(count * 4L);
            for (int i = 0; i < count; i++) {
                Object group = Sequences.getItem(groups, (long) i);
                if (Numbers.intOrNull(group) == null) {
                    throw Errors.typeError("groups must be integers");
                }
                array.setAtIndex(ValueLayout.JAVA_INT, i, Ids.gid(group));
            }
            Posix.checkInt(Libc.callInt("setgroups", count, array.address()));
        }
    }

    @Builtin("initgroups(username, gid, /)")
    static void initgroups(Object username, Object gid) {
        try (NativeMemory memory = new NativeMemory()) {
            long name = memory.string(PathArgument.encoded(username));
            Posix.checkInt(Libc.callInt("initgroups", name, Ids.gid(gid)));
        }
    }

    @Builtin("getgrouplist(user, group, /)")
    static Object getgrouplist(TruffleString user, Object group) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment groups = memory.allocate(MOST_GROUPS * 4L);
            MemorySegment count = memory.allocate(4);
            count.set(ValueLayout.JAVA_INT, 0, MOST_GROUPS);
            long name = memory.string(FsEncoding.encode(user));
            int gid = Args.toInt(Numbers.index(group));
            Posix.checkInt(
                    Libc.callInt("getgrouplist", name, gid, groups.address(), count.address()));
            PyList out = new PyList();
            for (int i = 0; i < count.get(ValueLayout.JAVA_INT, 0); i++) {
                out.append(groups.getAtIndex(ValueLayout.JAVA_INT, i) & 0xFFFFFFFFL);
            }
            return out;
        }
    }
}
