#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Looks for sealed values in anything that a program has written, in the encodings of this trade.
namespace liangdi::tests {

class SealedSearch {
  public:
    /// A value: numbers of 11 and more digits are looked for as numbers, other texts as they are.
    void add(const std::string& value);
    std::size_t size() const { return numbers_.size() + texts_.size(); }

    /// The values that stand in the bytes in UTF-8 or ASCII, GBK, UTF-16 (both orders); none is good.
    std::vector<std::string> found_in(std::string_view bytes) const;
    /// The same in every file under the folder, "<file>: <value>"; and in what the history of a town file
    /// holds compressed. Files under one of `but` are left out.
    std::vector<std::string> found_under(const std::filesystem::path& folder,
                                         const std::vector<std::filesystem::path>& but) const;

  private:
    void add_runs(std::string_view bytes, std::set<std::string>& found) const;
    std::set<std::string, std::less<>> numbers_;
    std::set<std::size_t> lengths_;
    std::vector<std::pair<std::string, std::string>> texts_;  ///< encoded bytes, the value
};

}  // namespace liangdi::tests
