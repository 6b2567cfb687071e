"""Expressions of binascii; binascii_expressions.out has what CPython gives or raises for each."""

import binascii

EXPRESSIONS = r'''
binascii.hexlify(b'ab','-')
binascii.unhexlify('abc')
binascii.unhexlify('zz')
binascii.unhexlify('é')
binascii.b2a_base64(b'abc')
binascii.b2a_base64(b'abc',newline=False)
binascii.a2b_base64('YWJj')
binascii.a2b_base64('YWJ')
binascii.a2b_base64('Y')
binascii.a2b_base64('Y=WJ',strict_mode=True)
binascii.a2b_base64('=YWJ',strict_mode=True)
binascii.a2b_base64('YWJj\n',strict_mode=True)
binascii.a2b_base64('YWI=YW',strict_mode=True)
binascii.a2b_base64('YWI==',strict_mode=True)
binascii.a2b_base64('YW=',strict_mode=True)
binascii.a2b_base64('YW==')
binascii.a2b_base64('é')
binascii.crc32(b'abc')
binascii.crc32(b'abc',5)
binascii.crc_hqx(b'abc',5)
binascii.b2a_uu(b'abc')
binascii.b2a_uu(b'abc',backtick=True)
binascii.b2a_uu(b'a'*46)
binascii.a2b_uu('#86)C\n')
binascii.a2b_uu('#8')
binascii.a2b_uu('!~')
binascii.b2a_qp(b'a=\xff \n')
binascii.b2a_qp(b'a b\t',quotetabs=True)
binascii.b2a_qp(b'a_b ',header=True)
binascii.b2a_qp(b'x'*100)
binascii.b2a_qp(b'.\na',istext=False)
binascii.a2b_qp('a=3D=\nb_=FG=')
binascii.a2b_qp('a_b',header=True)
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)
