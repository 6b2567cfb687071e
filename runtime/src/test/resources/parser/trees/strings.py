'a' "b" '''c
d''' """e\
f"""
'\'\"\\\a\b\f\n\r\t\v\0\12\123\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}'
r'\n\'' R"\d"
b'\x00\xff\'\\\101' B"a" Rb'\n' bR'\d' b''
u'a' 'b'
'é' "日本" '😀' '\ud83d\ude00' '\ud800'
'' ""
'mixed "quotes"' "it's" '''both ' and "'''
f'' F"" rf'\{a}\n' fr"{a}"
f'a{b}c{{d}}e' f"{a!r}{b!s:>10}{c:{d}.{e}}{f:}{g!a}"
f'{a=}{b = }{c=!s}{d=:x}{ e + f = }'
f'{a["b"]}{f"{c}"}{"d" 'e'}' 'plain' f"{g}" u'h'
f'''{
    a  # comment
    + b
    = }
{x:
}'''
f'{ {1: 2}[1] }{lambda_}{(lambda: 1)}{a if b else c}{*d, e}{yield_}'
f'{a:%H:%M}{b!r:^{width}}{c:{{}}}{d:\n}{e:\x41}'
f'\N{DIGIT ONE}{a}\x41\\{b}'
f'{a:{b:{c}}}'
f'{a!=b}{c==d}{e<=f}{g:=h}{(i:=j)}'
f'{a}' '' f'{b}'
t'' t'a{b}c' T"{ a + b !r:{c}}" rt'\d{a=}' t'{d}' tr'\e'
t'''{ a # comment
  + b}'''
