"""Linear constraints: variables, strengths, edits, and what contradicts."""

import kiwisolver as kiwi


def main():
    x, y, z = (kiwi.Variable(n) for n in "xyz")
    solver = kiwi.Solver()
    constraints = [x + y == 10, x - y >= 2, (z == 2 * x + 1) | "strong", y >= 0, x <= 8]
    for c in constraints:
        solver.addConstraint(c)
        print(c.op(), c.strength(), len(c.expression().terms()), solver.hasConstraint(c))
    solver.updateVariables()
    print([round(v.value(), 6) for v in (x, y, z)])
    solver.addEditVariable(y, "medium")
    for value in (1, 3, 20, -5):
        solver.suggestValue(y, value)
        solver.updateVariables()
        print(value, [round(v.value(), 6) for v in (x, y, z)])
    solver.removeEditVariable(y)
    solver.removeConstraint(constraints[1])
    solver.updateVariables()
    expression = 2 * x - y / 4 + 3
    print(
        expression.constant(), [(t.variable().name(), t.coefficient()) for t in expression.terms()]
    )
    print(kiwi.strength.create(1, 2, 3), kiwi.strength.required, x.name(), x.context())
    chain = [kiwi.Variable(str(i)) for i in range(200)]
    solver = kiwi.Solver()
    solver.addConstraint(chain[0] == 1)
    for a, b in zip(chain, chain[1:]):
        solver.addConstraint(b == a + 0.5)
    solver.updateVariables()
    print(chain[-1].value())
    again = x + y == 10
    for call in (
        lambda: solver.addConstraint(chain[0] == 2),
        lambda: solver.addConstraint(again) or solver.addConstraint(again),
        lambda: solver.removeConstraint(x == 1),
        lambda: solver.suggestValue(x, 1),
        lambda: x * y,
        lambda: 1 / x,
        lambda: x < y,
        lambda: (x == 1) | "no such",
        lambda: kiwi.Variable(5),
        lambda: solver.addEditVariable(x, "required"),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            # The terms of a constraint are shown in the order of their addresses.
            words = "" if isinstance(error, kiwi.DuplicateConstraint) else str(error)
            print("rejected", type(error).__name__, words.split("\n")[0].split("(")[0])


main()
