#pragma once

#include <cpl_string.h>

#include <filesystem>
#include <string>

#include "exchange/out_format.hpp"
#include "exchange/writer.hpp"

/// What GDAL's drivers are told when files, layers and cells are written.
namespace liangdi::exchange {

CPLStringList dataset_options(const OutFormat& format, const std::string& encoding);
CPLStringList layer_options(const OutFormat& format, const OutLayer& layer, const std::string& encoding,
                            const WriterOptions& options);

/// Why the format cannot hold this text (UTF-8) as it is, "" where it can.
std::string text_problem(const OutFormat& format, const std::string& text);

/// Throws Error where the existing file cannot take another layer without harm: Error{would_lose} for a
/// workbook made by another program, Error{busy} for a database that another program has open,
/// Error{not_writable} for a town file.
void check_can_be_added_to(const OutFormat& format, const std::filesystem::path& file);

}  // namespace liangdi::exchange
