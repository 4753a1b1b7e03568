#pragma once

#include <map>
#include <optional>

#include "land/words.hpp"
#include "render/page.hpp"
#include "render/page_template.hpp"

namespace liangdi::render {

/// What a template is filled with: all about one subject, by value.
struct SheetContent {
    struct Map {
        std::vector<MapLayer> layers;  ///< from bottom to top
        std::vector<RasterLayer> rasters;
        geo::Box focus;  ///< what must be seen
        std::optional<double>
            scale;  ///< denominator; else the largest of the template's that shows the focus
        QString north_note;
        QColor background = Qt::white;
    };
    std::string subject;  ///< its code, by which a template names a single page
    QString title;        ///< of the page's bookmark
    land::Language language = land::Language::zh;
    std::string edition = "staff";  ///< "staff", "public"
    std::map<std::string, std::string> words;
    std::map<std::string, land::TextTable> tables;
    std::map<std::string, PageImage> images;
    std::map<std::string, PageChart> charts;
    std::map<std::string, Map> maps;
};

/// The words {scale} and {scale:NAME} stand for the scale of the main and of another map, "1:1 000".
/// A word that the content lacks throws Error{bad_template} naming those that there are; a table, image,
/// chart or map that it lacks is left out.
/// Tables that do not fit go on on pages of their own behind the first.
std::vector<Page> lay_out(const PageTemplate& sheet, const SheetContent& content);

/// "1:1 000", the thousands apart as on Chinese maps.
QString scale_text(double denominator);

}  // namespace liangdi::render
