// DESIGN §2: which layer may include which. The table here is the contract; CMake only links.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const std::map<std::string, Names>& arrows() {
    static const std::map<std::string, Names> table{
        {"geo", {"geo"}},
        {"land", {"land", "geo"}},
        {"store", {"store", "land", "geo"}},
        {"exchange", {"exchange", "land", "geo"}},
        {"render", {"render", "land", "geo"}},
        {"sample", {"sample", "exchange", "land", "geo"}},
        {"tasks", {"tasks", "store", "exchange", "render", "sample", "land", "geo"}},
        {"gui", {"gui", "tasks", "land", "geo", "render"}},  // render for drawing values only
        {"cli", {"cli", "tasks", "land", "geo"}},
        {"desktop", {"desktop", "gui", "tasks"}},
        {"plugins", {"plugins", "land", "geo"}},
    };
    return table;
}

struct Include {
    std::string text;  // as between the quotes or brackets
    bool quoted = false;
};

std::optional<Include> include_in(const std::string& line) {
    static const std::regex pattern(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    std::smatch match;
    if (!std::regex_search(line, match, pattern)) return {};
    return Include{match[2], match[1] == "\""};
}

bool is_qt(const std::string& header) {
    static const std::regex pattern(R"(^(Qt[A-Z]\w*/)?(Q[A-Z]\w*|Qt\w*|q[a-z]+\w*\.h|qt\w+\.h)$)");
    return std::regex_match(header, pattern) && header != "qpdf.h";
}

/// Whether Qt's own folders of the modules that render may use hold the header.
bool is_drawing_qt(const std::string& header, const fs::path& qt_include) {
    for (const char* module : {"QtCore", "QtGui", "QtSvg"}) {
        const std::string prefix = std::string(module) + "/";
        if (header.starts_with(prefix) || header == module) return true;
        if (header.find('/') == std::string::npos && fs::exists(qt_include / module / header)) return true;
    }
    return false;
}

/// Why the layer may not include this, or empty.
std::string objection(const std::string& layer, const Include& include) {
    const std::string first = include.text.substr(0, include.text.find('/'));
    if (include.text.find('/') != std::string::npos && arrows().contains(first) &&
        !arrows().at(layer).contains(first))
        return layer + " may not include " + first;
    if (is_qt(include.text)) {
        if (Names{"geo", "land", "store"}.contains(layer)) return layer + " knows no Qt";
#ifdef LIANGDI_QT_INCLUDE
        if (layer == "render" && !is_drawing_qt(include.text, LIANGDI_QT_INCLUDE))
            return "render uses QtCore, QtGui and QtSvg only";
#endif
    }
    return {};
}

std::vector<std::string> objections_in(const fs::path& root, const std::string& fixed_layer, int& files) {
    std::vector<std::string> out;
    if (!fs::exists(root)) return out;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const fs::path& file = entry.path();
        if (!Names{".hpp", ".cpp", ".h", ".c", ".cc"}.contains(file.extension().string())) continue;
        const fs::path relative = fs::relative(file, root);
        const std::string layer = fixed_layer.empty() ? relative.begin()->string() : fixed_layer;
        if (!arrows().contains(layer)) {
            out.push_back(relative.string() + ": " + layer + " is no layer");
            continue;
        }
        ++files;
        std::ifstream in(file);
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            const auto include = include_in(line);
            if (!include) continue;
            std::string why = objection(layer, *include);
            // Own headers are named from the root of src, so that the arrow can be seen.
            if (why.empty() && fixed_layer.empty() && include->quoted &&
                fs::exists(file.parent_path() / include->text) && !include->text.starts_with(layer + "/"))
                why = "own headers are included from the root of src";
            if (!why.empty())
                out.push_back(relative.string() + ":" + std::to_string(number) + ": " + include->text + ": " +
                              why);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("an include is seen in every spelling") {
    CHECK(include_in("#include \"geo/crs.hpp\"")->text == "geo/crs.hpp");
    CHECK(include_in("  # include <QWidget>  // why")->text == "QWidget");
    CHECK_FALSE(include_in("// #include \"geo/crs.hpp\""));
    CHECK_FALSE(include_in("int include;"));
}

TEST_CASE("forbidden arrows are found, allowed ones are not") {
    const auto allowed = [](const char* layer, const char* text) {
        return objection(layer, {text, true}).empty();
    };
    CHECK(allowed("geo", "geo/crs.hpp"));
    CHECK(allowed("geo", "sys/stat.h"));
    CHECK(allowed("tasks", "store/store.hpp"));
    CHECK(allowed("gui", "render/style.hpp"));
    CHECK(allowed("gui", "QWidget"));
    CHECK_FALSE(allowed("geo", "land/value.hpp"));
    CHECK_FALSE(allowed("land", "store/store.hpp"));
    CHECK_FALSE(allowed("store", "exchange/reader.hpp"));
    CHECK_FALSE(allowed("render", "store/store.hpp"));
    CHECK_FALSE(allowed("gui", "store/store.hpp"));
    CHECK_FALSE(allowed("cli", "store/store.hpp"));
    CHECK_FALSE(allowed("desktop", "render/style.hpp"));
    CHECK_FALSE(allowed("tasks", "gui/map_canvas.hpp"));
    for (const char* header : {"QString", "QtCore/QString", "qstring.h", "QtGlobal", "QtWidgets"}) {
        CHECK_FALSE(allowed("land", header));
        CHECK(allowed("gui", header));
    }
#ifdef LIANGDI_QT_INCLUDE
    CHECK(allowed("render", "QPainter"));
    CHECK(allowed("render", "QSvgRenderer"));
    CHECK(allowed("render", "QtCore/QString"));
    CHECK_FALSE(allowed("render", "QWidget"));
    CHECK_FALSE(allowed("render", "QtWidgets/QLabel"));
    CHECK_FALSE(allowed("render", "QPrinter"));
    CHECK_FALSE(allowed("render", "QApplication"));
#else
    WARN("skipped: without Qt's headers the modules that render uses cannot be told apart");
#endif
}

TEST_CASE("every include under src and plugins follows an arrow") {
    int files = 0;
    auto found = objections_in(fs::path(LIANGDI_SOURCE_DIR) / "src", "", files);
    const auto in_plugins = objections_in(fs::path(LIANGDI_SOURCE_DIR) / "plugins", "plugins", files);
    found.insert(found.end(), in_plugins.begin(), in_plugins.end());
    CHECK(files > 10);
    for (const std::string& line : found) FAIL_CHECK(line);
}
