// text: functions with default and keyword arguments, a class, containers, a callback, an exception.
#include <nanobind/nanobind.h>
#include <nanobind/stl/function.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <stdexcept>

namespace nb = nanobind;
using namespace nb::literals;

struct Buffer {
    std::string content;
    explicit Buffer(std::string content) : content(std::move(content)) {}
    void append(const std::string &more) { content += more; }
    size_t size() const { return content.size(); }
};

static std::map<std::string, int> counted(const std::vector<std::string> &words)
{
    std::map<std::string, int> out;
    for (const auto &word : words)
        out[word]++;
    return out;
}

NB_MODULE(text, m)
{
    m.doc() = "Texts and words.";
    m.def(
        "repeat",
        [](const std::string &s, int times) {
            if (times < 0) throw std::invalid_argument("times is negative");
            std::string out;
            while (times-- > 0)
                out += s;
            return out;
        },
        "s"_a, "times"_a = 2);
    m.def("counted", &counted);
    m.def("apply", [](const std::function<int(int)> &f, int x) { return f(x); });
    nb::class_<Buffer>(m, "Buffer")
        .def(nb::init<std::string>())
        .def("append", &Buffer::append)
        .def("__len__", &Buffer::size)
        .def_rw("content", &Buffer::content);
}
