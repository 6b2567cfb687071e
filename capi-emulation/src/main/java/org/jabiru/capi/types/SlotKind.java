package org.jabiru.capi.types;

/** The ways in which a special method calls a C slot (C-API manual, Type Object Structures). */
enum SlotKind {
    /** {@code unaryfunc}, {@code reprfunc}, {@code getiterfunc}. */
    UNARY,
    /** {@code iternextfunc}: NULL without exception is the end. */
    NEXT,
    /** {@code hashfunc}, {@code lenfunc}. */
    HASH,
    LENGTH,
    /** {@code inquiry} for the truth value. */
    BOOL,
    /** {@code binaryfunc} with self first, or second for the reflected method. */
    BINARY,
    REFLECTED,
    /** {@code nb_power}. */
    POWER,
    REFLECTED_POWER,
    IN_PLACE_POWER,
    /** {@code ternaryfunc}: args tuple, kwargs dict. */
    CALL,
    INIT,
    /** {@code richcmpfunc} with a fixed operator. */
    COMPARE,
    /** {@code sq_item}, {@code sq_repeat}. */
    SEQUENCE_ITEM,
    REPEAT,
    SET_SEQUENCE_ITEM,
    DELETE_SEQUENCE_ITEM,
    /** {@code mp_ass_subscript}, {@code setattrofunc}. */
    SET_ITEM,
    DELETE_ITEM,
    CONTAINS,
    DESCR_GET,
    DESCR_SET,
    DESCR_DELETE,
    /** {@code destructor} of {@code tp_finalize}. */
    FINALIZE,
    /** {@code getbufferproc}, {@code releasebufferproc}. */
    BUFFER,
    RELEASE_BUFFER,
    /** {@code newfunc}. */
    NEW
}
