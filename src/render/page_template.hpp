#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "land/words.hpp"
#include "render/page.hpp"

/// A sheet's template as its JSON file says it: what stands where, with {words} that each page fills in.
/// The grammar is told in styles/sheets/README.md.
namespace liangdi::render {

/// A text in the sheet's languages.
using Wording = land::Words;

struct TextSpec {
    Wording text;
    TextLook look;
};
/// What a map shows on one page where somebody has said so by hand.
struct MapPageView {
    geo::Point centre;
    double scale = 1000;  ///< denominator
};
struct MapSpec {
    std::string name = "main";
    std::vector<double> scales;  ///< denominators to choose from, ascending
    double margin_mm = 8;        ///< kept free around what the sheet is about
    bool ticks = true, crosses = true;
    double inner_mm = 0.25, outer_mm = 0.8, gap_mm = 4.6;
    double text_scale = 1, line_scale = 1;     ///< of the styles: for walls and slides
    std::map<std::string, MapPageView> pages;  ///< by the subject's code
};
struct TableSpec {
    std::string table;
    double size_mm = 3.2, row_mm = 6.4;
};
struct LegendSpec {
    std::string map = "main";
    Wording heading;
    int columns = 1;
    double size_mm = 3.2, row_mm = 6.4;
};
struct ScaleBarSpec {
    std::string map = "main";
    double size_mm = 2.8;
};
struct NorthSpec {
    std::string map = "main";
    double size_mm = 2.2;
};
struct ImageSpec {
    std::string image;  ///< one of the content's, or a .png, .jpg, .svg beside the template's file
};
struct ChartSpec {
    std::string chart;
    double size_mm = 3;
};
struct RuleSpec {
    PageRule rule;
};

struct ItemSpec;
/// Items one below the other; tables that do not fit go on on the next page.
struct StackSpec {
    double gap_mm = 3;
    std::vector<ItemSpec> items;
};

struct ItemSpec {
    QRectF mm;
    double height_mm = 0;  ///< in a stack: fixed height; 0: as high as it needs
    std::string edition;   ///< "public", "staff"; empty: both
    std::string needs;     ///< left out where this word, table, image or chart is empty
    std::variant<TextSpec, MapSpec, TableSpec, LegendSpec, ScaleBarSpec, NorthSpec, ImageSpec, ChartSpec,
                 RuleSpec, StackSpec>
        what;
    std::vector<int> path = {};  ///< as PageItem's
};

struct PageTemplate {
    std::string name;     ///< the file's stem: "grid_map"
    std::string subject;  ///< what a page is about: "grid"
    Wording title;
    QSizeF mm{420, 297};
    std::filesystem::path folder;  ///< of its file; empty: it may name no images of its own
    std::vector<ItemSpec> items;
    std::string text;  ///< the file's, so that a changed template is told from itself
};

/// `folder`: where the images lie that it names. Throws Error{bad_template} that names the file, the item and
/// the key.
PageTemplate read_template(std::string_view json, const std::string& name,
                           const std::filesystem::path& folder = {});
PageTemplate load_template(const std::filesystem::path& file);

/// <style_directory()>/sheets
std::filesystem::path template_directory();
/// All shipped templates by name.
std::vector<std::filesystem::path> template_files();

}  // namespace liangdi::render
