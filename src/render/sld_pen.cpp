#include "render/sld_pen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/error.hpp"
#include "render/sld_cursor.hpp"

namespace liangdi::render::sld {

namespace {

const QString xlink = QStringLiteral("http://www.w3.org/1999/xlink");

QString q(std::string_view s) {
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

/// What XML 1.0 has no way to write.
bool is_writable(QChar c) {
    return c.unicode() >= 0x20 || c == u'\t' || c == u'\n';
}

}  // namespace

SldPen::SldPen(QByteArray& xml, std::string where) : xml_(&xml), where_(std::move(where)) {
    xml_.setAutoFormatting(true);
    xml_.setAutoFormattingIndent(2);
    xml_.writeStartDocument();
    xml_.writeNamespace(q(sld_ns), QStringLiteral("sld"));
    xml_.writeNamespace(q(se_ns), QStringLiteral("se"));
    xml_.writeNamespace(q(ogc_ns), QStringLiteral("ogc"));
    xml_.writeNamespace(xlink, QStringLiteral("xlink"));
}

void SldPen::fail(const std::string& message) const {
    throw Error("unwritable_style", message, rule_.empty() ? where_ : fmt::format("{}, {}", where_, rule_));
}

void SldPen::check_characters(const QString& words) const {
    if (!std::all_of(words.begin(), words.end(), is_writable))
        fail("a text holds a control character, which a style file cannot hold");
}

void SldPen::check(const std::string& text) const {
    const QString words = q(text);
    check_characters(words);
    if (words != words.trimmed())
        fail(fmt::format("\"{}\" begins or ends with a blank, which a style file does not keep", text));
}

void SldPen::element(std::string_view ns, std::string_view name, const std::function<void()>& content) {
    xml_.writeStartElement(q(ns), q(name));
    if (content) content();
    xml_.writeEndElement();
}

void SldPen::text(std::string_view ns, std::string_view name, const std::string& text) {
    check(text);
    xml_.writeTextElement(q(ns), q(name), q(text));
}

void SldPen::number(std::string_view ns, std::string_view name, double number) {
    text(ns, name, number_text(number, *this));
}

void SldPen::attribute(std::string_view name, const std::string& value) {
    xml_.writeAttribute(q(name), q(value));
}

void SldPen::link(const std::string& href) {
    xml_.writeAttribute(xlink, QStringLiteral("type"), QStringLiteral("simple"));
    xml_.writeAttribute(xlink, QStringLiteral("href"), q(href));
}

void SldPen::svg_parameter(std::string_view name, const std::string& text) {
    check(text);
    element(se_ns, "SvgParameter", [&] {
        attribute("name", std::string(name));
        xml_.writeCharacters(q(text));
    });
}

void SldPen::option(std::string_view name, const std::string& text) {
    element(se_ns, "VendorOption", [&] {
        attribute("name", std::string(name));
        xml_.writeCharacters(q(text));
    });
}

void SldPen::piece(const std::string& text) {
    const QString words = q(text);
    check_characters(words);
    // The reader takes line breaks and blanks alone for the file's layout; a CDATA section says what it
    // means.
    if (words.trimmed() == words && !words.contains(u'\n')) {
        xml_.writeCharacters(words);
    } else if (words.contains(QStringLiteral("]]>"))) {
        fail("a label holds \"]]>\" beside blanks, which a style file cannot hold");
    } else {
        xml_.writeCDATA(words);
    }
}

std::string number_text(double number, const SldPen& pen) {
    if (!std::isfinite(number)) pen.fail("a size is no number");
    return fmt::format("{}", number);
}

}  // namespace liangdi::render::sld
