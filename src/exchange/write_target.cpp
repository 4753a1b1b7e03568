#include "exchange/write_target.hpp"

#include <cstdlib>
#include <set>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;

WriteTarget::WriteTarget(const fs::path& target) : target_(fs::absolute(target)) {
    if (fs::is_directory(target_))
        throw Error("not_writable", "this is a folder, not a file", target.string());
    std::string pattern = (target_.parent_path() / ".liangdi-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw Error("not_writable", "the folder does not exist or may not be written to",
                    target_.parent_path().string());
    folder_ = pattern;
}

WriteTarget::~WriteTarget() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

void WriteTarget::publish() {
    std::set<fs::path> side_files;
    try {
        for (const auto& entry : fs::directory_iterator(folder_))
            if (entry.path().filename() != target_.filename()) side_files.insert(entry.path().filename());
        for (const fs::path& name : side_files) fs::rename(folder_ / name, target_.parent_path() / name);
        fs::rename(working_file(), target_);
        if (target_.extension() != ".shp") return;
        for (const char* side : {".cpg", ".prj", ".sbn", ".sbx", ".qix", ".qpj", ".shp.xml"}) {
            const fs::path old = fs::path(target_).replace_extension(side);
            if (!side_files.contains(old.filename())) fs::remove(old);
        }
    } catch (const fs::filesystem_error& problem) {
        throw Error("not_writable", problem.code().message() + ". Is the file open in another program?",
                    target_.string());
    }
}

}  // namespace liangdi::exchange
