#pragma once

#include <string>
#include <vector>

#include "land/table_shape.hpp"
#include "land/value.hpp"
#include "store/database.hpp"

namespace liangdi::store {

/// A table's columns without the key, in the order in which its rows and changesets hold them.
struct RowLayout {
    enum class Holds { integer, real, text, blob };
    struct Column {
        std::string name;
        Holds holds = Holds::blob;  ///< as declared; a geometry is a blob
        land::Value otherwise;      ///< its default
        std::string references;     ///< table that it points to, empty where none
        bool geometry = false;
    };
    const land::TableShape* shape = nullptr;
    std::vector<Column> columns;
};

/// Of every table of the town, in the order of its shape, which must outlive them.
std::vector<RowLayout> row_layouts(const Database& db, const land::TownShape& shape);

}  // namespace liangdi::store
