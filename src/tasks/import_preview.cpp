#include "tasks/import_preview.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "exchange/legibility.hpp"
#include "exchange/profile_match.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "land/id_number.hpp"
#include "land/ledger_text.hpp"
#include "tasks/import_targets.hpp"
#include "tasks/town_place.hpp"

namespace liangdi::tasks {
namespace {

using exchange::SourceLayer;
using exchange::SourceSample;

bool beyond_ascii(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string text_of_sample(const SourceLayer& layer, const SourceSample& sample) {
    std::string all;
    for (const auto& field : layer.fields) all += field.name + "\n";
    for (const auto& row : sample.rows)
        for (const auto& cell : row.cells)
            if (const auto* text = std::get_if<std::string>(&cell)) all += *text + "\n";
    return all;
}

/// A few words that tell encodings apart.
std::string telling_words(const SourceSample& sample) {
    constexpr std::size_t most = 4;
    std::vector<std::string> words;
    for (const auto& row : sample.rows)
        for (const auto& cell : row.cells) {
            const auto* text = std::get_if<std::string>(&cell);
            if (words.size() < most && text && beyond_ascii(*text) &&
                std::ranges::find(words, *text) == words.end())
                words.push_back(*text);
        }
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : "   ") + word;
    return out;
}

void look_at_encodings(ImportPreview& preview, const PreviewWish& wish, const exchange::Reader& reader,
                       const SourceLayer& layer) {
    preview.encoding = reader.encoding(layer);
    const auto word = reader.encoding_word(layer);
    if (word.declared != word.found) preview.encoding_said = word.declared;
    // Of the other formats the encoding is fixed, or their driver has turned it already.
    if (reader.format() != "ESRI Shapefile" && reader.format() != "CSV") return;
    std::vector<std::string> names = exchange::office_encodings();
    for (const std::string& name : names)  // "Big5" is windows-950-2000 to the reader
        if (exchange::encoding_name(name) == preview.encoding) preview.encoding = name;
    if (std::ranges::find(names, preview.encoding) == names.end()) names.push_back(preview.encoding);
    for (const std::string& name : names) {
        EncodingChoice choice{name, 0, {}};
        try {
            const exchange::Reader other(wish.source, {name});
            const auto& same = other.layers().size() == 1 ? other.layers().front() : other.layer(wish.layer);
            const auto sample = exchange::sample_of(other, same, wish.most);
            choice.legible = exchange::legibility(text_of_sample(same, sample), name);
            choice.words = telling_words(sample);
        } catch (const Error&) {  // not text at all in this encoding
        }
        preview.encodings.push_back(std::move(choice));
    }
}

/// Between two boxes, 0 where they meet.
double distance_m(const geo::Box& a, const geo::Box& b) {
    const double dx = std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x});
    const double dy = std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y});
    return std::hypot(dx, dy);
}

class Frames {
  public:
    Frames(ImportPreview& preview, const SourceSample& sample, exchange::TownPlace place)
        : preview_(preview), sample_(sample), place_(place), doctor_(std::move(place)) {}

    void look(const SourceLayer& layer, const PreviewWish& wish, bool says_gcj02) {
        if (!wish.control_points.empty()) return take_fit(wish);
        const geo::Crs said = says_gcj02 ? geo::Crs() : layer.crs;
        preview_.report = doctor_.look(said, sample_.points, sample_.boxes);
        if (says_gcj02)
            add(exchange::frame_of_text("GCJ-02"), true, true);
        else if (said.known())
            add({said, false, false, {}}, true, false);
        for (const auto& proposal : preview_.report.proposals)
            if (proposal.frame.crs.known()) add(proposal.frame, false, true);
        add({place_.crs, false, false, {}}, false, false);
        if (degrees()) add(exchange::frame_of_text("EPSG:4490"), false, false);
        if (degrees()) add(exchange::frame_of_text("GCJ-02"), false, false);
        choose(wish, says_gcj02);
    }

    void show_shapes() {
        if (preview_.shown_frame < 0) return;
        const auto& choice = preview_.frames[static_cast<std::size_t>(preview_.shown_frame)];
        const exchange::SourceFrame frame{choice.known, choice.swapped, choice.gcj02, choice.fit};
        const exchange::ToTown to_town(frame, place_.crs);
        for (const auto& row : sample_.rows) {
            if (geo::is_empty(row.geometry)) continue;
            try {
                preview_.shapes.push_back(to_town(row.geometry));
                preview_.box.add(geo::box_of(preview_.shapes.back()));
            } catch (const Error&) {  // outside of what the change of coordinates is made for
            }
        }
    }

  private:
    bool degrees() const {
        return std::ranges::all_of(
            sample_.points, [](const geo::Point& p) { return std::abs(p.x) <= 180 && std::abs(p.y) <= 180; });
    }

    int add(const exchange::SourceFrame& frame, bool said, bool proposed) {
        for (std::size_t i = 0; i < preview_.frames.size(); ++i) {
            auto& known = preview_.frames[i];
            if (known.known == frame.crs && known.swapped == frame.swapped && known.gcj02 == frame.gcj02) {
                known.proposed = known.proposed || proposed;
                return static_cast<int>(i);
            }
        }
        FrameChoice choice;
        choice.crs = frame.gcj02 ? "GCJ-02" : frame.crs.definition();
        choice.swapped = frame.swapped;
        choice.gcj02 = frame.gcj02;
        choice.known = frame.crs;
        choice.said = said;
        choice.proposed = proposed;
        place(choice, frame);
        preview_.frames.push_back(std::move(choice));
        return static_cast<int>(preview_.frames.size()) - 1;
    }

    void place(FrameChoice& choice, const exchange::SourceFrame& frame) const {
        geo::Box box;
        try {
            const exchange::ToTown to_town(frame, place_.crs);
            for (const auto& point : sample_.points) try {
                    box.add(to_town(point));
                } catch (const Error&) {
                }
        } catch (const Error&) {
            choice.state = FrameChoice::State::needs_points;
            return;
        }
        choice.state = frame.fit || doctor_.lands(frame, sample_.points) ? FrameChoice::State::here
                                                                         : FrameChoice::State::elsewhere;
        if (!place_.box.empty() && !box.empty()) choice.away_m = distance_m(box, place_.box);
    }

    void take_fit(const PreviewWish& wish) {
        exchange::SourceFrame frame;
        frame.swapped = wish.swap_axes;
        frame.fit = exchange::fit_control_points(
            exchange::read_control_points(wish.control_points),
            wish.affine ? exchange::FitKind::affine : exchange::FitKind::similarity);
        FrameChoice choice;
        choice.fit = frame.fit;
        choice.swapped = frame.swapped;
        place(choice, frame);
        preview_.frames.push_back(std::move(choice));
        preview_.frame = preview_.shown_frame = 0;
    }

    void choose(const PreviewWish& wish, bool says_gcj02) {
        const auto usable = [&](int i) {
            return preview_.frames[static_cast<std::size_t>(i)].state != FrameChoice::State::needs_points;
        };
        if (!wish.crs.empty() || wish.swap_axes) {
            exchange::SourceFrame frame;
            if (!wish.crs.empty()) frame = exchange::frame_of_text(wish.crs);
            if (wish.crs.empty()) frame.crs = preview_.frames.front().known;
            frame.swapped = wish.swap_axes;
            const int chosen = add(frame, false, false);
            if (usable(chosen)) preview_.frame = preview_.shown_frame = chosen;
            return;
        }
        if (!preview_.report.stops() && !says_gcj02) {
            preview_.frame = preview_.shown_frame = 0;
            return;
        }
        // Nothing is taken on a guess; the best proposal is shown for what it would be.
        for (std::size_t i = 0; i < preview_.frames.size() && preview_.shown_frame < 0; ++i)
            if (preview_.frames[i].proposed && usable(static_cast<int>(i)))
                preview_.shown_frame = static_cast<int>(i);
        if (preview_.shown_frame < 0 && usable(0)) preview_.shown_frame = 0;
    }

    ImportPreview& preview_;
    const SourceSample& sample_;
    exchange::TownPlace place_;
    exchange::CrsDoctor doctor_;
};

MappingChoice mapping_for(const Project& project, const PreviewWish& wish, const exchange::Reader& reader,
                          const SourceLayer& layer, const SourceSample& sample) {
    if (wish.aim.empty()) return choose_mapping(project, reader, layer, sample, {});
    const land::TownShape& town = project.store->shape();
    const auto view = exchange::view_of(reader, layer, sample);
    std::optional<exchange::MappingGuess> best;
    for (const auto& profile : exchange::synonym_profiles()) {
        auto guess = exchange::match_profile(profile, view, town);
        if (guess && aim_of(guess->mapping) == wish.aim && (!best || guess->score > best->score))
            best = std::move(guess);
    }
    if (best) return {best->mapping, "guess", *best, {}};
    exchange::FieldMapping empty = mapping_of_aim(wish.aim);
    const auto* shape = land::find_table(town, empty.table);
    empty.geometry = layer.has_geometry && shape && shape->geometry != geo::GeometryKind::none;
    return {empty, "guess", {}, {}};
}

/// Sealed values are masked on every screen, those of a file that is about to be imported as well.
std::string masked(const std::string& field, const std::string& value) {
    if (value.empty()) return {};
    if (field == "id_number") return land::mask_id_number(value);
    return field == "phone" ? land::mask_phone(value) : "***";
}

void fill_rows(ImportPreview& preview, const SourceLayer& layer, const SourceSample& sample) {
    std::vector<std::string> seal(layer.fields.size());
    for (const auto& rule : preview.mapping.mapping.fields)
        if (const int at = layer.field(rule.from); at >= 0 && !rule.seal.empty())
            seal[static_cast<std::size_t>(at)] = rule.seal;
    for (const auto& field : layer.fields) preview.columns.push_back(field.name);
    for (const auto& name : seal) preview.personal.push_back(!name.empty());
    for (const auto& row : sample.rows) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < layer.fields.size(); ++i) {
            const std::string text = i < row.cells.size() ? land::to_display(row.cells[i]) : std::string();
            // An identity number is one wherever it stands, also in a column that nobody has mapped yet.
            const bool id_number = land::id_number_defect(text) == land::IdNumberDefect::none;
            texts.push_back(id_number         ? land::mask_id_number(text)
                            : seal[i].empty() ? text
                                              : masked(seal[i], text));
        }
        preview.rows.push_back(std::move(texts));
    }
}

}  // namespace

ImportPreview import_preview(const Project& project, const PreviewWish& wish, land::Progress& progress) {
    progress.at(wish.source.filename().string(), 0, 0);
    const exchange::Reader reader(wish.source, {wish.encoding});
    if (reader.layers().empty()) reader.layer();  // throws what is wrong
    ImportPreview preview;
    preview.format = reader.format();
    for (const auto& layer : reader.layers()) preview.layers.push_back(layer.name);
    const auto& layer = wish.layer.empty() ? reader.layers().front() : reader.layer(wish.layer);
    preview.layer = layer.name;
    preview.count = layer.count;
    preview.has_geometry = layer.has_geometry;
    for (const auto& remark : reader.remarks())
        preview.remarks.push_back(
            {remark.severity, remark.rule, "", 0, "", 0, "", "", remark.reason, remark.mend, {}});
    const SourceSample sample = exchange::sample_of(reader, layer, wish.most);
    progress.at(wish.source.filename().string(), 1, 3);
    look_at_encodings(preview, wish, reader, layer);
    progress.at(wish.source.filename().string(), 2, 3);
    preview.mapping = mapping_for(project, wish, reader, layer, sample);
    fill_rows(preview, layer, sample);
    if (!layer.has_geometry || sample.points.empty()) return preview;
    preview.first_point = sample.points.front();
    auto place = town_place(project, layer, sample);
    preview.town = place.box;
    Frames frames(preview, sample, std::move(place));
    frames.look(layer, wish, reader.says_gcj02());
    frames.show_shapes();
    return preview;
}

std::vector<std::filesystem::path> sources_among(const std::vector<std::filesystem::path>& files) {
    constexpr std::array sides{".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".qpj",
                               ".xml", ".dat", ".map", ".id",  ".ind", ".fbn", ".fbx"};
    const auto ending = [](const std::filesystem::path& file) {
        return land::small_letters(file.extension().string());
    };
    const auto has_main = [&](const std::filesystem::path& side) {
        return std::ranges::any_of(files, [&](const std::filesystem::path& main) {
            const std::string end = ending(main);
            // 地块.shp.xml goes with 地块.shp as 地块.dbf does.
            return (end == ".shp" || end == ".tab") && main != side &&
                   (main.stem() == side.stem() || main.filename() == side.stem());
        });
    };
    std::vector<std::filesystem::path> out;
    for (const auto& file : files) {
        const bool side = std::ranges::find(sides, ending(file)) != sides.end() && has_main(file);
        const bool own = file.filename().string().ends_with(".liangdi-map.json");
        if (!side && !own) out.push_back(file);
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace liangdi::tasks
