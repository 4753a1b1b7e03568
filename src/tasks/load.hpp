#pragma once

#include "tasks/import_source.hpp"

namespace liangdi::tasks {

struct LoadParams {
    std::filesystem::path town, folder;  ///< folder: with a load.json
    std::string actor;
};

struct LoadOutcome {
    struct Source {
        std::string file;
        ImportOutcome import;
    };
    std::vector<Source> sources;
    std::string batch;
    bool created = false;
    std::string recovery_key;  ///< of a town made here; shown once
    std::int64_t findings() const;
};

/// A whole town from a folder of sources. Makes the town file where there is none. One history entry a
/// source, all of one batch. Where a source fails or the user cancels, those before it are taken back.
LoadOutcome load(const LoadParams& params, land::Progress& progress);

}  // namespace liangdi::tasks
