#include <sys/resource.h>

#include "catch.hpp"
#include "land/progress.hpp"
#include "store/sealed_rows.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* first = "甲的 口令 石桥 晒谷";
constexpr const char* second = "乙的 口令 风车 苞谷";
constexpr const char* id = "520524198803121231";  // whatever its check character: the index takes it as it is

/// A town of 甲 with two sealed persons; keys are Argon2id-dear, so each test makes few.
struct KeyTown {
    TownFolder folder;
    std::filesystem::path file = folder / "town.sqlite";
    std::string recovery;
    KeyTown() {
        store::TownSpec spec;
        spec.name = "t";
        recovery = store::create_town(file, spec, first, "甲").recovery_key;
        store::Store store(file);
        const auto key = store.unlock(first, "甲", "register");
        seal_person(store, key, "P1", {{"id_number", id}, {"phone", "13812345678"}});
        seal_person(store, key, "P2", {{"phone", "13987654321"}});
    }
    static void seal_person(store::Store& store, const store::DataKey& key, const std::string& code,
                            const land::SealedFields& fields) {
        const auto sealed = key.seal(fields);
        const land::Value blind = sealed.blind.empty() ? land::Value{} : land::Value{sealed.blind};
        store.apply(
            edit_by("甲", "person",
                    {land::Insert{"party", land::NewId{1}, {{"kind", std::string("person")}, {"code", code}}},
                     land::Insert{"person", land::NewId{1}, {}},
                     land::Insert{"sealed",
                                  land::NewId{2},
                                  {{"party", land::NewId{1}}, {"body", sealed.body}, {"blind", blind}}}}));
    }
};

std::vector<geo::Bytes> bodies(store::Store& store) {
    const auto town = store.snapshot();
    auto rows = town->db().prepare("SELECT body FROM sealed ORDER BY id");
    std::vector<geo::Bytes> out;
    while (rows.step()) out.emplace_back(rows.blob(0).begin(), rows.blob(0).end());
    return out;
}
std::string last_why(store::Store& store) {
    return store::history_entries(store.snapshot()->db(), 1).front().why;
}
/// All records with the newest key, as tasks::reseal does it.
std::int64_t reseal(store::Store& store, const store::DataKey& key, std::int64_t& damaged) {
    const auto town = store.snapshot(true);
    land::Progress silent;
    return store.apply({"甲", "sealed again", {}}, store::resealing(town->db(), key, damaged), silent)
        .changes;
}

}  // namespace

TEST_CASE("one try of a passphrase costs at least 0.3 s: counted in passes and memory, not timed") {
    const KeyTown town;
    const auto state = store::key_state(raw(town.file));
    REQUIRE(state.holders.size() == 1);
    CHECK(state.recovery);
    CHECK(state.holders.front().cost.ops >= store::least_cost.ops);
    CHECK(state.holders.front().cost.mem_bytes >= store::least_cost.mem_bytes);
    // least_cost itself: libsodium's MODERATE, which its authors size at 0.7 s on a Core i7 of 2.8 GHz.
    CHECK(store::least_cost == store::PassphraseCost{3, 268435456});
    // On a computer where the least cost takes `s`, the calibrated one takes 0.3 s or all that is allowed.
    for (const double s : {0.0, 0.001, 0.05, 0.1, 0.2, 0.29, 0.3, 0.45, 0.7, 3.0}) {
        const auto cost = store::calibrated(s);
        INFO(s << " s, passes " << cost.ops);
        CHECK(cost.ops >= store::least_cost.ops);
        CHECK(cost.mem_bytes == store::least_cost.mem_bytes);
        const double a_try = s / 3 * static_cast<double>(cost.ops);
        CHECK((a_try >= store::least_try_s || cost.ops == store::most_cost.ops));
        CHECK(store::may_be_tried(cost));
        if (s >= 0.45) CHECK(cost == store::least_cost);  // no dearer than needed
    }
    CHECK_FALSE(store::may_be_tried({17, 1 << 20}));
    CHECK_FALSE(store::may_be_tried({3, (std::int64_t{1} << 30) + 1}));
}

TEST_CASE(
    "an officer's passphrase is added, opens, and is gone after it was removed, from the bytes as well") {
    const KeyTown town;
    geo::Bytes wrap;
    {
        store::Store store(town.file);
        const auto key = store.unlock(first, "甲", "keys");
        CHECK(key.holder() == "甲");
        CHECK(store.change_keys(key, store::SetPassphrase{"乙", second}, "甲", "new colleague").empty());
        CHECK_THAT(last_why(store), ContainsSubstring("乙") && ContainsSubstring("new colleague"));
        {
            const auto snapshot = store.snapshot();
            auto row = snapshot->db().prepare("SELECT wrapped FROM key_wrap WHERE holder='乙'");
            REQUIRE(row.step());
            wrap.assign(row.blob(0).begin(), row.blob(0).end());
        }
        CHECK(store.unlock(second, "丙", "visit").open(bodies(store).front()).at("phone") == "13812345678");
        CHECK_THAT(last_why(store), ContainsSubstring("key of 乙"));  // who lends his passphrase is seen
    }
    const std::string needle(reinterpret_cast<const char*>(wrap.data()), wrap.size());
    CHECK(bytes_of(town.file).find(needle) != std::string::npos);
    {
        store::Store store(town.file);
        const auto key = store.unlock(first, "甲", "keys");
        CHECK(code_of([&] { store.change_keys(key, store::RemovePassphrase{"丁"}, "甲", "r"); }) ==
              "not_found");
        store.change_keys(key, store::RemovePassphrase{"乙"}, "甲", "left");
        CHECK(code_of([&] { store.change_keys(key, store::RemovePassphrase{"甲"}, "甲", "r"); }) ==
              "last_passphrase");
        CHECK(code_of([&] { store.unlock(second, "乙", "r"); }) == "wrong_passphrase");
        undo(store,
             last_of("甲"));  // the last edit, a person: a removed passphrase does not come back with it
        CHECK(code_of([&] { store.unlock(second, "乙", "r"); }) == "wrong_passphrase");
    }
    CHECK(bytes_of(town.file).find(needle) == std::string::npos);
}

TEST_CASE("change, forget, recover; a new recovery key ends the old one") {
    const KeyTown town;
    store::Store store(town.file);
    const auto key = store.unlock(town.recovery, "甲", "forgotten");
    CHECK(key.holder() == "recovery");
    store.change_keys(key, store::SetPassphrase{"甲", second}, "甲", "forgotten");
    CHECK(code_of([&] { store.unlock(first, "甲", "r"); }) == "wrong_passphrase");
    CHECK(store::key_state(store.snapshot()->db()).holders.size() == 1);
    CHECK(store.unlock(second, "甲", "r").open(bodies(store).front()).at("id_number") == id);
    const auto fresh = store.change_keys(key, store::NewRecoveryKey{}, "甲", "paper lost");
    CHECK(fresh.size() == 39);
    CHECK(code_of([&] { store.unlock(town.recovery, "甲", "r"); }) == "wrong_passphrase");
    CHECK_NOTHROW(store.unlock(fresh, "甲", "r"));
    CHECK(code_of([&] {
              store.change_keys(key, store::SetPassphrase{"乙", "12345678"}, "甲", "r");
          }) == "weak_passphrase");
    CHECK(code_of([&] {
              store.change_keys(key, store::SetPassphrase{"乙", second}, "甲", " ");
          }) == "no_reason");
    CHECK_FALSE(store::first_broken_entry(store.snapshot()->db()));
}

TEST_CASE("a renewed key opens old and new, seals anew in one edit, and undo leaves nothing unreadable") {
    const KeyTown town;
    store::Store store(town.file);
    const auto old = store.unlock(first, "甲", "r");
    store.change_keys(old, store::SetPassphrase{"乙", second}, "甲", "r");
    const auto renewed = old.renewed();
    const auto recovery = store.change_keys(renewed, store::ReplaceAllKeys{"甲", first}, "甲", "乙 left");
    // Between the two steps, as after a crash: everything opens.
    CHECK(code_of([&] { store.unlock(second, "乙", "r"); }) == "wrong_passphrase");
    CHECK(code_of([&] { store.unlock(town.recovery, "乙", "r"); }) == "wrong_passphrase");
    const auto key = store.unlock(first, "甲", "r");
    for (const auto& body : bodies(store)) {
        CHECK(key.open(body) == old.open(body));
        CHECK_FALSE(key.sealed_with_newest(body));
    }
    CHECK(store::find_by_id_number(store.snapshot()->db(), key, id).size() == 1);
    std::int64_t damaged = 0;
    const auto before = bodies(store);
    CHECK(reseal(store, key, damaged) == 2);
    CHECK(damaged == 0);
    const auto after = bodies(store);
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(key.sealed_with_newest(after[i]));
        CHECK(key.open(after[i]) == old.open(before[i]));
        CHECK(code_of([&] { old.open(after[i]); }) == "sealed_damaged");  // who left opens nothing new
    }
    CHECK(store::find_by_id_number(store.snapshot()->db(), key, id).size() == 1);
    CHECK(store::find_by_id_number(store.snapshot()->db(), old, id).empty());
    CHECK(reseal(store, key, damaged) == 0);  // a second time there is nothing to do
    CHECK(store.unlock(recovery, "甲", "r").open(after.front()).at("id_number") == id);
    undo(store, last_of("甲"));
    CHECK(bodies(store) == before);
    CHECK(store::find_by_id_number(store.snapshot()->db(), key, id).size() == 1);
    redo(store, last_of("甲"));
    CHECK(bodies(store) == after);
}

TEST_CASE(
    "an identity number is found through the blind index, however written, and no forged index misleads") {
    const KeyTown town;
    store::Store store(town.file);
    const auto key = store.unlock(first, "甲", "r");
    const auto find = [&](std::string_view number) {
        return store::find_by_id_number(store.snapshot()->db(), key, number);
    };
    const auto person = store.snapshot()->db().integer("SELECT id FROM party WHERE code='P1'");
    for (const char* form :
         {"520524198803121231", " 520524 19880312 1231", "５２０５２４１９８８０３１２１２３１"})
        CHECK(find(form) == std::vector<std::int64_t>{person});
    for (const char* other : {"", "520524198803121232", "13812345678", "P1"}) CHECK(find(other).empty());
    KeyTown::seal_person(store, key, "P3", {{"id_number", "110105491231002"}});     // 15 digits
    KeyTown::seal_person(store, key, "P4", {{"id_number", "11010519491231002X"}});  // the same, 18
    CHECK(find("110105491231002").size() == 2);
    CHECK(find("11010519491231002x").size() == 2);
    // P2's record under P1's index entry.
    raw(town.file).run(
        "UPDATE sealed SET blind=(SELECT blind FROM sealed WHERE party=(SELECT id FROM party WHERE "
        "code='P1')) WHERE party=(SELECT id FROM party WHERE code='P2')");
    CHECK(find(id) == std::vector<std::int64_t>{person});
}

TEST_CASE("copies of a key share it, and an open key leaves no core file behind") {
    std::optional<store::DataKey> key = store::DataKey::random();
    const auto body = key->seal({{"phone", "1"}}).body;
    const store::DataKey copy = *key;  // what a running job holds while the window locks
    key.reset();
    CHECK(copy.open(body).at("phone") == "1");
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_CORE, &limit) == 0);
    CHECK(limit.rlim_cur == 0);
}

TEST_CASE("a reason with an identity number or a phone in it is refused before anything is opened") {
    const KeyTown town;
    store::Store store(town.file);
    const auto version = store.data_version();
    CHECK(code_of([&] { store.unlock(first, "甲", "call 13812345678"); }) == "personal_reason");
    CHECK(code_of([&] { store.log_access("甲", "shown", "call 138 1234 5678"); }) == "personal_reason");
    CHECK(code_of([&] { store.log_access("甲", "shown", ""); }) == "no_reason");
    CHECK(store.data_version() == version);
    CHECK(store.log_access("甲", "shown unmasked, P1", "家访") == version + 1);
    const auto entry = store::history_entries(store.snapshot()->db(), 1).front();
    CHECK(entry.kind == "access");
    CHECK(entry.why == "shown unmasked, P1: 家访");
}
