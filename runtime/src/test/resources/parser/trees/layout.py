if a:
	b
	if c:
		d

   # odd comment

	e
else: f; g;
class A:
  x = [
1,
     2,

  # c
  ]

  def f(self): return (
     1)

z = """
  text
""" + \
   y
if 1:
        \
  a
