/* A table from pointers to pointers, for C code: chains of entries, each with its key's hash. */
#include "jabiru.h"

#define FIRST_CHAINS 16

typedef Py_uhash_t (*hash_function)(const void *key);
typedef int (*compare_function)(const void *a, const void *b);
typedef void (*destroy_function)(void *value);

struct entry {
    struct entry *next;
    Py_uhash_t hash;
    const void *key;
    void *value;
};

/* Inlined code of CPython's own modules calls `get_entry`: it is where they look for it, and an
   entry has CPython's layout. */
struct table {
    size_t entries;
    size_t count;
    struct entry **chains;
    struct entry *(*get_entry)(struct table *table, const void *key);
    hash_function hash;
    compare_function same;
    destroy_function destroy_key;
    destroy_function destroy_value;
};
_Static_assert(offsetof(struct table, get_entry) == 24, "_Py_hashtable_t.get_entry_func");

static struct entry **find(struct table *table, const void *key, Py_uhash_t hash)
{
    struct entry **at = &table->chains[hash & (table->count - 1)];
    while (*at != NULL && !((*at)->hash == hash && table->same((*at)->key, key))) {
        at = &(*at)->next;
    }
    return at;
}

static struct entry *get_entry(struct table *table, const void *key)
{
    return *find(table, key, table->hash(key));
}

/* NULL when there is no memory, without an exception. The allocator is always malloc's. */
void *_Py_hashtable_new_full(void *hash_func, void *compare_func, void *key_destroy_func,
    void *value_destroy_func, void *allocator)
{
    (void)allocator;
    struct table *table = calloc(1, sizeof *table);
    struct entry **chains = calloc(FIRST_CHAINS, sizeof *chains);
    if (table == NULL || chains == NULL) {
        free(table);
        free(chains);
        return NULL;
    }
    *table = (struct table){0, FIRST_CHAINS, chains, get_entry, (hash_function)hash_func,
        (compare_function)compare_func, (destroy_function)key_destroy_func,
        (destroy_function)value_destroy_func};
    return table;
}

/* NULL when it is not there. */
void *_Py_hashtable_get(void *ht, const void *key)
{
    struct entry *entry = get_entry(ht, key);
    return entry == NULL ? NULL : entry->value;
}

static void grow(struct table *table)
{
    size_t count = table->count * 2;
    struct entry **chains = calloc(count, sizeof *chains);
    if (chains == NULL) {
        return; /* longer chains do as well */
    }
    for (size_t i = 0; i < table->count; i++) {
        for (struct entry *e = table->chains[i], *next; e != NULL; e = next) {
            next = e->next;
            e->next = chains[e->hash & (count - 1)];
            chains[e->hash & (count - 1)] = e;
        }
    }
    free(table->chains);
    table->chains = chains;
    table->count = count;
}

/* The hash of a key that is its address, or a number in its place. */
Py_uhash_t _Py_hashtable_hash_ptr(const void *key)
{
    return (uintptr_t)key >> 4 | (uintptr_t)key << 60;
}

int _Py_hashtable_compare_direct(const void *key1, const void *key2)
{
    return key1 == key2;
}

/* The key must not be there yet. -1 when there is no memory, without an exception. */
int _Py_hashtable_set(void *ht, const void *key, void *value)
{
    struct table *table = ht;
    struct entry *entry = malloc(sizeof *entry);
    if (entry == NULL) {
        return -1;
    }
    if (table->entries >= table->count) {
        grow(table);
    }
    Py_uhash_t hash = table->hash(key);
    struct entry **chain = &table->chains[hash & (table->count - 1)];
    *entry = (struct entry){*chain, hash, key, value};
    *chain = entry;
    table->entries++;
    return 0;
}

void _Py_hashtable_clear(void *ht)
{
    struct table *table = ht;
    for (size_t i = 0; i < table->count; i++) {
        for (struct entry *e = table->chains[i], *next; e != NULL; e = next) {
            next = e->next;
            if (table->destroy_key != NULL) {
                table->destroy_key((void *)e->key);
            }
            if (table->destroy_value != NULL) {
                table->destroy_value(e->value);
            }
            free(e);
        }
        table->chains[i] = NULL;
    }
    table->entries = 0;
}

void _Py_hashtable_destroy(void *ht)
{
    struct table *table = ht;
    _Py_hashtable_clear(table);
    free(table->chains);
    free(table);
}
