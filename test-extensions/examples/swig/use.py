"""Uses the wheel; runs on CPython and on Jabiru."""

import _shapes
import shapes

rectangle = shapes.Rectangle(2, 3)
assert (rectangle.area(), rectangle.name()) == (6.0, "rectangle")
rectangle.width = 4
assert shapes.total_area(rectangle, shapes.Rectangle(1, 1)) == 13.0
assert list(shapes.halves([1, 2, 3])) == [0.5, 1.0, 1.5]
assert isinstance(rectangle, shapes.Shape)
numbers = shapes.Numbers([1.0, 2.0])
numbers.append(3.0)
assert (len(numbers), numbers[-1], sum(numbers)) == (3, 3.0, 6.0)
for error, wrong in (
    (ValueError, lambda: shapes.Rectangle(-1, 1)),
    (TypeError, lambda: shapes.Rectangle("x", 1)),
    (AttributeError, shapes.Shape),
):
    try:
        wrong()
    except error:
        pass
    else:
        raise AssertionError(error)
assert _shapes.__file__.endswith(".abi3.so"), _shapes.__file__
