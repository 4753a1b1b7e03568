#pragma once

#include <filesystem>

/// A small town with everything that a real register holds and a file format may stumble over.
namespace liangdi::tests {

struct OddTown {
    unsigned seed = 1;
    bool rare_characters = true;  ///< beyond GBK
    bool long_texts = true;       ///< beyond the 254 bytes of a DBF
    bool doubtful = true;  ///< codes twice or missing, blanks at ends, empty texts, dates that are none
};

void make_odd_town(const std::filesystem::path& file, const OddTown& how);

}  // namespace liangdi::tests
