#include <fmt/format.h>

#include <random>

#include "catch.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

/// Random edits, undos and redos of two actors, compared with a model in memory after every step.
namespace {

using Row = std::map<std::string, std::string>;  // column -> value, "" is NULL
using Rows = std::map<std::pair<std::string, std::int64_t>, Row>;

const std::map<std::string, std::vector<std::string>> columns = {
    {"meeting", {"name", "place", "note"}}, {"objection", {"meeting", "text", "answer"}}};

struct Delta {
    std::string table;
    std::int64_t id;
    std::optional<Row> before, after;
};

struct Model {
    struct Edit {
        std::vector<Delta> deltas;
        bool insert_is_plain = true;
    };
    Rows rows;
    std::map<std::string, std::vector<Edit>> done, undone;  // by actor

    bool orphans() const {
        for (const auto& [key, row] : rows) {
            if (key.first == "objection" && !row.at("meeting").empty() &&
                !rows.contains({"meeting", std::stoll(row.at("meeting"))}))
                return true;
        }
        return false;
    }
    /// Strictly: every row that goes must be as it was left, every field that changes must hold what it was
    /// given.
    bool replay(const std::vector<Delta>& deltas, bool backward) {
        Rows next = rows;
        for (const auto& d : deltas) {
            const auto& from = backward ? d.after : d.before;
            const auto& to = backward ? d.before : d.after;
            const auto key = std::pair(d.table, d.id);
            const auto found = next.find(key);
            if (!from) {
                if (found != next.end()) return false;
                next[key] = *to;
            } else if (found == next.end()) {
                return false;
            } else if (!to) {
                if (found->second != *from) return false;
                next.erase(found);
            } else {
                for (const auto& [column, value] : *from) {
                    if (value == to->at(column)) continue;
                    if (found->second.at(column) != value) return false;
                    found->second[column] = to->at(column);
                }
            }
        }
        std::swap(rows, next);
        if (!orphans()) return true;
        std::swap(rows, next);
        return false;
    }
};

land::Value value_of(const std::string& column, const std::string& text) {
    if (text.empty()) return {};
    if (column == "meeting") return std::int64_t{std::stoll(text)};
    return text;
}

Rows rows_of(store::Store& store) {
    Rows out;
    const auto town = store.snapshot();
    for (const auto& [table, names] : columns) {
        auto all = town->db().prepare(
            fmt::format("SELECT id, {}, {}, {} FROM {}", names[0], names[1], names[2], table));
        while (all.step()) {
            Row row;
            for (int c = 0; c < 3; ++c)
                row[names[static_cast<std::size_t>(c)]] = std::string(all.text(c + 1));
            out[{table, all.integer(0)}] = row;
        }
    }
    return out;
}

class Run {
  public:
    Run(std::uint32_t seed, const std::filesystem::path& file)
        : random_(seed), file_(file), store_(std::make_unique<store::Store>(file)) {}

    void step() {
        const std::string actor = pick(2) == 0 ? "甲" : "乙";
        switch (pick(10)) {
            case 0:
            case 1:
                reverse(actor, true);
                break;
            case 2:
            case 3:
                reverse(actor, false);
                break;
            case 4:
                if (pick(6) == 0) {  // a restart
                    store_.reset();
                    store_ = std::make_unique<store::Store>(file_);
                }
                break;
            default:
                edit(actor);
                break;
        }
        CHECK(rows_of(*store_) == model_.rows);
    }
    int edits = 0, reversed = 0, refused = 0;
    store::Store& store() { return *store_; }

  private:
    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    std::string word() { return fmt::format("w{}", pick(4)); }

    void edit(const std::string& actor) {
        land::Edit edit = edit_by(actor, "step", {});
        std::vector<Delta> deltas;
        land::NewIds fresh;
        std::map<std::pair<std::string, std::int64_t>, bool> used;
        Rows next = model_.rows;
        for (int n = 1 + pick(3); n > 0; --n) {
            const std::string table = pick(2) == 0 ? "meeting" : "objection";
            const auto& names = columns.at(table);
            if (pick(3) == 0 || next.empty()) {
                Row row = {{names[0], word()}, {names[1], word()}, {names[2], ""}};
                if (table == "objection") {
                    row["meeting"] = "";
                    for (const auto& [key, r] : next) {
                        if (key.first == "meeting" && pick(2) == 0)
                            row["meeting"] = std::to_string(key.second);
                    }
                }
                const auto id = fresh.next();
                land::Insert insert{table, id, {}};
                for (const auto& [column, text] : row)
                    insert.cells.push_back({column, value_of(column, text)});
                edit.changes.push_back(insert);
                deltas.push_back({table, -id.n, {}, row});
                continue;
            }
            auto at = next.begin();
            std::advance(at, pick(static_cast<int>(next.size())));
            if (!used.try_emplace(at->first, true).second) continue;
            const auto key = at->first;
            const Row before = at->second;
            if (pick(4) == 0) {
                edit.changes.push_back(land::Delete{key.first, key.second, {}});
                deltas.push_back({key.first, key.second, before, {}});
                next.erase(at);
                continue;
            }
            const auto& column = columns.at(key.first)[static_cast<std::size_t>(1 + pick(2))];
            Row after = before;
            after[column] = word();
            if (after == before) continue;
            edit.changes.push_back(land::Update{
                key.first,
                key.second,
                {{column, value_of(column, before.at(column)), value_of(column, after.at(column))}}});
            deltas.push_back({key.first, key.second, before, after});
            at->second = after;
        }
        if (deltas.empty()) return;
        // Deleting a meeting that has objections is refused: the edit's own keys are checked like all.
        Model trial = model_;
        const bool possible = trial.replay(deltas, false);
        store::Applied applied;
        const auto code = code_of([&] { applied = store_->apply(edit); });
        REQUIRE(code == (possible ? "no error" : "constraint"));
        if (!possible) {
            ++refused;
            return;
        }
        for (auto& d : deltas) {
            if (d.id < 0) d.id = applied.id_base - d.id;
        }
        REQUIRE(model_.replay(deltas, false));
        model_.done[actor].push_back({deltas});
        model_.undone[actor].clear();
        ++edits;
    }

    void reverse(const std::string& actor, bool undoing) {
        auto& from = undoing ? model_.done[actor] : model_.undone[actor];
        auto& to = undoing ? model_.undone[actor] : model_.done[actor];
        const auto code = code_of(
            [&] { undoing ? tests::undo(*store_, last_of(actor)) : tests::redo(*store_, last_of(actor)); });
        if (from.empty()) {
            REQUIRE(code == "nothing_to_reverse");
            return;
        }
        if (!model_.replay(from.back().deltas, undoing)) {
            ++refused;
            REQUIRE(code == "undo_refused");
            return;
        }
        REQUIRE(code == "no error");
        to.push_back(from.back());
        from.pop_back();
        ++reversed;
    }

    std::mt19937 random_;
    std::filesystem::path file_;
    std::unique_ptr<store::Store> store_;
    Model model_;
};

}  // namespace

TEST_CASE("random edits, undos and redos of two actors: the file equals the model after every step") {
    int edits = 0, reversed = 0, refused = 0;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        const TownFolder folder;
        Run run(seed, folder.town());
        for (int i = 0; i < 60; ++i) run.step();
        CHECK(fault_of(run.store().snapshot()->db()).empty());
        edits += run.edits;
        reversed += run.reversed;
        refused += run.refused;
    }
    // The sequences did meet what they are about.
    CHECK(edits > 150);
    CHECK(reversed > 60);
    CHECK(refused > 20);
}
