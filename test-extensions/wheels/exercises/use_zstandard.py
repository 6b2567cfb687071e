"""Compression in one go, in streams, with dictionaries, and what is not a frame."""

import io

import zstandard as zstd

TEXT = b"".join(b"line %d of a text that repeats itself\n" % (n % 97) for n in range(20000))


def main():
    print(zstd.backend, zstd.MAX_COMPRESSION_LEVEL, zstd.BLOCKSIZE_MAX)
    for level in (-5, 1, 3, 19):
        packed = zstd.ZstdCompressor(level=level).compress(TEXT)
        print(level, len(packed), zstd.ZstdDecompressor().decompress(packed) == TEXT)
    packed = zstd.compress(TEXT, 3)
    frame = zstd.get_frame_parameters(packed)
    print(frame.content_size, frame.window_size, frame.dict_id, frame.has_checksum)
    print(zstd.frame_content_size(packed), zstd.frame_header_size(packed))
    checked = zstd.ZstdCompressor(write_checksum=True, write_content_size=False, threads=2)
    print(zstd.get_frame_parameters(checked.compress(TEXT)).has_checksum)

    chunks = zstd.ZstdCompressor().compressobj()
    out = b"".join(chunks.compress(TEXT[i : i + 7000]) for i in range(0, len(TEXT), 7000))
    out += chunks.flush()
    whole = zstd.ZstdDecompressor().decompressobj()
    print(whole.decompress(out) == TEXT, whole.eof, whole.unused_data)
    target = io.BytesIO()
    read, written = zstd.ZstdCompressor().copy_stream(io.BytesIO(TEXT), target)
    print(read, written == len(target.getvalue()))
    with zstd.ZstdDecompressor().stream_reader(io.BytesIO(packed)) as reader:
        parts = [reader.read(10), reader.read(100000)[:5], reader.tell(), reader.readall()[-12:]]
    print(parts)
    with zstd.ZstdCompressor().stream_writer(io.BytesIO(), closefd=False) as writer:
        print(writer.write(TEXT), writer.flush(zstd.FLUSH_FRAME) > 0)
    print(sum(map(len, zstd.ZstdDecompressor().read_to_iter(io.BytesIO(packed)))))
    with zstd.open(io.BytesIO(packed), "rt", encoding="ascii") as lines:
        print(next(lines), sum(1 for _ in lines))
    memory = bytearray(len(TEXT))
    with zstd.ZstdDecompressor().stream_reader(packed) as reader:
        print(reader.readinto(memory), memory == TEXT)

    samples = [b"user %d has a name and an age of %d" % (n, n % 60) for n in range(3000)]
    trained = zstd.train_dictionary(2048, samples)
    small = zstd.ZstdCompressor(dict_data=trained).compress(samples[7])
    print(len(trained) <= 2048, trained.dict_id() != 0, len(small) < len(zstd.compress(samples[7])))
    print(zstd.ZstdDecompressor(dict_data=trained).decompress(small))
    many = zstd.ZstdCompressor().multi_compress_to_buffer(samples[:50], threads=2)
    print(len(many), zstd.ZstdDecompressor().multi_decompress_to_buffer(many)[3].tobytes())
    for call in (
        lambda: zstd.decompress(b"not a frame at all"),
        lambda: zstd.decompress(packed[:100]),
        lambda: zstd.ZstdDecompressor().decompress(small),
        lambda: zstd.ZstdCompressor(level=99),
        lambda: zstd.compress("text"),
        lambda: zstd.get_frame_parameters(b""),
        lambda: zstd.ZstdDecompressor().decompress(packed, max_output_size="x"),
        lambda: zstd.train_dictionary(10, [b"x"]),
    ):
        try:
            print("accepted", call())
        except (zstd.ZstdError, TypeError, ValueError) as error:
            print("rejected", type(error).__name__, error)


main()
