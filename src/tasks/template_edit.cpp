#include "tasks/template_edit.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"

namespace liangdi::tasks {

namespace {

using json = nlohmann::ordered_json;

json parsed(const std::string& text) {
    try {
        return json::parse(text);
    } catch (const json::parse_error& e) {
        throw Error("bad_template", fmt::format("this is no JSON: {}", e.what()));
    }
}

json& items_of(json& object) {
    const auto items = object.find("items");
    if (items == object.end() || !items->is_array())
        throw Error("bad_template", "the template has no list of items here");
    return *items;
}

json& at(json& document, const ItemPath& path) {
    json* here = &document;
    for (const int step : path) {
        json& items = items_of(*here);
        if (step < 0 || static_cast<std::size_t>(step) >= items.size())
            throw Error("bad_template", fmt::format("the template has no item {}", step + 1));
        here = &items[static_cast<std::size_t>(step)];
    }
    return *here;
}

/// Whole numbers are written without a fraction, lengths to a hundredth of a mm.
json number(double value, int decimals = 2) {
    const double step = std::pow(10, decimals);
    const double rounded = std::round(value * step) / step;
    if (rounded == std::round(rounded) && std::abs(rounded) < 1e15) return static_cast<std::int64_t>(rounded);
    return rounded;
}

json value_of(const FieldValue& value) {
    struct Maker {
        json operator()(std::monostate) const { return nullptr; }
        json operator()(bool yes) const { return yes; }
        json operator()(double length) const { return number(length); }
        json operator()(const std::string& text) const { return text; }
        json operator()(const std::vector<double>& list) const {
            json out = json::array();
            for (const double one : list) out.push_back(number(one));
            return out;
        }
        json operator()(const render::Wording& words) const {
            if (words.zh == words.en) return words.zh;
            return {{"zh", words.zh}, {"en", words.en}};
        }
    };
    return std::visit(Maker{}, value);
}

/// One line an item, as the shipped templates are written.
void write(std::string& out, const json& object, const std::string& indent) {
    out += "{\n";
    bool first = true;
    for (const auto& [key, value] : object.items()) {
        out += fmt::format("{}{}  {}: ", first ? "" : ",\n", indent, json(key).dump());
        first = false;
        if (key != "items" || !value.is_array()) {
            out += value.dump();
            continue;
        }
        out += "[\n";
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += indent + "    ";
            if (value[i].is_object() && value[i].contains("items")) {
                write(out, value[i], indent + "    ");
            } else {
                out += value[i].dump();
            }
            out += i + 1 < value.size() ? ",\n" : "\n";
        }
        out += indent + "  ]";
    }
    out += "\n" + indent + "}";
}

std::string written(const json& document) {
    std::string out;
    write(out, document, "");
    return out + "\n";
}

}  // namespace

std::string set_field(const std::string& text, const ItemPath& path, const std::string& key,
                      const FieldValue& value) {
    json document = parsed(text);
    json& object = at(document, path);
    if (std::holds_alternative<std::monostate>(value)) {
        object.erase(key);
    } else {
        object[key] = value_of(value);
    }
    return written(document);
}

std::string set_box(const std::string& text, const ItemPath& path, const QRectF& mm) {
    return set_field(text, path, "box", std::vector<double>{mm.x(), mm.y(), mm.width(), mm.height()});
}

std::string remove_item(const std::string& text, const ItemPath& path) {
    if (path.empty()) throw Error("bad_template", "a template cannot be taken out of itself");
    json document = parsed(text);
    at(document, path);
    const ItemPath above(path.begin(), path.end() - 1);
    items_of(at(document, above)).erase(static_cast<std::size_t>(path.back()));
    return written(document);
}

std::string add_item(const std::string& text, const std::string& kind, const QRectF& mm,
                     const std::string& named) {
    json document = parsed(text);
    json item{{"item", kind}};
    item["box"] = value_of(std::vector<double>{mm.x(), mm.y(), mm.width(), mm.height()});
    if (kind == "text") {
        item["text"] = {{"zh", "文字"}, {"en", "Text"}};
        item["size"] = 4;
    } else if (kind == "map") {
        item["name"] = named;
        item["ticks"] = false;
    } else if (kind == "legend") {
        item["heading"] = {{"zh", "图例"}, {"en", "Legend"}};
    } else if (!named.empty()) {
        item[kind] = named;  // table, image, chart
    }
    items_of(document).push_back(std::move(item));
    return written(document);
}

std::string set_page_view(const std::string& text, const ItemPath& path, const std::string& subject,
                          const std::optional<render::MapPageView>& view) {
    json document = parsed(text);
    json& map = at(document, path);
    if (view) {
        map["pages"][subject] = {{"scale", number(view->scale)},
                                 {"centre", {number(view->centre.x), number(view->centre.y)}}};
    } else if (const auto pages = map.find("pages"); pages != map.end()) {
        pages->erase(subject);
        if (pages->empty()) map.erase("pages");
    }
    return written(document);
}

}  // namespace liangdi::tasks
