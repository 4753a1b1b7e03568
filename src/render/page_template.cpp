#include "render/page_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "geo/error.hpp"
#include "render/style_files.hpp"

namespace liangdi::render {

namespace {

using nlohmann::json;

/// One JSON object of the template: every key is asked for once, what is left over at the end is a mistake.
class Keys {
  public:
    Keys(const json& object, std::string where) : object_(object), where_(std::move(where)) {
        if (!object.is_object()) fail("an object {…} is wanted here");
    }
    /// A key that nobody asked for is a typing error, and would otherwise be a setting without effect.
    void done() const {
        for (const auto& [key, value] : object_.items())
            if (!known_.contains(key))
                fail(fmt::format("'{}' is not known here; there are {}", key, fmt::join(known_, ", ")));
    }

    const json* find(const char* key) {
        known_.insert(key);
        const auto found = object_.find(key);
        return found == object_.end() ? nullptr : &*found;
    }
    const json& need(const char* key) {
        const json* found = find(key);
        if (!found) fail(fmt::format("'{}' is missing", key));
        return *found;
    }
    template <class T>
    T get(const char* key, T otherwise) {
        const json* found = find(key);
        return found ? as<T>(*found, key) : otherwise;
    }
    template <class T>
    T as(const json& value, const char* key) const {
        try {
            return value.get<T>();
        } catch (const json::exception&) {
            fail(fmt::format("'{}' has a value of the wrong kind: {}", key, value.dump()));
        }
    }
    double length(const char* key, double otherwise) {
        const double mm = get<double>(key, otherwise);
        if (!(mm >= 0 && mm <= 5000)) fail(fmt::format("'{}' is a length of 0 to 5000 mm", key));
        return mm;
    }
    double factor(const char* key) {
        const double value = get<double>(key, 1);
        if (!(value >= 0.1 && value <= 20)) fail(fmt::format("'{}' is a factor of 0.1 to 20", key));
        return value;
    }
    QRectF box() {
        const auto mm = as<std::vector<double>>(need("box"), "box");
        if (mm.size() != 4 || mm[2] < 0 || mm[3] < 0) fail("'box' is [left, top, width, height] in mm");
        return {mm[0], mm[1], mm[2], mm[3]};
    }
    Wording wording(const char* key) {
        const json* found = find(key);
        if (!found) return {};
        if (found->is_string()) return {found->get<std::string>(), found->get<std::string>()};
        Keys both(*found, fmt::format("{}, '{}'", where_, key));
        Wording out{both.get<std::string>("zh", ""), both.get<std::string>("en", "")};
        both.done();
        return out;
    }
    QColor colour(const char* key, const QColor& otherwise) {
        const auto name = get<std::string>(key, "");
        if (name.empty()) return otherwise;
        const QColor colour(QString::fromStdString(name));
        if (!colour.isValid()) fail(fmt::format("'{}' is no colour: {}; write #RRGGBB", key, name));
        return colour;
    }
    [[noreturn]] void fail(const std::string& what) const { throw Error("bad_template", what, where_); }
    const std::string& where() const { return where_; }

  private:
    const json& object_;
    std::string where_;
    std::set<std::string> known_;
};

Align align_of(Keys& keys) {
    const auto name = keys.get<std::string>("align", "left");
    if (name == "left") return Align::left;
    if (name == "centre") return Align::centre;
    if (name == "right") return Align::right;
    keys.fail("'align' is left, centre or right");
}

TextSpec text_spec(Keys& keys) {
    TextSpec spec;
    spec.text = keys.wording("text");
    spec.look.size_mm = keys.length("size", 3);
    spec.look.bold = keys.get<bool>("bold", false);
    spec.look.align = align_of(keys);
    spec.look.colour = keys.colour("colour", page_ink);
    spec.look.spacing = keys.get<double>("spacing", 0);
    spec.look.vertical_centre = keys.get<bool>("vertical_centre", false);
    return spec;
}

MapSpec map_spec(Keys& keys) {
    MapSpec spec;
    spec.name = keys.get<std::string>("name", "main");
    spec.scales = keys.get<std::vector<double>>("scales", {500, 1000, 2000, 5000, 10000, 20000, 50000});
    if (spec.scales.empty() || std::ranges::any_of(spec.scales, [](double s) { return s < 10; }))
        keys.fail("'scales' lists denominators from 10 on");
    std::ranges::sort(spec.scales);
    spec.margin_mm = keys.length("margin", 8);
    spec.ticks = keys.get<bool>("ticks", true);
    spec.crosses = keys.get<bool>("crosses", spec.ticks);
    spec.inner_mm = keys.length("inner", 0.25);
    spec.outer_mm = keys.length("outer", spec.ticks ? 0.8 : 0);
    spec.gap_mm = keys.length("gap", spec.ticks ? 4.6 : 0);
    spec.text_scale = keys.factor("text_scale");
    spec.line_scale = keys.factor("line_scale");
    if (const json* pages = keys.find("pages")) {
        if (!pages->is_object())
            keys.fail("'pages' is {\"code\": {\"scale\": …, \"centre\": [east, north]}}");
        for (const auto& [code, view] : pages->items()) {
            Keys own(view, fmt::format("{}, 'pages', {}", keys.where(), code));
            const auto centre = own.as<std::vector<double>>(own.need("centre"), "centre");
            const auto scale = own.as<double>(own.need("scale"), "scale");
            if (centre.size() != 2) own.fail("'centre' is [east, north] in metres");
            if (!(scale >= 10 && scale <= 1e7)) own.fail("'scale' is a denominator from 10 on");
            own.done();
            spec.pages[code] = {{centre[0], centre[1]}, scale};
        }
    }
    return spec;
}

LegendSpec legend_spec(Keys& keys) {
    LegendSpec spec;
    spec.map = keys.get<std::string>("map", "main");
    spec.heading = keys.wording("heading");
    spec.columns = std::clamp(keys.get<int>("columns", 1), 1, 12);
    spec.size_mm = keys.length("size", 3.2);
    spec.row_mm = keys.length("row", 2 * spec.size_mm);
    return spec;
}

using Path = std::vector<int>;  // as ItemSpec's
Path below(Path path, std::size_t i) {
    path.push_back(static_cast<int>(i));
    return path;
}

ItemSpec item_spec(const json& object, const std::string& where, const Path& path);

StackSpec stack_spec(Keys& keys, const Path& path) {
    StackSpec spec;
    spec.gap_mm = keys.length("gap", 3);
    const json& items = keys.need("items");
    if (!items.is_array()) keys.fail("'items' is a list");
    for (std::size_t i = 0; i < items.size(); ++i)
        spec.items.push_back(
            item_spec(items[i], fmt::format("{}, item {}", keys.where(), i + 1), below(path, i)));
    return spec;
}

ItemSpec item_spec(const json& object, const std::string& where, const Path& path) {
    const bool stacked = path.size() > 1;
    Keys keys(object, where);
    ItemSpec spec;
    spec.path = path;
    if (stacked) {
        spec.height_mm = keys.length("height", 0);
    } else {
        spec.mm = keys.box();
    }
    spec.edition = keys.get<std::string>("edition", "");
    if (!spec.edition.empty() && spec.edition != "public" && spec.edition != "staff")
        keys.fail("'edition' is public or staff");
    spec.needs = keys.get<std::string>("needs", "");
    const auto kind = keys.as<std::string>(keys.need("item"), "item");
    if (kind == "text") {
        spec.what = text_spec(keys);
    } else if (kind == "map") {
        spec.what = map_spec(keys);
    } else if (kind == "table") {
        TableSpec table{keys.as<std::string>(keys.need("table"), "table"), keys.length("size", 3.2), 0};
        table.row_mm = keys.length("row", 2 * table.size_mm);
        spec.what = table;
    } else if (kind == "legend") {
        spec.what = legend_spec(keys);
    } else if (kind == "scale_bar") {
        spec.what = ScaleBarSpec{keys.get<std::string>("map", "main"), keys.length("size", 2.8)};
    } else if (kind == "north") {
        spec.what = NorthSpec{keys.get<std::string>("map", "main"), keys.length("size", 2.2)};
    } else if (kind == "image") {
        spec.what = ImageSpec{keys.as<std::string>(keys.need("image"), "image")};
    } else if (kind == "chart") {
        spec.what = ChartSpec{keys.as<std::string>(keys.need("chart"), "chart"), keys.length("size", 3)};
    } else if (kind == "rule") {
        const QColor fill = keys.colour("fill", QColor());
        const double width = keys.length("width", fill.isValid() ? 0 : 0.2);
        spec.what = RuleSpec{{width, keys.colour("colour", page_ink), fill}};
    } else if (kind == "stack" && !stacked) {
        spec.what = stack_spec(keys, path);
    } else {
        keys.fail(
            fmt::format("there is no item '{}' here; there are text, map, table, legend, scale_bar, "
                        "north, image, chart, rule{}",
                        kind, stacked ? "" : ", stack"));
    }
    if (stacked && spec.height_mm == 0 && !std::holds_alternative<TableSpec>(spec.what) &&
        !std::holds_alternative<LegendSpec>(spec.what) && !std::holds_alternative<TextSpec>(spec.what) &&
        !std::holds_alternative<ChartSpec>(spec.what))
        keys.fail("'height' is wanted: only text, tables, legends and charts know their own");
    keys.done();
    return spec;
}

/// ISO 216; landscape unless said otherwise.
QSizeF paper(Keys& keys) {
    const json& paper = keys.need("paper");
    if (paper.is_array()) {
        const auto mm = keys.as<std::vector<double>>(paper, "paper");
        if (mm.size() != 2 || mm[0] < 20 || mm[1] < 20 || mm[0] > 5000 || mm[1] > 5000)
            keys.fail("'paper' is a name or [width, height] in mm, 20 to 5000");
        return {mm[0], mm[1]};
    }
    static constexpr std::array sizes{
        std::pair{"A0", std::pair{1189, 841}}, std::pair{"A1", std::pair{841, 594}},
        std::pair{"A2", std::pair{594, 420}},  std::pair{"A3", std::pair{420, 297}},
        std::pair{"A4", std::pair{297, 210}},  std::pair{"A5", std::pair{210, 148}}};
    const auto name = keys.as<std::string>(paper, "paper");
    for (const auto& [known, mm] : sizes) {
        if (name == known) return QSizeF(mm.first, mm.second);
        if (name == std::string(known) + " portrait") return QSizeF(mm.second, mm.first);
    }
    keys.fail(
        fmt::format("there is no paper '{}'; write A0 to A5, 'A4 portrait', or [width, height] in mm", name));
}

}  // namespace

PageTemplate read_template(std::string_view text, const std::string& name,
                           const std::filesystem::path& folder) {
    json document;
    try {
        document = json::parse(text);
    } catch (const json::parse_error& e) {
        throw Error("bad_template", fmt::format("this is no JSON: {}", e.what()), name);
    }
    Keys keys(document, name);
    PageTemplate out;
    out.name = name;
    out.folder = folder;
    out.text = text;
    out.title = keys.wording("title");
    out.subject = keys.as<std::string>(keys.need("subject"), "subject");
    out.mm = paper(keys);
    const json& items = keys.need("items");
    if (!items.is_array()) keys.fail("'items' is a list");
    for (std::size_t i = 0; i < items.size(); ++i)
        out.items.push_back(item_spec(items[i], fmt::format("{}, item {}", name, i + 1), below({}, i)));
    keys.done();
    return out;
}

PageTemplate load_template(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("no_template", "the template cannot be read", file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return read_template(text.str(), file.stem().string(), file.parent_path());
}

std::filesystem::path template_directory() {
    return style_directory() / "sheets";
}

std::vector<std::filesystem::path> template_files() {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(template_directory(), ignored))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace liangdi::render
