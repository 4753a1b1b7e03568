#pragma once

#include <QRectF>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/page_template.hpp"

/// A template's JSON text, changed at one place and otherwise as it was: keys keep their order, each item its
/// line. Whether the new text is a template says render::read_template. All throw Error{bad_template} where
/// the text is no JSON or has no such item.
namespace liangdi::tasks {

/// As render::PageItem's; empty: the template itself.
using ItemPath = std::vector<int>;

/// monostate takes the key out.
using FieldValue =
    std::variant<std::monostate, bool, double, std::string, std::vector<double>, render::Wording>;

std::string set_field(const std::string& text, const ItemPath& path, const std::string& key,
                      const FieldValue& value);

/// [left, top, width, height] in mm.
std::string set_box(const std::string& text, const ItemPath& path, const QRectF& mm);

std::string remove_item(const std::string& text, const ItemPath& path);

/// Behind the last item, above all others. `named`: the table, image, chart or map that it shows.
std::string add_item(const std::string& text, const std::string& kind, const QRectF& mm,
                     const std::string& named = {});

/// What a map shows on the page of one subject; nothing: what fits.
std::string set_page_view(const std::string& text, const ItemPath& path, const std::string& subject,
                          const std::optional<render::MapPageView>& view);

}  // namespace liangdi::tasks
