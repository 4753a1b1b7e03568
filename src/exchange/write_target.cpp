#include "exchange/write_target.hpp"

#include <fcntl.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <vector>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;

WriteTarget::WriteTarget(const fs::path& target, Old old, bool is_folder)
    : target_(fs::absolute(target)), is_folder_(is_folder) {
    if (fs::exists(target_) && fs::is_directory(target_) != is_folder)
        throw Error("not_writable",
                    is_folder ? "this is a file, not a folder" : "this is a folder, not a file",
                    target.string());
    std::string pattern = (target_.parent_path() / ".liangdi-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw Error("not_writable", "the folder does not exist or may not be written to",
                    target_.parent_path().string());
    folder_ = pattern;
    if (old == Old::copied && fs::exists(target_)) {
        std::error_code problem;
        fs::copy(target_, working_file(), fs::copy_options::recursive, problem);
        if (problem) {
            std::error_code ignored;
            fs::remove_all(folder_, ignored);
            throw Error("not_writable", "the file cannot be copied: " + problem.message(), target.string());
        }
    }
}

WriteTarget::~WriteTarget() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

/// The two folders change places in one step where the file system can do that.
void WriteTarget::publish_folder() {
    std::error_code problem;
    if (fs::exists(target_)) {
        if (renameat2(AT_FDCWD, working_file().c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0)
            return;  // the old one goes with the working folder
        fs::rename(target_, folder_ / "old", problem);
    }
    if (!problem) fs::rename(working_file(), target_, problem);
    if (problem)
        throw Error("not_writable", problem.message() + ". Is the file open in another program?",
                    target_.string());
}

void WriteTarget::publish() {
    if (is_folder_) return publish_folder();
    std::set<fs::path> side_files;
    try {
        for (const auto& entry : fs::directory_iterator(folder_))
            if (entry.path().filename() != target_.filename()) side_files.insert(entry.path().filename());
        for (const fs::path& name : side_files) fs::rename(folder_ / name, target_.parent_path() / name);
        fs::rename(working_file(), target_);
        static const std::map<std::string, std::vector<const char*>> sides{
            {".shp", {".cpg", ".prj", ".sbn", ".sbx", ".qix", ".qpj", ".shp.xml"}},
            {".tab", {".map", ".id", ".ind"}},
            {".gml", {".xsd", ".gfs"}}};
        const auto known = sides.find(target_.extension().string());
        if (known == sides.end()) return;
        for (const char* side : known->second) {
            const fs::path old = fs::path(target_).replace_extension(side);
            if (!side_files.contains(old.filename())) fs::remove(old);
        }
    } catch (const fs::filesystem_error& problem) {
        throw Error("not_writable", problem.code().message() + ". Is the file open in another program?",
                    target_.string());
    }
}

}  // namespace liangdi::exchange
