#pragma once

#include <filesystem>
#include <string>

namespace liangdi::exchange {

/// A folder beside the target in which a file and its side files are written under their final names, and
/// from which they are moved over the old ones when all is well. Destroyed without `publish` it is gone.
class WriteTarget {
  public:
    enum class Old {
        replaced,  ///< what is there is replaced at publish
        copied     ///< what is there is copied into the folder, to be added to
    };
    /// `is_folder`: the format's "file" is a folder (a FileGDB).
    explicit WriteTarget(const std::filesystem::path& target, Old old = Old::replaced,
                         bool is_folder = false);
    ~WriteTarget();
    WriteTarget(const WriteTarget&) = delete;
    WriteTarget& operator=(const WriteTarget&) = delete;

    const std::filesystem::path& target() const { return target_; }
    std::filesystem::path working_file() const { return folder_ / target_.filename(); }
    /// Side files first, the main file last; side files of the old target that have no successor are removed
    /// (an old .cpg or .sbn beside a new .shp would lie). Throws Error{not_writable}.
    void publish();

  private:
    void publish_folder();
    std::filesystem::path target_, folder_;
    bool is_folder_ = false;
};

}  // namespace liangdi::exchange
