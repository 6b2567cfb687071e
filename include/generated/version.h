/* Generated from capi-emulation/abi/version.abi. */

#if Py_LIMITED_API+0 >= 0x030b0000
JABIRU_DATA const unsigned long Py_Version;
#endif

#if Py_LIMITED_API+0 >= 0x030e0000
JABIRU_FUNCTION uint32_t Py_PACK_FULL_VERSION(int x, int y, int z, int level, int serial);
JABIRU_FUNCTION uint32_t Py_PACK_VERSION(int x, int y);
#endif
