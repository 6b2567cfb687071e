package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The methods of BufferedReader and BufferedRandom that read. */
@BuiltinType("_io._Buffered")
final class BufferedReading {
    private BufferedReading() {}

    @Builtin("readable(self, /)")
    static Object readable(PyBuffered self) {
        return Call.method(self.raw(), "readable");
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyBuffered self, Object size) {
        long n = IOBaseType.limit(size);
        if (n < -1) {
            throw Errors.valueError("read length must be non-negative or -1");
        }
        self.raw();
        self.requireOpen("read of closed file");
        self.enter();
        try {
            byte[] data = n < 0 ? self.readAll() : self.read((int) Math.min(n, 0x7ffffff0));
            return data == null ? Singleton.NONE : ByteArguments.bytes(data);
        } finally {
            self.leave();
        }
    }

    @Builtin("read1(self, size=-1, /)")
    static Object read1(PyBuffered self, long size) {
        self.raw();
        self.requireOpen("read of closed file");
        int n = size < 0 ? self.bufferSize : (int) Math.min(size, 0x7ffffff0);
        if (n == 0) {
            return ByteArguments.bytes(new byte[0]);
        }
        self.enter();
        try {
            return ByteArguments.bytes(self.read1(n));
        } finally {
            self.leave();
        }
    }

    @Builtin("readinto(self, buffer, /)")
    static Object readinto(PyBuffered self, Object buffer) {
        return readInto(self, buffer, false);
    }

    @Builtin("readinto1(self, buffer, /)")
    static Object readinto1(PyBuffered self, Object buffer) {
        return readInto(self, buffer, true);
    }

    private static Object readInto(PyBuffered self, Object buffer, boolean once) {
        self.raw();
        self.requireOpen("readinto of closed file");
        byte[] data = new byte[ByteArguments.writableLength(buffer)];
        self.enter();
        int n;
        try {
            n = self.readInto(data, once);
        } finally {
            self.leave();
        }
        if (n < 0) {
            return Singleton.NONE;
        }
        ByteArguments.write(buffer, data, n);
        return (long) n;
    }

    @Builtin("peek(self, size=0, /)")
    static Object peek(PyBuffered self, long size) {
        self.raw();
        self.requireOpen("peek of closed file");
        self.enter();
        try {
            return ByteArguments.bytes(self.peek());
        } finally {
            self.leave();
        }
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyBuffered self, Object size) {
        long limit = IOBaseType.limit(size);
        self.raw();
        self.requireOpen("readline of closed file");
        return ByteArguments.bytes(line(self, limit));
    }

    private static byte[] line(PyBuffered self, long limit) {
        self.enter();
        try {
            return self.readLine(limit);
        } finally {
            self.leave();
        }
    }

    @Builtin("__next__(self, /)")
    static Object next(PyBuffered self) {
        self.raw();
        self.requireOpen("readline of closed file");
        byte[] line = line(self, -1);
        if (line.length == 0) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return ByteArguments.bytes(line);
    }
}
