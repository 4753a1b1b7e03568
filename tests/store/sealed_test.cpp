#include <fmt/format.h>
#include <sodium.h>

#include <fstream>
#include <set>

#include "catch.hpp"
#include "store/data_key.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* passphrase = "a long passphrase 口令";
const land::SealedFields secret = {
    {"id_number", "520524198803121234"}, {"phone", "13812345678"}, {"markings", "disabled"},
    {"bank", "6222021234567890123"},     {"birth_day", "03-12"},   {"of", "P001"}};

struct SealedTown {
    TownFolder folder;
    std::filesystem::path file = folder / "town.sqlite";
    std::string recovery;
    SealedTown() {
        store::TownSpec spec;
        spec.name = "t";
        recovery = store::create_town(file, spec, passphrase, "甲").recovery_key;
    }
};

land::Edit sealed_person(const store::DataKey& key, const land::SealedFields& fields) {
    const auto sealed = key.seal(fields);
    land::Edit edit = edit_by(
        "甲", "person",
        {land::Insert{
             "party",
             land::NewId{1},
             {{"kind", std::string("person")}, {"code", fields.at("of")}, {"name", std::string("测试一")}}},
         land::Insert{"person", land::NewId{1}, {{"sex", std::string("male")}}},
         land::Insert{"sealed",
                      land::NewId{2},
                      {{"party", land::NewId{1}}, {"body", sealed.body}, {"blind", sealed.blind}}}});
    return edit;
}

void no_secret_in(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = bytes_of(entry.path());
        INFO(entry.path().string());
        for (const auto& [key, value] : secret) {
            if (key == "of") continue;
            INFO(key);
            CHECK(bytes.find(value) == std::string::npos);
        }
        CHECK(bytes.find(passphrase) == std::string::npos);
    }
}

}  // namespace

TEST_CASE("sealed values appear in no file, while it is written, after the close and in a version copy") {
    SealedTown town;
    {
        store::Store store(town.file);
        const auto key = store.unlock(passphrase, "甲", "register");
        store.apply(sealed_person(key, secret));
        no_secret_in(town.folder.path);  // with the -wal
        CHECK(std::filesystem::exists(town.file.string() + "-wal"));
        auto changed = secret;
        changed["phone"] = "13900000000";
        const auto snapshot = store.snapshot();
        const auto id = snapshot->db().integer("SELECT id FROM sealed");
        const auto row = snapshot->row("sealed", id, {"body"});
        store.apply(edit_by("甲", "phone",
                            {land::Update{"sealed", id, {{"body", row->front(), key.seal(changed).body}}}}));
        undo(store, last_of("甲"));
    }
    no_secret_in(town.folder.path);
    CHECK(bytes_of(town.file).find(town.recovery) == std::string::npos);
    // The search itself works: a clear value is found.
    CHECK(bytes_of(town.file).find("测试一") != std::string::npos);
}

TEST_CASE(
    "passphrase and recovery key open what was sealed; a wrong one does not, and nothing tells how near it "
    "was") {
    SealedTown town;
    store::Store store(town.file);
    land::Bytes body;
    {
        const auto key = store.unlock(passphrase, "甲", "register");
        store.apply(sealed_person(key, secret));
        body = std::get<land::Bytes>(
            store.snapshot()
                ->row("sealed", store.snapshot()->db().integer("SELECT id FROM sealed"), {"body"})
                ->front());
        CHECK(key.open(body) == secret);
    }
    CHECK(store.unlock(town.recovery, "甲", "lost passphrase").open(body) == secret);
    std::string misread = town.recovery;  // small letters, blanks for dashes, O for 0
    for (char& c : misread)
        c = c == '-' ? ' ' : c == '0' ? 'o' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(store.unlock(misread, "甲", "lost passphrase").open(body) == secret);
    const auto version = store.data_version();
    std::string nearly = town.recovery;
    nearly[0] = nearly[0] == 'A' ? 'B' : 'A';
    for (const std::string& wrong : {std::string("a long passphrase"), nearly, std::string()}) {
        CHECK(code_of([&] { store.unlock(wrong, "甲", "try"); }) == "wrong_passphrase");
    }
    CHECK(code_of([&] { store.unlock(passphrase, "甲", ""); }) == "no_reason");
    CHECK(store.data_version() == version);

    const TownFolder plain;
    store::Store keyless(plain.town());
    CHECK(code_of([&] { keyless.unlock(passphrase, "甲", "try"); }) == "no_key");
}

TEST_CASE("unlocking writes an access entry with its reason, which cannot be undone and is no step of undo") {
    SealedTown town;
    store::Store store(town.file);
    store.apply(edit_by("甲", "mark", {new_marking("1")}));
    store.unlock(passphrase, "甲", "家庭走访");
    const auto entry = store::history_entries(store.snapshot()->db(), 1).front();
    CHECK(entry.kind == "access");
    CHECK(entry.actor == "甲");
    CHECK_THAT(entry.why, ContainsSubstring("家庭走访"));
    CHECK(entry.changes == 0);
    for (const bool redoing : {false, true}) {
        const auto code = code_of([&] {
            redoing ? redo(store, entry_of("甲", entry.seq)) : undo(store, entry_of("甲", entry.seq));
        });
        CHECK((code == "undo_refused" || code == "nothing_to_reverse"));
    }
    CHECK(store.data_version() == entry.seq);
    CHECK(undo(store, last_of("甲")).roots.front() == 1);
    CHECK_FALSE(store::first_broken_entry(store.snapshot()->db()));
}

TEST_CASE("an altered, cut or foreign record is refused") {
    const auto key = store::DataKey::random();
    const auto sealed = key.seal(secret);
    CHECK(key.open(sealed.body) == secret);
    for (std::size_t at = 0; at < sealed.body.size(); at += 7) {
        auto altered = sealed.body;
        altered[at] ^= std::byte{1};
        CHECK(code_of([&] { key.open(altered); }) == "sealed_damaged");
    }
    for (std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{39}, std::size_t{40}, sealed.body.size() - 1}) {
        const land::Bytes cut(sealed.body.begin(), sealed.body.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(code_of([&] { key.open(cut); }) == "sealed_damaged");
    }
    CHECK(code_of([&] { store::DataKey::random().open(sealed.body); }) == "sealed_damaged");
}

TEST_CASE(
    "the blind index is equal for the same number however it is written, and different for others and keys") {
    const auto key = store::DataKey::random();
    CHECK(key.seal(secret).blind == key.blind_of("520524198803121234"));
    CHECK(key.blind_of("52052419880312123x") == key.blind_of("520524 19880312 123X"));
    CHECK(key.blind_of("520524198803121234") != key.blind_of("520524198803121235"));
    CHECK(key.blind_of("520524198803121234") != store::DataKey::random().blind_of("520524198803121234"));
    CHECK(key.seal({{"phone", "13812345678"}}).blind.empty());
    CHECK(key.seal(secret).body != key.seal(secret).body);  // a fresh nonce each time
}

TEST_CASE("lengths of sealed records tell nothing: few sizes for all that a person may have") {
    const auto key = store::DataKey::random();
    std::set<std::size_t> sizes;
    for (std::size_t n = 0; n < 180; ++n) sizes.insert(key.seal({{"note", std::string(n, 'x')}}).body.size());
    CHECK(sizes.size() == 1);
    for (std::size_t n = 180; n < 2000; ++n)
        sizes.insert(key.seal({{"note", std::string(n, 'x')}}).body.size());
    CHECK(sizes.size() <= 9);
    CHECK(key.seal({}).body.size() == *sizes.begin());
}

TEST_CASE("a hostile key_wrap neither eats the memory nor keeps the right passphrase out") {
    SealedTown town;
    const auto with = [&](const std::string& sql) {
        const auto copy = town.folder / "copy.sqlite";
        std::filesystem::remove(copy);
        std::filesystem::copy_file(town.file, copy);
        raw(copy).run(sql);
        store::Store store(copy);
        return code_of([&] { store.unlock(passphrase, "甲", "r"); });
    };
    const auto extra = [](const char* salt, const char* ops, const char* mem, const char* wrapped) {
        return fmt::format(
            "INSERT INTO key_wrap (id,kind,holder,salt,ops_limit,mem_limit,wrapped) VALUES "
            "(-1,'passphrase','x',{},{},{},{})",
            salt, ops, mem, wrapped);
    };
    CHECK(with("SELECT 1") == "no error");
    CHECK(with("UPDATE key_wrap SET mem_limit=1<<50 WHERE kind='passphrase'") == "wrong_passphrase");
    CHECK(with("UPDATE key_wrap SET ops_limit=1<<40 WHERE kind='passphrase'") == "wrong_passphrase");
    CHECK(with("UPDATE key_wrap SET mem_limit=-1, ops_limit=-1 WHERE kind='passphrase'") ==
          "wrong_passphrase");
    CHECK(with("UPDATE key_wrap SET wrapped=zeroblob(3)") == "wrong_passphrase");
    CHECK(with(extra("zeroblob(16)", "1<<40", "1<<50", "zeroblob(72)")) == "no error");
    CHECK(with(extra("zeroblob(16)", "0", "0", "zeroblob(72)")) == "no error");
    CHECK(with(extra("zeroblob(1)", "1", "8192", "zeroblob(72)")) == "no error");
    CHECK(with(extra("'text'", "'many'", "'much'", "'none'")) == "no error");
}
