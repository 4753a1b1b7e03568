#include "render/page_layout.hpp"

#include <fmt/format.h>

#include <QImageReader>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "geo/error.hpp"
#include "render/page_legend.hpp"
#include "render/page_map.hpp"
#include "render/page_marks.hpp"
#include "render/page_table.hpp"
#include "render/page_text.hpp"
#include "render/style_scale.hpp"
#include "render/table_flow.hpp"

namespace liangdi::render {

namespace {

constexpr double margin_mm = 15;  ///< of the pages on which tables go on

class Layout {
  public:
    Layout(const PageTemplate& sheet, const SheetContent& content) : sheet_(sheet), content_(content) {}

    std::vector<Page> pages() {
        first_.mm = sheet_.mm;
        first_.title = content_.title;
        for (const auto& item : sheet_.items)
            if (const auto* map = std::get_if<MapSpec>(&item.what); map && wanted(item))
                place_map(item, *map);
        for (const auto& item : sheet_.items) {
            if (!wanted(item)) continue;
            if (const auto* stack = std::get_if<StackSpec>(&item.what)) {
                place_stack(item.mm, *stack);
            } else if (const auto* map = std::get_if<MapSpec>(&item.what)) {
                if (const auto found = maps_.find(map->name); found != maps_.end())
                    first_.items.push_back({found->second.mm, found->second.map, item.path});
            } else if (auto made = make(item)) {
                if (auto* table = std::get_if<PageTable>(&made->what)) cut(*table, item.mm);
                made->mm = item.mm;
                made->path = item.path;
                first_.items.push_back(std::move(*made));
            }
        }
        std::vector<Page> pages{std::move(first_)};
        // Like the column of a newspaper: what is left of all tables, in the order of the template.
        const QRectF box(margin_mm, margin_mm + 12, sheet_.mm.width() - 2 * margin_mm,
                         sheet_.mm.height() - 2 * margin_mm - 12);
        TableFlow flow([this] { return next_page(); }, box, continued());
        for (const auto& rest : rest_) flow.add(rest.table, rest.width_mm);
        auto more = std::move(flow).pages();
        pages.insert(pages.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        for (std::size_t i = 1; i < pages.size(); ++i)
            pages[i].items.push_back({{box.left(), sheet_.mm.height() - 11, box.width(), 5},
                                      PageText{QStringLiteral("%1 / %2").arg(i + 1).arg(pages.size()),
                                               {2.8, false, Align::right, page_ink, 0, true}}});
        return pages;
    }

  private:
    struct PlacedMap {
        QRectF mm;
        PageMap map;
        QString north_note;
    };
    struct Rest {
        PageTable table;
        double width_mm;  ///< of its box on the first page
    };

    bool wanted(const ItemSpec& item) const {
        if (!item.edition.empty() && item.edition != content_.edition) return false;
        if (item.needs.empty()) return true;
        const auto word = content_.words.find(item.needs);
        if (word != content_.words.end()) return !word->second.empty();
        const auto table = content_.tables.find(item.needs);
        if (table != content_.tables.end()) return !table->second.rows.empty();
        return content_.images.contains(item.needs) || content_.charts.contains(item.needs) ||
               content_.maps.contains(item.needs);
    }

    void place_map(const ItemSpec& item, const MapSpec& spec) {
        const auto found = content_.maps.find(spec.name);
        if (found == content_.maps.end()) return;
        const SheetContent::Map& from = found->second;
        PlacedMap placed;
        placed.mm = item.mm;
        placed.north_note = from.north_note;
        PageMap& map = placed.map;
        map.name = spec.name;
        map.inner_mm = spec.inner_mm;
        map.outer_mm = spec.outer_mm;
        map.gap_mm = spec.gap_mm;
        map.crosses = spec.crosses;
        map.map.layers = from.layers;
        for (auto& layer : map.map.layers)
            layer.style = scaled(std::move(layer.style), spec.text_scale, spec.line_scale);
        map.map.rasters = from.rasters;
        map.map.background = from.background;
        map.centre = from.focus.empty() ? geo::Point{} : from.focus.centre();
        const QSizeF box = map_box_mm(item.mm, map).size() - QSizeF(2 * spec.margin_mm, 2 * spec.margin_mm);
        map.scale = from.scale ? *from.scale : scale_that_fits(from.focus, box, spec.scales);
        if (const auto own = spec.pages.find(content_.subject); own != spec.pages.end()) {
            map.centre = own->second.centre;
            map.scale = own->second.scale;
        }
        map.tick_m = spec.ticks ? tick_distance_m(map.scale) : 0;
        maps_.emplace(spec.name, std::move(placed));
    }

    const PlacedMap* map_of(const std::string& name) const {
        const auto found = maps_.find(name);
        return found == maps_.end() ? nullptr : &found->second;
    }

    std::string word(const std::string& name) const {
        if (name == "scale" || name.starts_with("scale:")) {
            const auto* map = map_of(name == "scale" ? "main" : name.substr(6));
            return map ? scale_text(map->map.scale).toStdString() : "";
        }
        const auto found = content_.words.find(name);
        if (found != content_.words.end()) return found->second;
        std::vector<std::string> known;
        for (const auto& [key, value] : content_.words) known.push_back(key);
        throw Error("bad_template",
                    fmt::format("the word {{{}}} is not known on this sheet; there are {}, scale", name,
                                fmt::join(known, ", ")),
                    sheet_.name);
    }

    /// {word} is replaced; {{ and }} stand for the braces themselves.
    QString filled(const Wording& wording) const {
        const std::string& text = wording.in(content_.language);
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool twice = at + 1 < text.size() && text[at + 1] == text[at];
            if ((text[at] == '{' || text[at] == '}') && twice) {
                out += text[at++];
            } else if (text[at] == '{') {
                const std::size_t end = text.find('}', at);
                if (end == std::string::npos)
                    throw Error("bad_template", fmt::format("a {{ without its }} in '{}'", text),
                                sheet_.name);
                out += word(text.substr(at + 1, end - at - 1));
                at = end;
            } else {
                out += text[at];
            }
        }
        return QString::fromStdString(out);
    }

    std::optional<PageItem> make(const ItemSpec& item) const {
        struct Maker {
            const Layout& layout;
            using Made = std::optional<PageItem>;
            Made operator()(const TextSpec& spec) const {
                return PageItem{{}, PageText{layout.filled(spec.text), spec.look}};
            }
            Made operator()(const MapSpec& spec) const {
                const auto* map = layout.map_of(spec.name);
                return map ? Made(PageItem{{}, map->map}) : Made();
            }
            Made operator()(const TableSpec& spec) const {
                const auto found = layout.content_.tables.find(spec.table);
                if (found == layout.content_.tables.end()) return {};
                return PageItem{{}, PageTable{found->second, spec.size_mm, spec.row_mm, {}}};
            }
            Made operator()(const LegendSpec& spec) const {
                const auto* map = layout.map_of(spec.map);
                if (!map) return {};
                return PageItem{{},
                                PageLegend{layout.filled(spec.heading),
                                           legend_of(map->map.map.layers, map_ground(map->mm, map->map),
                                                     map->map.scale, layout.content_.language),
                                           spec.columns, spec.size_mm, spec.row_mm}};
            }
            Made operator()(const ScaleBarSpec& spec) const {
                const auto* map = layout.map_of(spec.map);
                return map ? Made(PageItem{{}, PageScaleBar{map->map.scale, spec.size_mm}}) : Made();
            }
            Made operator()(const NorthSpec& spec) const {
                const auto* map = layout.map_of(spec.map);
                if (!map) return {};
                const QString letter = layout.content_.language == land::Language::en ? QStringLiteral("N")
                                                                                      : QStringLiteral("北");
                return PageItem{{}, PageNorth{map->north_note, letter, spec.size_mm}};
            }
            Made operator()(const ImageSpec& spec) const {
                const auto found = layout.content_.images.find(spec.image);
                if (found != layout.content_.images.end()) return PageItem{{}, found->second};
                auto file = layout.image_beside(spec.image);
                return file ? Made(PageItem{{}, std::move(*file)}) : Made();
            }
            Made operator()(const ChartSpec& spec) const {
                const auto found = layout.content_.charts.find(spec.chart);
                if (found == layout.content_.charts.end()) return {};
                PageChart chart = found->second;
                chart.size_mm = spec.size_mm;
                return PageItem{{}, std::move(chart)};
            }
            Made operator()(const RuleSpec& spec) const { return PageItem{{}, spec.rule}; }
            Made operator()(const StackSpec&) const { return {}; }
        };
        return std::visit(Maker{*this}, item.what);
    }

    /// A template comes from anybody: it may show what lies beside it, nothing else on this machine.
    std::optional<PageImage> image_beside(const std::string& name) const {
        const std::filesystem::path path(name);
        if (sheet_.folder.empty() || path.filename() != path || path.extension().empty()) return {};
        QImageReader reader(QString::fromStdString((sheet_.folder / path).string()));
        const QImage image = reader.read();
        if (image.isNull())
            throw Error("bad_template",
                        fmt::format("the image '{}' beside the template cannot be read: {}", name,
                                    reader.errorString().toStdString()),
                        sheet_.name);
        return PageImage{image, {}};
    }

    double natural_height(const PageItem& item, const ItemSpec& spec, double width_mm) const {
        if (spec.height_mm > 0) return spec.height_mm;
        if (const auto* table = std::get_if<PageTable>(&item.what))
            return table_frame(*table, width_mm).height_mm();
        if (const auto* legend = std::get_if<PageLegend>(&item.what))
            return legend_height_mm(*legend, width_mm);
        if (const auto* chart = std::get_if<PageChart>(&item.what)) return chart_height_mm(*chart);
        if (const auto* text = std::get_if<PageText>(&item.what))
            return text_height_mm(text->text, page_font(text->look.size_mm, text->look.bold), width_mm);
        return 0;
    }

    QString continued() const {
        return content_.language == land::Language::en ? QStringLiteral(" (continued)")
                                                       : QStringLiteral("（续表）");
    }

    /// The rows that do not fit into the box go to the pages behind.
    void cut(PageTable& table, const QRectF& box) {
        const TableFrame frame = table_frame(table, box.width());
        const std::size_t rows = rows_that_fit(frame, box.height());
        if (rows == table.table.rows.size()) return;
        SplitTable parts = split_table(table, rows, rows == 0 ? QString() : continued());
        table = std::move(parts.first);
        rest_.push_back({std::move(parts.rest), box.width()});
    }

    struct Member {
        PageItem item;
        double height;
    };
    /// How a stack is set: `size` of the characters of tables, legends and charts, as a part of what the
    /// template says; legends in at least that many columns.
    struct Setting {
        double size;
        int legend_columns;
    };
    std::vector<Member> members_of(const StackSpec& stack, double width_mm, const Setting& setting) {
        std::vector<Member> members;
        for (const auto& spec : stack.items) {
            if (!wanted(spec)) continue;
            if (const auto* map = std::get_if<MapSpec>(&spec.what)) {
                ItemSpec sized = spec;
                sized.mm = QRectF(0, 0, width_mm, spec.height_mm);
                maps_.erase(map->name);
                place_map(sized, *map);
            }
            auto made = make(spec);
            if (!made) continue;
            resize(*made, setting);
            made->path = spec.path;
            members.push_back({std::move(*made), 0});
            members.back().height = natural_height(members.back().item, spec, width_mm);
        }
        return members;
    }

    static void resize(PageItem& item, const Setting& setting) {
        const auto both = [&](auto& part) {
            part.size_mm *= setting.size;
            part.row_mm *= setting.size;
        };
        if (auto* table = std::get_if<PageTable>(&item.what)) both(*table);
        if (auto* legend = std::get_if<PageLegend>(&item.what)) {
            both(*legend);
            legend->columns = std::max(legend->columns, setting.legend_columns);
        }
        if (auto* chart = std::get_if<PageChart>(&item.what)) chart->size_mm *= setting.size;
    }

    static double height_of(const std::vector<Member>& members, double gap_mm) {
        double all = 0;
        for (const auto& member : members) all += member.height > 0 ? member.height + gap_mm : 0;
        return all > 0 ? all - gap_mm : 0;
    }

    /// First everything is set smaller, as far as it can be read; then tables go on on pages of their own,
    /// the last of them first.
    void place_stack(const QRectF& box, const StackSpec& stack) {
        std::vector<Member> members;
        for (const Setting setting : {Setting{1, 1}, {1, 2}, {0.92, 2}, {0.85, 2}, {0.78, 2}}) {
            members = members_of(stack, box.width(), setting);
            if (height_of(members, stack.gap_mm) <= box.height()) break;
        }
        const auto own = static_cast<std::ptrdiff_t>(rest_.size());
        for (auto member = members.rbegin(); member != members.rend(); ++member) {
            auto* table = std::get_if<PageTable>(&member->item.what);
            const double over = height_of(members, stack.gap_mm) - box.height();
            if (!table || over <= 0) continue;
            cut(*table, {0, 0, box.width(), std::max(0.0, member->height - over)});
            member->height = table->table.rows.empty() ? 0 : table_frame(*table, box.width()).height_mm();
        }
        std::reverse(rest_.begin() + own, rest_.end());  // the last was cut first
        double y = box.top();
        for (auto& member : members) {
            if (member.height <= 0) continue;
            member.item.mm = {box.left(), y, box.width(), member.height};
            y += member.height + stack.gap_mm;
            first_.items.push_back(std::move(member.item));
        }
    }

    /// The head of a page on which tables go on: whose they are, and for whom.
    Page next_page() const {
        Page page;
        page.mm = sheet_.mm;
        const QRectF line(margin_mm, margin_mm - 4, sheet_.mm.width() - 2 * margin_mm, 8);
        page.items.push_back({line, PageText{content_.title, {5, true, Align::left, page_ink, 0, true}}});
        if (const auto edition = content_.words.find("edition"); edition != content_.words.end())
            page.items.push_back({line, PageText{QString::fromStdString(edition->second),
                                                 {3, false, Align::right, page_ink, 0, true}}});
        return page;
    }

    const PageTemplate& sheet_;
    const SheetContent& content_;
    Page first_;
    std::map<std::string, PlacedMap> maps_;
    std::vector<Rest> rest_;
};

}  // namespace

std::vector<Page> lay_out(const PageTemplate& sheet, const SheetContent& content) {
    return Layout(sheet, content).pages();
}

QString scale_text(double denominator) {
    QString digits = QString::number(std::llround(denominator));
    for (auto at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QChar(0x00A0));
    return QStringLiteral("1 : ") + digits;
}

}  // namespace liangdi::render
