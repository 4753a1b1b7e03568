#pragma once

#include <QXmlStreamWriter>
#include <functional>
#include <string>
#include <string_view>

#include "render/style.hpp"

/// The counterparts of sld_parts.hpp: each writes one element of a style file.
/// Only sld_writer.hpp is meant for others.
namespace liangdi::render::sld {

/// Writes the elements of a style file. What the format cannot hold ends in Error{unwritable_style} naming
/// the rule: a style is never half written.
class SldPen {
  public:
    SldPen(QByteArray& xml, std::string where);

    void element(std::string_view ns, std::string_view name, const std::function<void()>& content = {});
    /// An element that holds text only. The reader cuts white space around it: text that has some is refused.
    void text(std::string_view ns, std::string_view name, const std::string& text);
    void number(std::string_view ns, std::string_view name, double number);
    void attribute(std::string_view name, const std::string& value);
    void link(const std::string& href);  ///< xlink:href
    void svg_parameter(std::string_view name, const std::string& text);
    void option(std::string_view name, const std::string& text);  ///< se:VendorOption

    /// A piece of mixed content, every blank of it.
    void piece(const std::string& text);

    void at_rule(std::string title) { rule_ = std::move(title); }  ///< for messages
    [[noreturn]] void fail(const std::string& message) const;

  private:
    void check_characters(const QString& words) const;
    void check(const std::string& text) const;

    QXmlStreamWriter xml_;
    std::string where_, rule_;
};

std::string number_text(double number, const SldPen& pen);

void write_expression(SldPen& pen, const Expression& expression);
/// As the content of the current element: plain text where it is a constant.
void write_content(SldPen& pen, const Expression& expression);
void write_filter(SldPen& pen, const Filter& filter);  ///< ogc:Filter

void write_unit(SldPen& pen, Unit unit);
void write_colour(SldPen& pen, std::string_view name, const QColor& colour);  ///< and name-opacity
void write_anchor(SldPen& pen, double x, double y);
void write_displacement(SldPen& pen, double x, double y);  ///< none where it is 0
void write_graphic(SldPen& pen, const Graphic& graphic);
void write_fill(SldPen& pen, const Fill& fill);
void write_stroke(SldPen& pen, const Stroke& stroke);
void write_text_symbol(SldPen& pen, const TextSymbol& text);

}  // namespace liangdi::render::sld
