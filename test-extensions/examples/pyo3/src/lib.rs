//! Letters of texts: functions, a class, an exception, work without the interpreter's lock.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::collections::BTreeMap;

#[pymodule]
mod letters {
    use super::*;

    /// How often each letter occurs.
    #[pyfunction]
    fn counted(py: Python<'_>, text: &str) -> BTreeMap<char, usize> {
        py.detach(|| {
            let mut counts = BTreeMap::new();
            for letter in text.chars().filter(|c| c.is_alphabetic()) {
                *counts.entry(letter).or_insert(0) += 1;
            }
            counts
        })
    }

    /// The text, each letter moved on in the alphabet.
    #[pyclass]
    struct Caesar {
        #[pyo3(get)]
        shift: u8,
    }

    #[pymethods]
    impl Caesar {
        #[new]
        #[pyo3(signature = (shift = 13))]
        fn new(shift: u8) -> PyResult<Self> {
            if shift > 25 {
                return Err(PyValueError::new_err("the shift is more than 25"));
            }
            Ok(Caesar { shift })
        }

        fn __call__(&self, text: &str) -> String {
            let turn = |c: char, first: u8| (((c as u8 - first + self.shift) % 26) + first) as char;
            text.chars()
                .map(|c| match c {
                    'a'..='z' => turn(c, b'a'),
                    'A'..='Z' => turn(c, b'A'),
                    _ => c,
                })
                .collect()
        }
    }
}
