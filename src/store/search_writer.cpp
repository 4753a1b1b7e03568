#include "store/search_writer.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "land/search_text.hpp"
#include "store/history.hpp"
#include "store/search_pieces.hpp"

namespace liangdi::store {

namespace {

constexpr std::int64_t worth_updating = 20000;  // rows; above it, filling anew takes no longer

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    return {std::istream_iterator<std::string>(in), {}};
}

/// What FTS5 has of an entry. It keeps no copy and must be told the very same when the entry goes.
std::string pieces_with(std::string_view form, const std::vector<std::string>& initials) {
    std::string pieces = pieces_of(form);
    for (const auto& variant : initials) {
        pieces += ' ';
        pieces += pieces_of(variant, initials_mark);
    }
    return pieces;
}

/// What the index keeps of a text: `source` is its place in search_entries().
class Writer {
  public:
    explicit Writer(Database& index)
        : entry_(index.prepare(
              "INSERT INTO entry (id, source, row, form, text, initials) VALUES (?,?,?,?,?,?)")),
          initial_(index.prepare("INSERT OR IGNORE INTO initial (kind, form, entry) VALUES (?,?,?)")),
          piece_(index.prepare("INSERT INTO piece (rowid, t) VALUES (?,?)")),
          find_(index.prepare("SELECT id, source, form, initials FROM entry WHERE row=?")),
          remove_entry_(index.prepare("DELETE FROM entry WHERE id=?")),
          remove_initial_(index.prepare("DELETE FROM initial WHERE kind=? AND form=? AND entry=?")),
          remove_piece_(index.prepare("INSERT INTO piece (piece, rowid, t) VALUES ('delete',?,?)")) {
        for (int kind = 0; kind < found_kind_count; ++kind) {
            auto last = index.prepare("SELECT max(id) FROM entry WHERE id>=? AND id<?");
            last.bind_all(kind_first(kind), kind_first(kind + 1));
            next_.push_back(last.step() && !last.is_null(0) ? last.integer(0) + 1 : kind_first(kind));
        }
    }

    void add(std::int64_t source, std::int64_t row, std::string_view text) {
        const auto& entries = search_entries()[static_cast<std::size_t>(source)];
        const std::string form = land::search_form(text);
        if (form.empty()) return;
        const auto kind = static_cast<std::size_t>(entries.kind);
        const std::int64_t id = next_[kind]++;
        std::vector<std::string> initials;
        if (entries.is_name) initials = land::pinyin_initials(form);
        std::string all_initials;
        for (const auto& variant : initials) {
            initial_.bind_all(static_cast<std::int64_t>(kind), variant, id);
            initial_.run();
            all_initials += all_initials.empty() ? "" : " ";
            all_initials += variant;
        }
        entry_.bind_all(id, source, row, form);
        form == text ? entry_.bind_null(5) : entry_.bind(5, text);
        all_initials.empty() ? entry_.bind_null(6) : entry_.bind(6, all_initials);
        entry_.run();
        piece_.bind_all(id, pieces_with(form, initials));
        piece_.run();
    }

    /// What the index has of the row; `families` says whose ids it is one of, none: of any table.
    void remove(std::int64_t row, const std::set<std::string>& families) {
        struct Old {
            std::int64_t id;
            std::string form, initials;
        };
        std::vector<Old> all;
        find_.bind(1, row);
        while (find_.step()) {
            const auto& source = search_entries()[static_cast<std::size_t>(find_.integer(1))];
            if (families.empty() || families.contains(std::string(search_family(source.table))))
                all.push_back({find_.integer(0), std::string(find_.text(2)), std::string(find_.text(3))});
        }
        find_.reset();
        for (const auto& old : all) {
            const auto initials = words_of(old.initials);
            for (const auto& variant : initials) {
                remove_initial_.bind_all(old.id >> kind_shift, variant, old.id);
                remove_initial_.run();
            }
            remove_piece_.bind_all(old.id, pieces_with(old.form, initials));
            remove_piece_.run();
            remove_entry_.bind_all(old.id);
            remove_entry_.run();
        }
    }

  private:
    Statement entry_, initial_, piece_, find_, remove_entry_, remove_initial_, remove_piece_;
    std::vector<std::int64_t> next_;
};

/// Row -> the families of tables whose row of that id was touched; none: any.
using Touched = std::map<std::int64_t, std::set<std::string>>;

/// What entries after `since` touched; nothing where it is too much.
std::optional<Touched> touched_since(const Snapshot& town, std::int64_t since) {
    Touched out;
    const auto add_flats = [&](std::string_view column, std::int64_t id) {
        auto flats = town.db().prepare(fmt::format("SELECT id FROM flat WHERE {}=?", column));
        flats.bind(1, id);
        while (flats.step()) out[flats.integer(0)].insert("flat");
    };
    const bool few =
        each_touched(town.db(), since, worth_updating, [&](std::string_view table, std::int64_t id) {
            if (table.empty()) {
                out[id].clear();
                return;
            }
            out[id].insert(std::string(search_family(table)));
            // A flat is found by the names of its building and its entrance.
            if (table == "building" || table == "entrance") add_flats(table, id);
        });
    if (!few) return {};
    return out;
}

}  // namespace

void set_state(Database& index, const HistoryState& state) {
    auto keep = index.prepare("UPDATE state SET seq=?, sha256=?");
    keep.bind_all(state.seq, state.sha256);
    keep.run();
}

HistoryState state_in(const Database& index) {
    auto kept = index.prepare("SELECT seq, sha256 FROM state");
    if (!kept.step()) return {-1, {}};
    return {kept.integer(0), std::string(kept.text(1))};
}

void make_search_tables(Database& index) {
    index.run(
        "CREATE TABLE state (seq INTEGER NOT NULL, sha256 TEXT NOT NULL);"
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, row INTEGER NOT NULL, "
        "  form TEXT NOT NULL, text TEXT, initials TEXT);"  // text: where it is not its search form
        "CREATE TABLE initial (kind INTEGER NOT NULL, form TEXT NOT NULL, entry INTEGER NOT NULL, "
        "  PRIMARY KEY (kind, form, entry)) WITHOUT ROWID;"
        "INSERT INTO state VALUES (-1, '')");
    index.run(piece_table);
    index.run("INSERT INTO piece (piece, rank) VALUES ('hashsize', 33554432)");
}

void fill_search_tables(Database& index, const Snapshot& town, land::Progress& progress) {
    Writer writer(index);
    const auto all = search_entries();
    std::int64_t done = 0;
    for (std::size_t source = 0; source < all.size(); ++source) {
        auto rows = town.db().prepare(all[source].sql);
        while (rows.step()) {
            if (done++ % 1024 == 0)
                progress.at("search index", static_cast<std::int64_t>(source),
                            static_cast<std::int64_t>(all.size()));
            if (!rows.is_null(1))
                writer.add(static_cast<std::int64_t>(source), rows.integer(0), rows.text(1));
        }
    }
    index.run("CREATE INDEX entry_form ON entry (id >> 44, form); CREATE INDEX entry_row ON entry (row)");
    index.run("INSERT INTO piece (piece) VALUES ('optimize')");
}

bool update_search_tables(Database& index, const Snapshot& town, const HistoryState& since) {
    if (!has_been(town.db(), since)) return false;
    const auto touched = touched_since(town, since.seq);
    if (!touched) return false;

    Transaction transaction(index);
    if (state_in(index).seq != since.seq)
        return true;  // another window was faster; its state is read next time
    Writer writer(index);
    const auto all = search_entries();
    std::vector<Statement> one;
    for (const auto& entries : all)
        one.push_back(town.db().prepare(fmt::format("{} AND x.id=?", entries.sql)));
    for (const auto& [id, families] : *touched) {
        writer.remove(id, families);
        for (std::size_t source = 0; source < all.size(); ++source) {
            if (!families.empty() && !families.contains(std::string(search_family(all[source].table))))
                continue;
            one[source].bind(1, id);
            if (one[source].step() && !one[source].is_null(1))
                writer.add(static_cast<std::int64_t>(source), id, one[source].text(1));
            one[source].reset();
        }
    }
    set_state(index, history_state(town.db()));
    transaction.commit();
    return true;
}

}  // namespace liangdi::store
