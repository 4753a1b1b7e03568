#include "tasks/passphrase.hpp"

#include <fstream>

#include "geo/error.hpp"
#include "store/secret_box.hpp"

namespace liangdi::tasks {

namespace {
struct WipedAtTheEnd {
    void operator()(std::string* text) const {
        store::wipe(*text);
        delete text;
    }
};
}  // namespace

Passphrase::Passphrase(std::string_view text) : text_(new std::string(text), WipedAtTheEnd{}) {}

Passphrase read_passphrase(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!in) throw Error("not_found", "the passphrase file cannot be read", file.string());
    std::getline(in, line);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    if (line.empty())
        throw Error("bad_passphrase_file", "the first line must hold the passphrase and is empty",
                    file.string());
    Passphrase passphrase(line);
    store::wipe(line);
    return passphrase;
}

}  // namespace liangdi::tasks
