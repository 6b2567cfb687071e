%module shapes
%include "std_string.i"
%include "std_vector.i"
%include "exception.i"

%exception {
    try {
        $action
    } catch (const std::invalid_argument &e) {
        SWIG_exception(SWIG_ValueError, e.what());
    }
}

%{
#include "shapes.h"
%}
// Before the functions that take one.
%template(Numbers) std::vector<double>;
%include "shapes.h"
