#include "render/packed_block.hpp"

#include <QFile>

#include "geo/error.hpp"
#include "render/packed_layer.hpp"

namespace liangdi::render {

namespace {
QString name_of(const std::filesystem::path& file) {
    return QFile::decodeName(file.c_str());
}
}  // namespace

BlockWriter::BlockWriter(const std::filesystem::path& file, std::string_view magic, std::uint64_t sections)
    : path_(file) {
    if (!file.empty()) {
        file_ = std::make_unique<QSaveFile>(name_of(file));
        if (!file_->open(QIODevice::WriteOnly) ||
            !file_->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            file_.reset();
    }
    write(std::as_bytes(std::span(magic)));
    write(std::as_bytes(std::span(&sections, 1)));
}

void BlockWriter::add_section(std::span<const std::byte> bytes) {
    const std::uint64_t length = bytes.size();
    write(std::as_bytes(std::span(&length, 1)));
    write(bytes);
    constexpr std::byte zeros[8]{};
    write(std::span(zeros).first((8 - length % 8) % 8));
}

void BlockWriter::write(std::span<const std::byte> bytes) {
    if (!file_) {
        memory_.insert(memory_.end(), bytes.begin(), bytes.end());
        return;
    }
    // A failure stays with the file until commit().
    file_->write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
}

std::shared_ptr<const PackedLayer> BlockWriter::finish() {
    if (file_) {
        // A full disk: the map is drawn from the town file, as without a cache.
        if (!file_->commit()) return nullptr;
        return open_packed(path_);
    }
    const auto kept = std::make_shared<const std::vector<std::byte>>(std::move(memory_));
    return std::make_shared<const PackedLayer>(kept, std::span<const std::byte>(*kept));
}

std::shared_ptr<const PackedLayer> open_packed(const std::filesystem::path& file) {
    auto opened = std::make_shared<QFile>(name_of(file));
    if (file.empty() || !opened->open(QIODevice::ReadOnly) || opened->size() == 0) return nullptr;
    const uchar* const bytes = opened->map(0, opened->size());
    if (!bytes) return nullptr;
    const std::span block(reinterpret_cast<const std::byte*>(bytes),
                          static_cast<std::size_t>(opened->size()));
    try {
        return std::make_shared<const PackedLayer>(std::move(opened), block);
    } catch (const Error&) {
        return nullptr;
    }
}

}  // namespace liangdi::render
