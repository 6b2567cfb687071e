package org.jabiru.modules.posix;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Numbers;

/** Functions of {@code posix} on users, the environment, and the system. */
@BuiltinModule("posix")
public final class PosixSystem {
    static final StructSequenceType UNAME =
            StructSequenceType.of(
                    "posix.uname_result",
                    5,
                    "sysname",
                    "nodename",
                    "release",
                    "version",
                    "machine");

    private PosixSystem() {}

    // ---- what runs while a prompt waits ----

    /** PyOS_InputHook of the C-API, which is there when an extension was loaded. */
    private static long inputHookOrZero() {
        long variable = Libc.addressOrZero("PyOS_InputHook");
        return variable == 0 ? 0 : NativeMemory.pointerAt(variable);
    }

    @Builtin("_is_inputhook_installed()")
    static boolean isInputHookInstalled() {
        return inputHookOrZero() != 0;
    }

    @Builtin("_inputhook()")
    static long inputHook() {
        long hook = inputHookOrZero();
        return hook == 0 ? 0 : (int) Libc.callAddress(hook, 0, 0);
    }

    // ---- users and groups ----

    @Builtin("getuid()")
    static long getuid() {
        return Libc.call("getuid") & 0xFFFFFFFFL;
    }

    @Builtin("geteuid()")
    static long geteuid() {
        return Libc.call("geteuid") & 0xFFFFFFFFL;
    }

    @Builtin("getgid()")
    static long getgid() {
        return Libc.call("getgid") & 0xFFFFFFFFL;
    }

    @Builtin("getegid()")
    static long getegid() {
        return Libc.call("getegid") & 0xFFFFFFFFL;
    }

    @Builtin("getgroups()")
    static Object getgroups() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment groups = memory.allocate(65536 * 4);
            int n = Posix.checkInt(Libc.callInt("getgroups", 65536, groups.address()));
            PyList out = new PyList();
            for (int i = 0; i < n; i++) {
                out.append(groups.get(ValueLayout.JAVA_INT, i * 4L) & 0xFFFFFFFFL);
            }
            return out;
        }
    }

    @Builtin("getresuid()")
    static Object getresuid() {
        return three("getresuid");
    }

    @Builtin("getresgid()")
    static Object getresgid() {
        return three("getresgid");
    }

    private static Object three(String function) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment ids = memory.allocate(12);
            long a = ids.address();
            Posix.checkInt(Libc.callInt(function, a, a + 4, a + 8));
            return PyTuple.of(
                    ids.get(ValueLayout.JAVA_INT, 0) & 0xFFFFFFFFL,
                    ids.get(ValueLayout.JAVA_INT, 4) & 0xFFFFFFFFL,
                    ids.get(ValueLayout.JAVA_INT, 8) & 0xFFFFFFFFL);
        }
    }

    @Builtin("getlogin()")
    static Object getlogin() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment name = memory.allocate(256);
            int error = Libc.callInt("getlogin_r", name.address(), 256);
            if (error != 0) {
                throw OsErrors.of(error);
            }
            return FsEncoding.decode(NativeMemory.stringAt(name.address()));
        }
    }

    // ---- the environment ----

    /** The process's environment: a dict of bytes. */
    @Builtin("_create_environ()")
    static Object createEnviron() {
        PyDict out = new PyDict();
        long table = NativeMemory.pointerAt(Libc.addressOrZero("environ"));
        for (long at = table; table != 0; at += 8) {
            long entry = NativeMemory.pointerAt(at);
            if (entry == 0) {
                break;
            }
            byte[] text = NativeMemory.stringAt(entry);
            int equals = 0;
            while (equals < text.length && text[equals] != '=') {
                equals++;
            }
            if (equals < text.length) {
                Object key = ByteArguments.bytes(Arrays.copyOf(text, equals));
                if (out.get(key) == null) {
                    out.put(
                            key,
                            ByteArguments.bytes(Arrays.copyOfRange(text, equals + 1, text.length)));
                }
            }
        }
        return out;
    }

    @Builtin("putenv(name, value, /)")
    static void putenv(Object name, Object value) {
        PathArgument n = PathArgument.of("putenv", "name", name);
        PathArgument v = PathArgument.of("putenv", "value", value);
        for (byte b : n.bytes()) {
            if (b == '=') {
                throw Errors.valueError("illegal environment variable name");
            }
        }
        Audit.event("os.putenv", ByteArguments.bytes(n.bytes()), ByteArguments.bytes(v.bytes()));
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkInt(Libc.callInt("setenv", n.in(memory), v.in(memory), 1));
        }
    }

    @Builtin("unsetenv(name, /)")
    static void unsetenv(Object name) {
        PathArgument n = PathArgument.of("unsetenv", "name", name);
        Audit.event("os.unsetenv", ByteArguments.bytes(n.bytes()));
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkInt(Libc.callInt("unsetenv", n.in(memory)));
        }
    }

    // ---- the system ----

    @Builtin("uname()")
    static Object uname() {
        try (NativeMemory memory = new NativeMemory()) {
            // struct utsname of Linux: six arrays of 65 chars.
            MemorySegment u = memory.allocate(6 * 65);
            Posix.checkInt(Libc.callInt("uname", u.address()));
            Object[] fields = new Object[5];
            for (int i = 0; i < 5; i++) {
                fields[i] = FsEncoding.decode(NativeMemory.stringAt(u.address() + i * 65));
            }
            return UNAME.make(fields);
        }
    }

    @Builtin("strerror(code, /)")
    static Object strerror(int code) {
        return OsErrors.strerror(code);
    }

    @Builtin("urandom(size, /)")
    static Object urandom(long size) {
        if (size < 0) {
            throw Errors.valueError("negative argument not allowed");
        }
        return random(size, 0);
    }

    @Builtin("getrandom(size, flags=0)")
    static Object getrandom(long size, int flags) {
        if (size < 0) {
            throw OsErrors.of(OsErrors.EINVAL);
        }
        return random(size, flags);
    }

    private static Object random(long size, int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(size);
            long have = 0;
            while (have < size) {
                have +=
                        Posix.check(
                                Posix.retry(
                                        "getrandom",
                                        buffer.address() + have,
                                        size - have,
                                        flags,
                                        0));
            }
            return ByteArguments.bytes(NativeMemory.read(buffer, (int) size));
        }
    }

    @Builtin("sysconf(name, /)")
    static long sysconf(Object name) {
        return configuration("sysconf", number(name, "sysconf_names"), -1, null);
    }

    @Builtin("pathconf(path, name)")
    static long pathconf(Object path, Object name) {
        PathArgument p = PathArgument.orFd("pathconf", path);
        int which = number(name, "pathconf_names");
        return configuration("pathconf", which, p.fd(), p);
    }

    @Builtin("fpathconf(fd, name, /)")
    static long fpathconf(Object descriptor, Object name) {
        int fd = PathArgument.toFd(descriptor);
        return configuration(
                "pathconf",
                number(name, "pathconf_names"),
                fd,
                new PathArgument(name, null, fd, false));
    }

    private static long configuration(String function, int which, int fd, PathArgument path) {
        try (NativeMemory memory = new NativeMemory()) {
            // -1 is an answer, "no limit", unless errno was set.
            long errnoLocation = Libc.call("__errno_location");
            MemorySegment.ofAddress(errnoLocation).reinterpret(4).set(ValueLayout.JAVA_INT, 0, 0);
            long result;
            if (path == null) {
                result = Libc.call("sysconf", which);
            } else if (path.isFd()) {
                result = Libc.call("fpathconf", fd, which);
            } else {
                result = Libc.call("pathconf", path.in(memory), which);
            }
            if (result == -1 && Libc.errno() != 0) {
                throw path == null || path.isFd()
                        ? OsErrors.last()
                        : OsErrors.last(path.original());
            }
            return result;
        }
    }

    @Builtin("confstr(name, /)")
    static Object confstr(Object name) {
        int which = number(name, "confstr_names");
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(4096);
            long n = Libc.call("confstr", which, buffer.address(), 4096);
            if (n == 0) {
                return Singleton.NONE;
            }
            return FsEncoding.decode(NativeMemory.stringAt(buffer.address()));
        }
    }

    private static int number(Object name, String table) {
        if (Numbers.isIndex(name)) {
            return Args.toInt(name);
        }
        TruffleString text = Str.valueOrNull(name);
        if (text == null) {
            throw Errors.typeError("configuration names must be strings or integers");
        }
        Object module = Imports.importModule("posix");
        PyDict names = (PyDict) Attributes.get(module, table);
        Object value = names.get(text);
        if (value == null) {
            throw Errors.valueError("unrecognized configuration name");
        }
        return Args.toInt(value);
    }

    // ---- extended attributes ----

    @Builtin("getxattr(path, attribute, *, follow_symlinks=True)")
    static Object getxattr(Object path, Object attribute, boolean follow) {
        PathArgument p = PathArgument.orFd("getxattr", path);
        PathArgument a = PathArgument.of("getxattr", "attribute", attribute);
        Audit.event("os.getxattr", p.original(), a.original());
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(65536);
            long n =
                    p.isFd()
                            ? Libc.call("fgetxattr", p.fd(), a.in(memory), buffer.address(), 65536)
                            : Libc.call(
                                    follow ? "getxattr" : "lgetxattr",
                                    p.in(memory),
                                    a.in(memory),
                                    buffer.address(),
                                    65536);
            Posix.checkPath((int) n, p);
            return ByteArguments.bytes(NativeMemory.read(buffer, (int) n));
        }
    }

    @Builtin("setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)")
    static void setxattr(Object path, Object attribute, Object value, int flags, boolean follow) {
        PathArgument p = PathArgument.orFd("setxattr", path);
        PathArgument a = PathArgument.of("setxattr", "attribute", attribute);
        byte[] v = ByteArguments.read(value);
        Audit.event("os.setxattr", p.original(), a.original(), value, (long) flags);
        try (NativeMemory memory = new NativeMemory()) {
            String function = p.isFd() ? "fsetxattr" : follow ? "setxattr" : "lsetxattr";
            long where = p.isFd() ? p.fd() : p.in(memory);
            int result =
                    (int)
                            Libc.call(
                                    function,
                                    where,
                                    a.in(memory),
                                    memory.string(v),
                                    v.length,
                                    flags,
                                    0);
            Posix.checkPath(result, p);
        }
    }

    @Builtin("removexattr(path, attribute, *, follow_symlinks=True)")
    static void removexattr(Object path, Object attribute, boolean follow) {
        PathArgument p = PathArgument.orFd("removexattr", path);
        PathArgument a = PathArgument.of("removexattr", "attribute", attribute);
        Audit.event("os.removexattr", p.original(), a.original());
        try (NativeMemory memory = new NativeMemory()) {
            String function = p.isFd() ? "fremovexattr" : follow ? "removexattr" : "lremovexattr";
            Posix.checkPath(
                    Libc.callInt(function, p.isFd() ? p.fd() : p.in(memory), a.in(memory)), p);
        }
    }

    @Builtin("listxattr(path=None, *, follow_symlinks=True)")
    static Object listxattr(Object path, boolean follow) {
        PathArgument p = PathArgument.of("listxattr", "path", path, true, true);
        Audit.event("os.listxattr", p.original());
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(65536);
            String function = p.isFd() ? "flistxattr" : follow ? "listxattr" : "llistxattr";
            int n =
                    Libc.callInt(
                            function, p.isFd() ? p.fd() : p.in(memory), buffer.address(), 65536);
            Posix.checkPath(n, p);
            byte[] names = NativeMemory.read(buffer, n);
            PyList out = new PyList();
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (names[i] == 0) {
                    out.append(FsEncoding.decode(names, from, i));
                    from = i + 1;
                }
            }
            return out;
        }
    }
}
