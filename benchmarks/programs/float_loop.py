"""A while loop over floats: the Mandelbrot iteration on a small grid."""


def escapes(cr, ci):
    zr = zi = 0.0
    for step in range(60):
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return step
    return 60


def main():
    total = 0
    for y in range(100):
        for x in range(100):
            total += escapes(x / 40.0 - 2.0, y / 50.0 - 1.0)
    return total
