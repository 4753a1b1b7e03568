#include "store/file_place.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>

#include "geo/error.hpp"

namespace liangdi::store {

namespace fs = std::filesystem;

namespace {

// linux/magic.h and the kernel's fs/smb: numbers that statfs(2) documents.
constexpr std::array<unsigned long, 4> network_magic = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42};

std::string uri_of(const fs::path& file, const char* parameters) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : fs::absolute(file).string()) {
        const auto u = static_cast<unsigned char>(c);
        if (u == '%' || u == '?' || u == '#') {
            out += '%';
            out += hex[u >> 4];
            out += hex[u & 15];
        } else {
            out += c;
        }
    }
    return out + parameters;
}

std::shared_ptr<const fs::path> copy_with_wal(const fs::path& file) {
    std::string pattern = (fs::temp_directory_path() / "liangdi-XXXXXX").string();
    if (!mkdtemp(pattern.data())) {
        throw Error("read_only", "no room to copy a file that another program left open", file.string());
    }
    auto folder = std::shared_ptr<const fs::path>(new fs::path(pattern), [](const fs::path* p) {
        std::error_code ignored;
        fs::remove_all(*p, ignored);
        delete p;
    });
    fs::copy_file(file, *folder / "town.sqlite");
    fs::copy_file(file.string() + "-wal", *folder / "town.sqlite-wal");
    return folder;
}

}  // namespace

FileSystem file_system_of(const fs::path& path) {
    struct statfs info {};
    const fs::path folder = fs::absolute(path).parent_path();
    if (::statfs(folder.c_str(), &info) != 0) return FileSystem::local;
    for (const auto magic : network_magic) {
        if (static_cast<unsigned long>(info.f_type) == magic) return FileSystem::network;
    }
    return FileSystem::local;
}

Place place_for(const fs::path& file, bool to_write) {
    if (to_write) return {uri_of(file, ""), nullptr};
    if (!fs::is_regular_file(file)) throw Error("not_found", "there is no such town file", file.string());
    const bool writable =
        access(file.c_str(), W_OK) == 0 && access(fs::absolute(file).parent_path().c_str(), W_OK) == 0;
    if (writable) return {uri_of(file, ""), nullptr};
    std::error_code none;
    if (const auto size = fs::file_size(file.string() + "-wal", none); none || size == 0) {
        return {uri_of(file, "?immutable=1"), nullptr};
    }
    auto folder = copy_with_wal(file);
    return {uri_of(*folder / "town.sqlite", ""), folder};
}

void read_soon(const fs::path& file) {
    if (file_system_of(file) == FileSystem::network) return;
    constexpr off_t most = 128 << 20, piece = 1 << 20;  // Linux cuts larger advice short
    const int fd = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return;
    struct stat info {};
    if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size <= most)
        for (off_t at = 0; at < info.st_size; at += piece)
            ::posix_fadvise(fd, at, piece, POSIX_FADV_WILLNEED);
    ::close(fd);
}

}  // namespace liangdi::store
