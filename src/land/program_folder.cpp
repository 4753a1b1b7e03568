#include "land/program_folder.hpp"

namespace liangdi::land {

std::filesystem::path program_folder() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path() : program.parent_path();
}

}  // namespace liangdi::land
