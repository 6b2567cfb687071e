package org.jabiru.object;

/**
 * Is told of changes for an extension (C-API: {@code PyDict_Watch} and its relatives): of dicts and
 * types that it watches, of all functions, code objects and contexts. The numbers are the C-API's.
 */
public interface Watch {
    int DICT_ADDED = 0;
    int DICT_MODIFIED = 1;
    int DICT_DELETED = 2;
    int DICT_CLONED = 3;
    int DICT_CLEARED = 4;

    int TYPE_MODIFIED = 0;

    int FUNCTION_CREATED = 0;
    int FUNCTION_CODE = 2;
    int FUNCTION_DEFAULTS = 3;
    int FUNCTION_KEYWORD_DEFAULTS = 4;

    int CODE_CREATED = 0;

    int CONTEXT_SWITCHED = 1;

    /**
     * An object is about to change, was made, or is a thread's context from now on.
     *
     * @param watched the object; None for no context
     * @param key of a dict, the key that changes, or the dict that is copied; otherwise null
     * @param value the new value, or null
     */
    void changes(Object watched, int event, Object key, Object value);
}
