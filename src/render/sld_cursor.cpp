#include "render/sld_cursor.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"

namespace liangdi::render {

namespace {

QLatin1StringView latin(std::string_view s) {
    return {s.data(), static_cast<qsizetype>(s.size())};
}

std::string prefix_of(QStringView ns) {
    if (ns == latin(sld_ns)) return "sld:";
    if (ns == latin(se_ns)) return "se:";
    if (ns == latin(ogc_ns)) return "ogc:";
    return ns.isEmpty() ? std::string{} : "{" + ns.toString().toStdString() + "}";
}

}  // namespace

SldCursor::SldCursor(const QByteArray& xml, std::string where) : xml_(xml), where_(std::move(where)) {}

void SldCursor::fail(const std::string& message) {
    throw Error("bad_style", message, fmt::format("{}, line {}", where_, xml_.lineNumber()));
}

void SldCursor::refuse_element() {
    fail(fmt::format("<{}> is not supported here. Correct its spelling or take it out.", element()));
}

bool SldCursor::next_child() {
    while (!xml_.atEnd()) {
        switch (xml_.readNext()) {
            case QXmlStreamReader::StartElement:
                return true;
            case QXmlStreamReader::EndElement:
            case QXmlStreamReader::EndDocument:
                return false;
            case QXmlStreamReader::Characters:
                if (!xml_.isWhitespace())
                    fail(fmt::format("text \"{}\" does not belong here",
                                     xml_.text().toString().trimmed().toStdString()));
                break;
            default:
                break;
        }
    }
    if (xml_.hasError()) fail("no well-formed XML: " + xml_.errorString().toStdString());
    return false;
}

bool SldCursor::is(std::string_view ns, std::string_view name) const {
    return xml_.name() == latin(name) && xml_.namespaceUri() == latin(ns);
}

std::string SldCursor::element() const {
    return prefix_of(xml_.namespaceUri()) + xml_.name().toString().toStdString();
}

std::string SldCursor::attribute(std::string_view name) const {
    for (const auto& a : xml_.attributes())
        if (a.name() == latin(name)) return a.value().toString().toStdString();
    return {};
}

std::string SldCursor::text() {
    const std::string name = element();
    const QString text = xml_.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
    if (xml_.hasError()) fail(fmt::format("<{}> must hold text only", name));
    return text.trimmed().toStdString();
}

double SldCursor::number() {
    const std::string name = element();
    const std::string t = text();
    bool ok = false;
    const double n = QString::fromStdString(t).toDouble(&ok);
    if (!ok) fail(fmt::format("<{}> must be a number, not \"{}\"", name, t));
    return n;
}

bool SldCursor::boolean() {
    const std::string name = element();
    const std::string t = text();
    if (t == "true" || t == "1") return true;
    if (t == "false" || t == "0") return false;
    fail(fmt::format("<{}> must be true or false, not \"{}\"", name, t));
}

SldCursor::Piece SldCursor::next_piece(std::string& piece_text) {
    while (!xml_.atEnd()) {
        switch (xml_.readNext()) {
            case QXmlStreamReader::StartElement:
                return Piece::child;
            case QXmlStreamReader::EndElement:
                return Piece::end;
            case QXmlStreamReader::Characters:
                // Line breaks of the file are layout; a CDATA section says what it means.
                if (xml_.isCDATA()) {
                    piece_text = xml_.text().toString().toStdString();
                    return Piece::text;
                }
                if (const QString plain = xml_.text().toString(); !plain.trimmed().isEmpty()) {
                    piece_text = plain.contains(u'\n') ? plain.trimmed().toStdString() : plain.toStdString();
                    return Piece::text;
                }
                break;
            default:
                break;
        }
    }
    fail("no well-formed XML: " + xml_.errorString().toStdString());
}

}  // namespace liangdi::render
