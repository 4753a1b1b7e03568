#pragma once

#include <functional>

#include "exchange/crs_doctor.hpp"
#include "exchange/reader.hpp"
#include "exchange/source_sample.hpp"

namespace liangdi::exchange {

/// The frame in which a layer is imported. `accepted` is what a person said (unknown for nothing); it is
/// believed, with a warning where the coordinates speak against it. Without it the doctor must find the
/// file's own word sound: else Error{crs_missing, crs_contradictory, crs_not_cgcs2000, crs_shifted} with what
/// it looks like and how to accept that. `note` takes what does not stop the import.
SourceFrame import_frame(const Reader& reader, const SourceLayer& layer, const SourceSample& sample,
                         const SourceFrame& accepted, const TownPlace& place,
                         const std::function<void(land::Finding)>& note);

}  // namespace liangdi::exchange
