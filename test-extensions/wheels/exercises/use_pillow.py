"""Images: making, drawing, filtering, converting, formats, sequences, buffers, errors."""

import io
import pickle
import struct

from PIL import (
    Image,
    ImageChops,
    ImageDraw,
    ImageEnhance,
    ImageFilter,
    ImageFont,
    ImageMath,
    ImageOps,
    ImageSequence,
    PngImagePlugin,
    features,
)


def picture():
    image = Image.new("RGB", (40, 30), "navy")
    draw = ImageDraw.Draw(image)
    draw.rectangle((5, 5, 20, 15), fill=(255, 200, 0), outline="white")
    draw.ellipse((15, 10, 35, 28), outline="red", width=2)
    draw.line([(0, 0), (39, 29), (39, 0)], fill="#0f0")
    draw.text((2, 18), "Ab", fill="white", font=ImageFont.load_default_imagefont())
    draw.polygon([(30, 2), (38, 2), (34, 9)], fill=(1, 2, 3))
    return image


def digest(image):
    total = 0
    for i, b in enumerate(image.tobytes()):
        total = (total * 31 + b + i) % 2**32
    return image.mode, image.size, total


def changes(image):
    print(digest(image), image.getpixel((6, 6)), image.getbbox(), image.getextrema())
    for mode in ("L", "1", "P", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "F", "I"):
        try:
            print(digest(image.convert(mode)))
        except ValueError as e:
            print(mode, e)
    print(
        digest(image.resize((13, 17), Image.Resampling.BICUBIC)),
        digest(image.rotate(90, expand=True)),
    )
    print(
        digest(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)), digest(image.crop((5, 5, 50, 20)))
    )
    print(
        digest(image.transform((20, 20), Image.Transform.AFFINE, (1, 0.2, 0, 0, 1, 3))),
        digest(image.reduce(3)),
    )
    for used in (
        ImageFilter.BLUR,
        ImageFilter.FIND_EDGES,
        ImageFilter.MedianFilter(3),
        ImageFilter.GaussianBlur(2),
    ):
        print(digest(image.filter(used)))
    print(
        digest(ImageOps.equalize(image)),
        digest(ImageOps.mirror(image)),
        digest(ImageEnhance.Contrast(image).enhance(1.5)),
    )
    print(
        digest(ImageChops.invert(image)),
        digest(image.quantize(4)),
        image.convert("L").histogram()[:5],
    )
    r, g, b = image.split()
    print(
        digest(Image.merge("RGB", (b, g, r))),
        digest(Image.blend(r, g, 0.3)),
        digest(image.point(lambda v: v // 2)),
    )
    print(digest(ImageMath.lambda_eval(lambda a: a["convert"](a["x"] * 2 - a["y"], "L"), x=r, y=g)))
    layer = Image.new("RGBA", image.size, (255, 0, 0, 80))
    print(digest(Image.alpha_composite(image.convert("RGBA"), layer)), image.getcolors(999)[:2])
    image.paste((9, 9, 9), (0, 0, 4, 4), mask=Image.linear_gradient("L").resize((4, 4)))
    image.putpixel((39, 29), (7, 8, 9))
    print(
        digest(image),
        image.load()[39, 29],
        image == image.copy(),
        digest(pickle.loads(pickle.dumps(image))),
    )


def formats(image):
    for name, options in (
        ("PNG", {"optimize": True, "dpi": (72, 72)}),
        ("BMP", {}),
        ("GIF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("PPM", {}),
        ("TGA", {}),
        ("ICO", {}),
        ("WEBP", {"lossless": True}),
        ("PCX", {}),
        ("JPEG2000", {}),
    ):
        if name == "JPEG2000" and not features.check("jpg_2000"):
            continue
        file = io.BytesIO()
        image.save(file, name, **options)
        with Image.open(io.BytesIO(file.getvalue())) as again:
            again.load()
            print(name, again.format, digest(again.convert("RGB")), Image.MIME.get(again.format))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90, exif=b"Exif\0\0" + b"II*\0\x08\0\0\0\0\0\0\0\0\0")
    with Image.open(file) as again:
        print(
            again.format,
            again.size,
            again.info["jfif_version"],
            ImageChops.difference(again, image).getextrema()[0][1] < 120,
        )
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Ünï")
    image.save(file := io.BytesIO(), "PNG", pnginfo=notes)
    print(Image.open(file).text)
    frames = [Image.new("L", (8, 8), n * 60) for n in range(4)]
    frames[0].save(
        file := io.BytesIO(), "GIF", save_all=True, append_images=frames[1:], duration=50, loop=0
    )
    with Image.open(file) as moving:
        print(
            moving.n_frames,
            [f.getpixel((0, 0)) for f in ImageSequence.Iterator(moving)],
            moving.info["duration"],
        )
    with Image.open(file) as moving:
        try:
            moving.seek(99)
        except EOFError as e:
            print(e)


def outside(image):
    raw = bytearray(struct.pack("12B", *range(12)))
    shared = Image.frombuffer("RGB", (2, 2), raw, "raw", "RGB", 0, 1)
    print(list(shared.getdata()), Image.frombytes("L", (3, 1), b"abc").getpixel((1, 0)))
    print(
        image.__array_interface__["shape"],
        image.__array_interface__["typestr"],
        len(image.tobytes("raw", "BGR")),
    )
    parser_input = io.BytesIO()
    image.save(parser_input, "PNG")
    data = parser_input.getvalue()
    for damaged in (data[:60], b"not an image", data[:40] + b"xxxx" + data[44:]):
        try:
            Image.open(io.BytesIO(damaged)).load()
        except (OSError, SyntaxError) as e:
            print(type(e).__name__, str(e).split(" object at")[0].split("<")[0])
    for action in (
        lambda: image.getpixel((99, 99)),
        lambda: Image.new("RGB", (-1, 2)),
        lambda: image.convert("nope"),
        lambda: image.putpixel((0, 0), "x"),
        lambda: image.save(io.BytesIO(), "NOPE"),
        lambda: Image.frombytes("L", (9, 9), b"x"),
    ):
        try:
            action()
        except (IndexError, ValueError, TypeError, KeyError) as e:
            print(type(e).__name__, e)
    print(sorted(f for f in ("jpg", "zlib", "webp", "libtiff", "freetype2") if features.check(f)))


if __name__ == "__main__":
    made = picture()
    changes(made)
    formats(made)
    outside(made)
