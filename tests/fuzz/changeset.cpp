#include "store/changeset.hpp"

#include <cstdlib>
#include <filesystem>

#include "geo/error.hpp"
#include "store/store.hpp"
#include "targets.hpp"

namespace liangdi::fuzz {

namespace {

/// A town of its own for the process, gone at its end.
struct Town {
    std::filesystem::path folder;
    std::optional<store::Database> db;
    Town() {
        std::string pattern = (std::filesystem::temp_directory_path() / "liangdi-fuzz-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        store::create_town(folder / "town.sqlite", {"fuzz", 4544, "2025-11-25", 0});
        store::Store store(folder / "town.sqlite");
        land::Edit edit{{"a", "seed", {}}, {}};
        for (std::int64_t n = 1; n <= 5; ++n) {
            edit.changes.push_back(land::Insert{
                "marking", land::NewId{n}, {{"code", std::to_string(n)}, {"name", std::string("测试")}}});
        }
        const auto first = store.apply(edit);
        edit.changes = {land::Update{"marking", first.id_base + 1, {{"note", {}, std::string("n")}}},
                        land::Delete{"marking", first.id_base + 2, {}}};
        store.apply(edit);
        db.emplace(folder / "town.sqlite", store::Database::Access::write);
    }
    ~Town() {
        db.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
};
Town& town() {
    static Town own;
    return own;
}

void read(const store::ChangesetSource& source) {
    try {
        store::each_change(source, true, [](const store::ChangeRow& row) {
            if (row.before.size() != row.after.size()) std::abort();
        });
    } catch (const Error&) {  // damaged, in words
    }
}

}  // namespace

void changeset(Input bytes) {
    auto& db = *town().db;
    const geo::ByteView view(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size());
    // In one piece and in small ones, as parts come; forward and as its inverse.
    for (const bool inverted : {false, true}) {
        read({[given = false, view]() mutable { return std::exchange(given, true) ? geo::ByteView() : view; },
              inverted});
        read({[at = std::size_t{0}, view]() mutable {
                  const auto piece = view.subspan(at, std::min<std::size_t>(7, view.size() - at));
                  at += piece.size();
                  return piece;
              },
              inverted});
    }
    for (const char* encoding : {"raw", "zstd", "parts"}) {
        store::Transaction transaction(db);  // rolled back
        auto insert = db.prepare(
            "INSERT INTO history "
            "(seq,uid,desk,at,actor,why,schema_version,kind,root,changes,encoding,changeset,size,sha256) "
            "VALUES "
            "(99,'u',1,'t','a','w',1,'edit',99,1,?,?,1,'x')");
        insert.bind_all(std::string_view(encoding), view);
        insert.run();
        auto part = db.prepare("INSERT INTO history_part (edit,part,z) VALUES (99,0,?)");
        part.bind(1, view);
        part.run();
        try {
            read(store::stored_changeset(db, 99));
            (void)store::apply_inverse(db, store::stored_changeset(db, 99));
        } catch (const Error&) {
        }
    }
}

std::vector<std::string> changeset_seeds() {
    std::vector<std::string> out;
    for (std::int64_t seq = 1; seq <= 2; ++seq) {
        std::string raw;
        const auto source = store::stored_bytes(*town().db, seq);
        for (auto piece = source(); !piece.empty(); piece = source())
            raw.append(reinterpret_cast<const char*>(piece.data()), piece.size());
        out.push_back(raw);
        auto stored = town().db->prepare("SELECT changeset FROM history WHERE seq=?");
        stored.bind(1, seq);
        stored.step();
        const auto blob = stored.blob(0);
        out.emplace_back(reinterpret_cast<const char*>(blob.data()), blob.size());
    }
    return out;
}

}  // namespace liangdi::fuzz
