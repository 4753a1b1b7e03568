// The program that kill_test.cpp kills and writers_test.cpp runs twice. Says on standard output what it is
// about to do ("> step") and, after the store has acknowledged it, "ok SEQ SHA256".
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <random>

#include "kill_model.hpp"
#include "store/file_place.hpp"
#include "town_file.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

void say(const std::string& line) {
    // One write a line: what was written is the parent's, whatever happens to us.
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) _exit(1);
}

KillModel::State state_of(store::Store& store) {
    KillModel::State state;
    const auto town = store.snapshot();
    auto notes = town->db().prepare("SELECT code, note FROM marking");
    while (notes.step()) state.notes.emplace(notes.text(0), notes.text(1));
    return state;
}

class Work {
  public:
    Work(std::string file, const store::StoreOptions& options, std::uint32_t seed)
        : file_(std::move(file)), options_(options), actor_(fmt::format("child {}", seed)), random_(seed) {
        say("> open");
        open();
        say(fmt::format("ok {} -", store_->data_version()));
        model_.state = state_of(*store_);
    }

    [[noreturn]] void run() {
        for (int n = 0;; ++n) step(n);
    }

  private:
    void open() { store_ = std::make_unique<store::Store>(file_, options_); }
    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    void acknowledged(const std::string& words, std::int64_t seq) {
        model_.step(words);
        say(fmt::format("ok {} {}", seq, store::history_entry(store_->snapshot()->db(), seq)->sha256));
    }
    void step(int n) {
        const int what = pick(12);
        const auto code = fmt::format("{}.{}", actor_.substr(6), n);
        std::string words;
        if (what == 0) {
            words = fmt::format("import {} {}", code, 1000 + pick(2500));
        } else if (what <= 2 && !model_.done.empty()) {
            words = "undo";
        } else if (what <= 4 && !model_.undone.empty()) {
            words = "redo";
        } else if (what == 5) {
            words = pick(2) == 0 ? "checkpoint" : "reopen";
        } else if (what <= 8 || model_.state.notes.empty()) {
            words = fmt::format("add {} {}", code, pick(1000));
        } else {
            auto at = model_.state.notes.begin();
            std::advance(at, pick(static_cast<int>(model_.state.notes.size())));
            words = fmt::format("set {} {}", at->first, code);
        }
        say("> " + words);
        carry_out(words);
    }
    void carry_out(const std::string& words) {
        std::istringstream in(words);
        std::string verb, first, second;
        in >> verb >> first >> second;
        land::Progress silent;
        if (verb == "checkpoint") {
            raw(file_).run("PRAGMA wal_checkpoint(TRUNCATE)");
            say(fmt::format("ok {} -", store_->data_version()));
        } else if (verb == "reopen") {
            store_.reset();
            open();
            say(fmt::format("ok {} -", store_->data_version()));
        } else if (verb == "undo" || verb == "redo") {
            verb == "undo" ? tests::undo(*store_, last_of(actor_)) : tests::redo(*store_, last_of(actor_));
            acknowledged(words, store_->data_version());
        } else if (verb == "import") {
            acknowledged(
                words,
                store_->apply({actor_, words, {}}, many_parcels(first, std::stoi(second)), silent).seq);
        } else if (verb == "add") {
            auto insert = new_marking(first);
            insert.cells.push_back({"note", second});
            acknowledged(words, store_->apply(edit_by(actor_, words, {insert})).seq);
        } else {
            std::int64_t id = 0;
            {
                const auto town = store_->snapshot();
                id = town->ids_of("marking", "code", first).front();
            }
            const land::Update update{"marking", id, {{"note", model_.state.notes.at(first), second}}};
            acknowledged(words, store_->apply(edit_by(actor_, words, {update})).seq);
        }
    }

    std::string file_;
    store::StoreOptions options_;
    std::string actor_;
    std::mt19937 random_;
    std::unique_ptr<store::Store> store_;
    KillModel model_;
};

[[noreturn]] void create_towns(const std::string& folder) {
    for (int n = 0;; ++n) {
        say(fmt::format("> create {}", n));
        store::create_town(fmt::format("{}/{}.sqlite", folder, n), {"new", 4544, "2025-11-25", 0});
        say(fmt::format("ok {} -", n));
    }
}

/// Adds one to a shared counter and a row of its own, `rounds` times; what another process was faster with is
/// repeated.
void count(const std::string& file, std::int64_t counter, int rounds, const std::string& actor) {
    store::Store store(file);
    for (int n = 0; n < rounds;) {
        std::string value;
        {
            const auto town = store.snapshot();
            value = land::to_display(town->row("setting", counter, {"value"})->front());
        }
        try {
            const auto done = store.apply(edit_by(
                actor, "count",
                {land::Update{"setting", counter, {{"value", value, std::to_string(std::stoi(value) + 1)}}},
                 new_marking(fmt::format("{}-{}", actor, n), "n", land::NewId{1})}));
            say(fmt::format("ok {} {}", done.seq, done.id_of({1})));
            ++n;
        } catch (const Error& e) {
            if (e.code() != "conflict" && e.code() != "busy") throw;
        }
    }
}

/// How a town is read by somebody who may not write beside it: how it is opened, how many markings, what an
/// edit gets.
void visit(const std::string& file) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        throw Error("setuid", "cannot become nobody");
    {
        const auto place = store::place_for(file, false);
        if (place.copied_to && !std::filesystem::exists(*place.copied_to / "town.sqlite-wal"))
            throw Error("copy", "without its -wal");
        store::Store store(file);
        const auto code = code_of([&] { store.apply(edit_by("a", "two", {new_marking("2")})); });
        say(fmt::format("{} {} {}",
                        place.copied_to                       ? "copy"
                        : place.uri.ends_with("?immutable=1") ? "immutable"
                                                              : "plain",
                        store.snapshot()->count("marking"), code));
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.at(0) == "work" || words.at(0) == "share") {
            store::StoreOptions options;
            if (words[0] == "share") options.file_system = store::FileSystem::network;
            Work(words.at(1), options, static_cast<std::uint32_t>(std::stoul(words.at(2)))).run();
        }
        if (words[0] == "visit") visit(words.at(1));
        if (words[0] == "create") create_towns(words.at(1));
        if (words[0] == "count")
            count(words.at(1), std::stoll(words.at(2)), std::stoi(words.at(3)), words.at(4));
        if (words[0] == "read") {
            store::StoreOptions options;
            options.file_system = store::FileSystem::network;
            say(fmt::format("markings {}", store::Store(words.at(1), options).snapshot()->count("marking")));
        }
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}: {}\n", words.empty() ? "" : words[0], e.what());
        return 1;
    }
    return 0;
}
