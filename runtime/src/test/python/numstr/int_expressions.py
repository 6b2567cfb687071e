"""Expressions of int and bool; int_expressions.out has what CPython gives or raises for each."""


EXPRESSIONS = r'''
pow(2,-1,4)
pow(2,3,0)
pow(3,-2,7)
pow(-3,3,-7)
pow(2,10**3,10**9+7)
1//0
1%0
1/0
divmod(1,0)
divmod(-7,2), divmod(7,-2), divmod(-7,-2), divmod(10**30,-7), divmod(-10**30,10**20)
-7//2,-7%3,7%-3,(-2**63)//-1,-(-2**63),abs(-2**63),2**63-1+1,(2**62)*2,(2**62)*4,-2**63-1
1<<-1
1>>-1
0<<(1<<100)
1<<(1<<100)
-1>>(1<<100)
1<<63,1<<64,-1<<63,-1<<64,(1<<100)>>99,-(1<<100)>>99,5>>100,-5>>100
0**-1
2**-2
0**0, 1**(10**30), (-1)**(10**30), (-1)**(10**30+1), 2**200
int('')
int('1_')
int('_1')
int('1__2')
int('0x1',0),int('0b11',0),int('0o17',0),int('-0x_1f',16),int('z',36),int('1_000')
int('z',1)
int('z',37)
int(1.5,3)
int(b'12'),int(bytearray(b' 12 '))
int(b'1x')
int(None)
int([])
int('١٢')
int('9'*4301)
int('9'*4300)%7
int('010',0)
int('00',0)
int('0_0',0)
int(x=1)
int(float('nan'))
int(float('inf'))
int(1e20),int(-1e20),int(1e300)%1000007,int(-1.9)
int(' 12 ')
int('1 2')
int('\u20031\x1c')
str(10**4301)
len(str(10**4299))
(300).to_bytes(1)
(-3).to_bytes(1)
(-3).to_bytes(1,signed=True),(0).to_bytes(0),(128).to_bytes(2,'little'),(2**70).to_bytes(10,'big')
(128).to_bytes(1,signed=True)
(-128).to_bytes(1,signed=True)
(1).to_bytes(-1)
(1).to_bytes(1,'x')
int.from_bytes([1,2],'big')
int.from_bytes(b'\xff\xfe',signed=True),int.from_bytes(b'\xff\xfe','little'),int.from_bytes(b'')
int.from_bytes('a')
int.from_bytes(5)
True+True, True&1, True^True, True|False, ~5, +True, -True, True*3, True<<2
bool.__new__(int)
bool(1,2)
bool(x=1)
bool('a'),bool(''),bool(0.0),bool(None),bool([])
round(15,-1),round(25,-1),round(-15,-1),round(5,-400),round(5),round(5,2),round(150,-2),round(-250,-2),round(10**30+5*10**9,-10)
(5).__format__('x')
(5).__round__('a')
10**400*1.0
10**400/3
10**400/10**399,1/3,(2**53+1)/1,(2**60+1)/(2**60),1/(10**400),5/(2**1074),(2**1080)/(3*2**100),3/2**1075,-1/3
1.0<10**400,1.0==1,2**53+1==2.0**53,2**53<2.0**53+2,10**22==1e22,float('nan')==1,10**400>float('inf'),-10**400<float('-inf')
1==True,hash(True),hash(2**61-1),hash(2**61),hash(-1),hash(-2**61),hash(10**30),hash(1.5),hash(0.1),hash(1e300),hash(float('inf')),hash(-1.0),hash(5e-324),hash(1j),hash(1+2j)
(2**70).__lshift__(-1)
5 .__rpow__(2),(3).__rpow__(2,5)
int(10**100).bit_count(),(-5).bit_length(),(2**64).bit_length(),(-2**64).bit_count()
(7).is_integer(),(7).as_integer_ratio(),(7).real,(7).imag,(7).numerator,(7).denominator,(7).conjugate()
int.__new__(str)
int.__new__()
int.__new__(1)
float.__new__(int)
1+'a'
'a'-1
5<'a'
1 .__add__('a')
(1).__pow__(2,'a')
pow(1.5,2,3)
[5][True]
-0 .__neg__()
int()
int(True)
(123456789012345678901234567890).__index__()
123456789012345678901234567890*987654321098765432109876543210
-123456789012345678901234567890//987654321
123456789012345678901234567890&0xffffffffffffffffffff,123456789012345678901234567890|-5,123456789012345678901234567890^-1,~123456789012345678901234567890
(10**50).__floor__(), (10**50).__ceil__(), (10**50).__trunc__()
'%d'%(10**50)
9223372036854775807+1,-9223372036854775808-1,9223372036854775807*9223372036854775807,3037000500*3037000500
sum(range(100))
1_000_000
0xff_ff
max(1,2.5),min(3,2)
(1).__class__,(2**100).__class__,True.__class__
(5).__sizeof__()>0
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)
