#include <random>

#include "catch.hpp"
#include "targets.hpp"

using namespace liangdi;

/// The fuzz targets without libFuzzer: the seeds themselves and seeded mutations of them.
namespace {

std::string mutated(std::string bytes, const std::vector<std::string>& seeds, std::mt19937& random) {
    const auto pick = [&](std::size_t n) {
        return n == 0 ? std::size_t{0} : static_cast<std::size_t>(random() % n);
    };
    static const std::string odd[] = {std::string("\xff\xff\xff\xff", 4),
                                      std::string("\0\0\0\0\0\0\xf8\x7f", 8),
                                      std::string("\xff\xff\xff\x7f", 4),
                                      "\"",
                                      "<",
                                      "</",
                                      "{",
                                      "[[[[[[",
                                      "]]>",
                                      "&#0;",
                                      "1e400",
                                      "-1",
                                      "\xe4\xbd",
                                      std::string("\0", 1)};
    for (auto n = 1 + pick(4); n > 0; --n) {
        const auto at = pick(bytes.size() + 1);
        switch (pick(7)) {
            case 0:
                if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << pick(8)));
                break;
            case 1:
                if (at < bytes.size()) bytes[at] = static_cast<char>(random());
                break;
            case 2:
                bytes.erase(at, 1 + pick(20));
                break;
            case 3:
                bytes.insert(at, odd[pick(std::size(odd))]);
                break;
            case 4:
                bytes.resize(at);
                break;
            case 5: {  // a piece of another seed
                const auto& other = seeds[pick(seeds.size())];
                bytes.insert(at, other.substr(pick(other.size()), 1 + pick(40)));
                break;
            }
            default: {
                const auto& value = odd[pick(std::size(odd))];
                if (at + value.size() <= bytes.size()) bytes.replace(at, value.size(), value);
                break;
            }
        }
    }
    return bytes;
}

void smoke(void (*target)(fuzz::Input), const std::vector<std::string>& seeds, int rounds) {
    REQUIRE_FALSE(seeds.empty());
    const auto feed = [&](const std::string& bytes) {
        target({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    };
    feed("");
    for (const auto& seed : seeds) feed(seed);
    std::mt19937 random(20251125);
    for (int i = 0; i < rounds; ++i) {
        const auto input = mutated(seeds[random() % seeds.size()], seeds, random);
        INFO("round " << i);
        CHECK_NOTHROW(feed(input));
    }
}

}  // namespace

TEST_CASE("fuzz: geometry blobs") {
    smoke(fuzz::blob, fuzz::blob_seeds(), 20000);
}
TEST_CASE("fuzz: changesets of the history") {
    smoke(fuzz::changeset, fuzz::changeset_seeds(), 1500);
}
TEST_CASE("fuzz: styles") {
    smoke(fuzz::sld, fuzz::sld_seeds(), 1500);
}
TEST_CASE("fuzz: field mappings") {
    smoke(fuzz::mapping, fuzz::mapping_seeds(), 5000);
}
