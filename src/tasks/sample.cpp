#include "tasks/sample.hpp"

#include "geo/error.hpp"
#include "sample/write.hpp"

namespace liangdi::tasks {

namespace fs = std::filesystem;

void sample(const SampleParams& params, land::Progress& progress) {
    if (fs::exists(params.folder) && !(fs::is_directory(params.folder) && fs::is_empty(params.folder))) {
        throw Error("exists", "the folder is not empty; name a new one", params.folder.string());
    }
    sample::SampleParams town;
    town.seed = params.seed;
    town.scale = params.scale;
    town.mess = params.mess;
    sample::write(town, params.folder, progress);
}

}  // namespace liangdi::tasks
