// Shapes: classes with virtual methods, a std::string, a std::vector, an exception.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

class Shape
{
  public:
    virtual ~Shape() = default;
    virtual double area() const = 0;
    virtual std::string name() const
    {
        return "shape";
    }
};

class Rectangle : public Shape
{
  public:
    Rectangle(double width, double height) : width(width), height(height)
    {
        if (width < 0 || height < 0) throw std::invalid_argument("negative size");
    }
    double area() const override
    {
        return width * height;
    }
    std::string name() const override
    {
        return "rectangle";
    }
    double width, height;
};

inline double total_area(const Shape &a, const Shape &b)
{
    return a.area() + b.area();
}

inline std::vector<double> halves(const std::vector<double> &numbers)
{
    std::vector<double> out;
    for (double number : numbers)
        out.push_back(number / 2);
    return out;
}
