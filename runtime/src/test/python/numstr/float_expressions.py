"""Expressions of float and complex; float_expressions.out has what CPython gives or raises for each."""


EXPRESSIONS = r'''
float('1_0')
float('1__0')
float('_1')
float('1_')
float('1_.5')
float('x')
float(b'1.5'),float(bytearray(b'1e3'))
float('')
float('١.٥')
float('nan'),float('inf'),float('-Infinity'),float('+INF'),float('1e400'),float('-1e400'),float('1e-400'),float(' 1.5\n')
float('1.5f')
float('0x1p3')
float('1d')
float('infin')
float([])
float(10**400)
float(2**63),float(2**53+1),float(2**64+2**11),float('1'+'0'*30)
float.fromhex('0x1p-1074'),float.fromhex('-0x1.8p3'),float.fromhex('inf'),float.fromhex(' 0X.8 '),float.fromhex('1p2'),float.fromhex('0x1.fffffffffffff8p0'),float.fromhex('0x1.fffffffffffff4p0')
float.fromhex('zz')
float.fromhex('0x1p1024')
float.fromhex('0x1.fffffffffffff8p1023')
float.fromhex('0x0.8p-1074'),float.fromhex('0x0.80000001p-1074')
1.5.hex(),(-0.0).hex(),(5e-324).hex(),(1e300).hex(),float('inf').hex(),float('nan').hex()
1.0//0
1.0%0
1.0/0
divmod(1.0,0)
divmod(-7.5,2),divmod(7.5,-2),-0.0%5,5%-0.5,-1e-20%1.0,7.0//-2,0.0//-5,1e300//1e-10
5.0%float('inf'),-5.0%float('inf'),float('inf')%5
0.0**-1
(-8.0)**(1/3)
(-0.0)**-3
round(1.7976931348623157e308,-308)
round(float('nan'))
round(float('inf'))
round(float('inf'),2)
10.0**400
float('nan').as_integer_ratio()
float('inf').as_integer_ratio()
0.1.as_integer_ratio(),(5e-324).as_integer_ratio()[0],(-2.5).as_integer_ratio(),1e22.as_integer_ratio()
[1e15,1e16,1e17,123456789012345680.0,1e22,1e23,1.5e-5,0.0001,0.00001,5e-324,2e-323,1.7976931348623157e308,0.1,1/3,100.0,-0.0,9007199254740993.0,1e5,2.2250738585072014e-308,4.35,9.5e-7,2e-5,1.0,12345678.9]
repr(9.999999999999999e22),repr(2**-44),repr(1e-323),repr(2e-44),repr(8.41e21),repr(2.0**70)
(1.5).is_integer(),(2.0).is_integer(),float('inf').is_integer(),(2.5).__trunc__(),(2.5).__floor__(),(-2.5).__ceil__(),(1.5).conjugate(),(1.5).real,(1.5).imag
1.5+1,1+1.5,2*1.5,1.5-2,2-1.5,3/1.5,7//2.0,7%2.5,2**0.5,True+0.5
1.5+'a'
'a'+1.5
1.5<'a'
float.__getformat__('double')
float.from_number(5),float.from_number(2.5)
float.from_number('5')
-1.5,+1.5,abs(-1.5),abs(-0.0),not 0.0
float(x=1)
float(1,2)
1e308*10,-1e308*10,1e308*10-1e308*10
0.1+0.2,1e16+1,1.1*1.1
complex('1+2j'),complex(' ( 1-2.5e3J ) '),complex('j'),complex('-j'),complex('1'),complex('nan+infj'),complex('1_0+2_0j')
complex('1+')
complex('1 + 2j')
complex('')
complex('()')
complex('1+2')
complex(1,2)+'a'
1j<2
complex('a',1)
complex(1,'a')
complex([])
complex(1.5),complex(True),complex(2,3),complex(real=1,imag=2),complex(),complex(1e400),complex(0,-0.0),complex(-0.0,0.0)
1j//1
1j%1
1j/0
0j**-1
0j**1j
(1e200+1e200j)**2
pow(1j,2,3)
(1+2j)*(3+4j),(1+2j)/(3+4j),(1+2j)*2,2*(1+2j),(1+2j)/2,2/(1+2j),1-2j,2-(1+2j),(1+2j)-1,-(1+2j),abs(3+4j),(3+4j).conjugate()
(1+2j)==(1+2j),(1+0j)==1,1==(1+0j),(1+2j)!=1,(1+0j)==1.0,1j=='a',bool(0j),bool(1j)
repr(1j),repr(-1j),repr(1+0j),repr(complex(-0.0,1)),repr(complex(1,-0.0)),repr(1e20+1e-20j),repr(complex('nan+nanj')),repr(complex('inf-infj')),str(3j)
abs(complex(1e308,1e308))
complex.from_number(5),complex.from_number(2j)
(3+4j).real,(3+4j).imag,(3+4j).__complex__(),(3+4j).__getnewargs__()
float('inf')*1j,complex('inf')*(1+1j),complex('nan')*1j
1/complex(0.0,float('inf'))
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)
