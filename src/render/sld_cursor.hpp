#pragma once

#include <QXmlStreamReader>
#include <string>
#include <string_view>

namespace liangdi::render {

/// Namespaces of SLD 1.1 (05-078r4), SE 1.1 (05-077r4) and Filter Encoding 1.1 (04-095).
inline constexpr std::string_view sld_ns = "http://www.opengis.net/sld";
inline constexpr std::string_view se_ns = "http://www.opengis.net/se";
inline constexpr std::string_view ogc_ns = "http://www.opengis.net/ogc";

/// Walks the elements of a style file. Whatever the reader does not know ends in
/// Error{bad_style} naming the element and the line: a style is never half understood.
class SldCursor {
  public:
    SldCursor(const QByteArray& xml, std::string where);

    /// Goes to the next child of the current element; false at its end. Throws on XML that is not well
    /// formed and on stray text between elements.
    bool next_child();
    bool is(std::string_view ns, std::string_view name) const;
    std::string element() const;  ///< "se:Rule", for messages
    qint64 line() const { return xml_.lineNumber(); }

    /// The attribute by its local name; empty where it is missing.
    std::string attribute(std::string_view name) const;

    /// Text of the current element, which has no children; white space around is cut. Goes to its end.
    std::string text();
    double number();
    bool boolean();
    /// Goes over an element whose text only people read (se:Description, se:Name).
    void skip() { xml_.skipCurrentElement(); }

    /// For mixed content: the next piece of text or child. At the element's end `Piece::end`.
    enum class Piece { text, child, end };
    Piece next_piece(std::string& piece_text);

    [[noreturn]] void refuse_element();  ///< the current element is not known here
    [[noreturn]] void fail(const std::string& message);

  private:
    QXmlStreamReader xml_;
    std::string where_;
};

}  // namespace liangdi::render
