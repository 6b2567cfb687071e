/* dict objects are Java's. What is read of one again and again is kept until Java may have changed
   it, which the epoch tells. */
#include "jabiru.h"

Py_ssize_t PyDict_Size(PyObject *mp)
{
    if (mp == NULL || !PyDict_Check(mp) || !jabiru_in_arena(mp)) {
        return java_PyDict_Size(mp);
    }
    PyDictObject *dict = (PyDictObject *)mp;
    uint32_t epoch = jabiru_state.epoch;
    if (jabiru_prefix_of(mp)->epoch != epoch) {
        Py_ssize_t size = java_PyDict_Size(mp);
        if (size < 0) {
            return -1;
        }
        /* Asking ran no Python code: lists and dicts that were current are still. */
        jabiru_state.epoch = epoch;
        jabiru_prefix_of(mp)->epoch = epoch;
        dict->ma_used = size;
    }
    return dict->ma_used;
}

/* The entries that come next in the iteration that asked last. */
#define MOST_ENTRIES 32

static struct {
    PyObject *dict;
    uint32_t epoch;
    Py_ssize_t position;
    int at;
    int count;
    int wanted;
    int last; /* nothing comes after these */
    struct {
        Py_ssize_t next;
        PyObject *key;
        PyObject *value;
    } entries[MOST_ENTRIES];
} ahead;

/* More at once while nothing comes in between. */
static int fetch_entries(PyObject *dict, Py_ssize_t position)
{
    uint32_t epoch = jabiru_state.epoch;
    int goes_on = ahead.dict == dict && ahead.epoch == epoch && ahead.position == position;
    if (goes_on && ahead.last && ahead.count > 0) {
        return 0;
    }
    int wanted = goes_on ? 4 * ahead.wanted : 4;
    ahead.wanted = wanted > MOST_ENTRIES ? MOST_ENTRIES : wanted;
    ahead.dict = NULL;
    ahead.count = (int)jabiru_dict_entries(dict, position, ahead.entries, ahead.wanted);
    jabiru_state.epoch = epoch;
    ahead.last = ahead.count < ahead.wanted;
    ahead.dict = dict;
    ahead.epoch = epoch;
    ahead.position = position;
    ahead.at = 0;
    return ahead.count > 0;
}

int PyDict_Next(PyObject *mp, Py_ssize_t *pos, PyObject **key, PyObject **value)
{
    if (mp == NULL || !PyDict_Check(mp)) {
        return 0;
    }
    if (ahead.dict != mp || ahead.epoch != jabiru_state.epoch || ahead.position != *pos ||
        ahead.at == ahead.count) {
        if (!fetch_entries(mp, *pos)) {
            return 0;
        }
    }
    int i = ahead.at++;
    ahead.position = *pos = ahead.entries[i].next;
    if (key != NULL) {
        *key = ahead.entries[i].key;
    }
    if (value != NULL) {
        *value = ahead.entries[i].value;
    }
    return 1;
}
