"""Attributes of floats: bodies that attract each other in three dimensions."""


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz


def system():
    return [
        Body(100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        Body(1.0, 10.0, 0.0, 1.0, 0.0, 3.0, 0.1),
        Body(2.0, -20.0, 5.0, 0.0, 0.2, -2.0, 0.0),
        Body(0.5, 0.0, 35.0, -2.0, 1.7, 0.0, 0.3),
        Body(0.1, 5.0, -50.0, 3.0, -1.4, 0.1, 0.0),
    ]


def advance(bodies, step):
    for i, a in enumerate(bodies):
        for b in bodies[i + 1 :]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            pull = step / (square * square**0.5)
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += step * body.vx
        body.y += step * body.vy
        body.z += step * body.vz


def main():
    bodies = system()
    for _ in range(5000):
        advance(bodies, 0.01)
    return [round(body.x, 6) for body in bodies]
