#pragma once

#include <string>
#include <vector>

namespace liangdi::land {

/// A table as people read it: cells are finished text, so that a page, a window and a test show the same.
struct TextTable {
    struct Column {
        std::string caption;
        bool right = false;  ///< figures
        double least = 0;    ///< at least that many characters wide: for what is written by hand
    };
    std::string heading;
    std::vector<Column> columns;  ///< all captions empty: no head
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> total;  ///< the last row; empty: none
    std::string closing = {};        ///< lines below all rows, to be signed; empty: none
};

}  // namespace liangdi::land
