# Each expression, and what it gives: compared with the output of CPython.
import re


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))

p = re.compile('(a)(?P<n>b)?')
m = p.match('ab')
s = p.scanner('abab')

for line in r"""
m.group(5)
m.group('x')
m.group(1,2)
m.group()
m.groups(1)
m['n']
m[1]
m.start(5)
m.span('n')
m.end()
m.pos
m.endpos
m.lastindex
m.lastgroup
m.re
m.string
m.regs
m.groupdict(0)
m.expand(r'\\1x')
m.expand(r'\\g<n>')
p.match(1)
p.match(b'a')
re.compile(b'a').match('a')
p.sub(1,'a')
p.sub('x',b'a')
p.sub('x','aabb',count=1)
p.subn('x','aabb')
p.sub(lambda m:1,'a')
p.sub(lambda m:None,'a')
p.split('xaby')
p.split('xaby',maxsplit=0)
p.split('xaby',1)
re.split('','abc')
p.findall('aab')
re.findall('a','aab')
list(p.finditer('ab'))
p.fullmatch('abc')
p.search('xxab',3)
p.search('xxab',-5,100)
p.match(string='a')
p==re.compile('(a)(?P<n>b)?')
hash(p)==hash(re.compile('(a)(?P<n>b)?'))
p<p
re.compile('a'*300)
re.compile(b'a',re.I|re.L)
re.compile('a',re.I|re.X|re.M|re.S|re.A|re.DEBUG) if 0 else 0
re.compile('a',re.A|re.M)
type(p).__module__, type(m).__module__,type(s).__module__
m.__getitem__(7)
p.__class_getitem__(int)
type(p)()
re.match(r'(?:a|b)*c','ababab'*100000)
bool(re.match(r'(?:a|b)*c','ababab'*100000+'c'))
re.sub('x*','-','abxd')
re.sub('(?P<a>x)','\\g<a>\\1','axb')
m.__copy__() is m
re.template
p.match('ab').__repr__()
re.match('.*','a'*100)
p.sub('', 'abc')
re.compile('(?i)ſ').match('s')
re.compile('[a-z]+', re.I).match('KELVIN\\u212a')
re.match(r'(a)(?(1)b|c)', 'ab').span()
re.match(r'(?>a+)b', 'aaab').span()
re.match(r'a++b', 'aaab').span()
re.match(r'(?:ab)++c', 'ababc').span()
re.search(r'(?<=ab)c', 'abc').span()
re.search(r'(?<!ab)c', 'abc')
re.findall(r'\\b\\w+\\b', 'hello big world')
re.findall(r'(?m)^x$', 'x\\nx\\ny\\nx')
""".strip().splitlines():
    show(line)


class Text(str):
    pass


class Data(bytes):
    pass


# Nothing replaced: still no object of the subclass.
print([type(re.sub("x", "y", Text("abc"))), type(re.sub(b"x", b"y", Data(b"abc")))])
print([type(t) for t in re.split(b"x", Data(b"abc"))], re.sub(b"x", b"y", Data(b"abc")))
