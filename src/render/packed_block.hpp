#pragma once

#include <QSaveFile>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace liangdi::render {

class PackedLayer;

/// Writes the sections of a packed layer's block (packed_format.hpp) into a file that takes its name only
/// when it is whole, or into memory where no file can be written.
class BlockWriter {
  public:
    BlockWriter(const std::filesystem::path& file, std::string_view magic, std::uint64_t sections);

    template <class T>
    void section(std::span<const T> values) {
        add_section(std::as_bytes(values));
    }
    std::shared_ptr<const PackedLayer> finish();

  private:
    void add_section(std::span<const std::byte> bytes);
    void write(std::span<const std::byte> bytes);

    std::filesystem::path path_;
    std::unique_ptr<QSaveFile> file_;
    std::vector<std::byte> memory_;
};

/// A packed layer from its file, mapped; null where there is none, it is damaged or of another format.
std::shared_ptr<const PackedLayer> open_packed(const std::filesystem::path& file);

}  // namespace liangdi::render
