#include "parcel_frame.hpp"

#include "common/text_fields.hpp"
#include "gk_frame.hpp"

namespace liangdi::plugins {

namespace {

std::string line_word(std::int64_t line) {
    return "line " + std::to_string(line);
}

std::string said(const HeaderItem& item) {
    return item.key + "=" + item.value + " (" + line_word(item.line) + ")";
}

void note(CoordinateEvidence::Seen& seen, std::int64_t line) {
    if (seen.rows++ == 0) seen.first_line = line;
}

class Deduction {
  public:
    Deduction(const std::vector<HeaderItem>& header, const CoordinateEvidence& evidence)
        : header_(header), evidence_(evidence) {}

    ParcelFrame run() {
        if (evidence_.rows == 0) return frame_;
        const bool east = evidence_.east_first.rows > evidence_.north_first.rows;
        if (east) frame_.order = AxisOrder::east_first;
        frame_.geographic = evidence_.geographic.rows * 2 > evidence_.rows;
        if (east && !frame_.geographic)
            warn("the columns are swapped: from " + line_word(evidence_.east_first.first_line) +
                 " on the easting stands before the northing; read accordingly");
        if (frame_.geographic)
            geographic();
        else if (evidence_.unclear.rows * 2 > evidence_.rows)
            warn("the coordinates (first at " + line_word(evidence_.unclear.first_line) +
                 ") are not those of a Gauss-Krüger zone in China; no coordinate system is assigned");
        else
            projected();
        return frame_;
    }

  private:
    void warn(std::string text) { frame_.remarks.push_back({false, std::move(text)}); }
    void contradict(std::string text) {
        frame_.remarks.push_back({true, std::move(text) + "; no coordinate system is assigned"});
        contradicted_ = true;
    }

    /// The datum that the header names; says so where it names none.
    std::optional<Datum> datum() {
        const auto* item = find_item(header_, {"坐标系", "坐标系统", "坐标系名称"});
        if (!item || item->value.empty()) {
            warn("the header names no 坐标系; no coordinate system is assigned");
            return {};
        }
        const auto found = datum_of(item->value);
        if (!found) warn(said(*item) + " is no known system; no coordinate system is assigned");
        return found;
    }

    int declared_degree() {
        const auto* item = find_item(header_, {"几度分带", "分带", "分带方式"});
        if (!item || item->value.empty()) return 0;
        int degree = first_integer(item->value).value_or(0);
        if (item->value.starts_with("三")) degree = 3;
        if (item->value.starts_with("六")) degree = 6;
        if (degree == 3 || degree == 6) {
            degree_item_ = item;
            return degree;
        }
        warn(said(*item) + " is neither 3 nor 6");
        return 0;
    }

    int declared_zone(int degree) {
        const auto* item = find_item(header_, {"带号", "中央子午线", "中央经线"});
        if (!item || item->value.empty()) return 0;
        zone_item_ = item;
        int zone = first_integer(item->value).value_or(0);
        // Some offices put the central meridian here.
        if (zone >= 75 && zone <= 135 && zone % 3 == 0) {
            if (item->key == "带号") warn(said(*item) + " is a central meridian, not a zone; read as one");
            const bool six = degree == 6 && zone % 6 == 3;
            zone = six ? (zone + 3) / 6 : zone / 3;
        }
        if (degree_of_zone(zone) == 0) {
            contradict(said(*item) + " is no zone of China (13 to 23, 25 to 45)");
            return 0;
        }
        return zone;
    }

    void geographic() {
        const auto* zone = find_item(header_, {"带号"});
        if (zone && first_integer(zone->value))
            contradict(said(*zone) + " promises metres in a zone, but the coordinates (first at " +
                       line_word(evidence_.geographic.first_line) + ") are degrees");
        if (const auto found = datum(); found && !contradicted_) frame_.epsg = epsg_of_geographic(*found);
    }

    void check_headers_agree() {
        for (const char* key : {"带号", "坐标系", "几度分带"}) {
            const HeaderItem* first = nullptr;
            for (const auto& item : header_) {
                if (item.key != key) continue;
                if (first && item.value != first->value) contradict(said(*first) + " but also " + said(item));
                if (!first) first = &item;
            }
        }
    }

    void projected() {
        check_headers_agree();
        auto main = evidence_.prefixes.begin();
        for (auto it = main; it != evidence_.prefixes.end(); ++it)
            if (it->second.rows > main->second.rows) main = it;
        const int prefix = main->first;
        const int degree = declared_degree();
        const int zone = declared_zone(degree);
        for (const auto& [other, seen] : evidence_.prefixes)
            if (other != prefix) foreign(other, seen, prefix, main->second.rows, zone);
        if (prefix && degree_of_zone(prefix) == 0)
            contradict("the eastings (" + line_word(main->second.first_line) + ") begin with " +
                       std::to_string(prefix) + ", which is no zone of China");
        else if (prefix && zone && zone != prefix)
            contradict(said(*zone_item_) + " but the eastings (first at " +
                       line_word(main->second.first_line) + ") begin with " + std::to_string(prefix));
        const int used = prefix ? prefix : zone;
        if (used && degree && degree_of_zone(used) && degree_of_zone(used) != degree)
            contradict(said(*degree_item_) + " but zone " + std::to_string(used) + " is one of " +
                       std::to_string(degree_of_zone(used)) + " degrees");
        const auto found = datum();
        if (!used && !contradicted_)
            warn("neither the header nor the eastings name the zone; no coordinate system is assigned");
        if (found && used && !contradicted_)
            frame_.epsg = epsg_of({*found, degree_of_zone(used), used, prefix != 0});
    }

    /// Eastings of another zone than most: few are named, many make the file contradict itself.
    void foreign(int other, const CoordinateEvidence::Seen& seen, int prefix, std::int64_t main_rows,
                 int zone) {
        const auto name = [](int p) { return p ? "zone " + std::to_string(p) : std::string("no zone"); };
        const std::string words = std::to_string(seen.rows) + " eastings (first at " +
                                  line_word(seen.first_line) + ") carry " + name(other) + ", most others " +
                                  name(prefix);
        const bool few = seen.rows * 10 <= main_rows && (zone == prefix || !prefix);
        if (few)
            warn(words);
        else
            contradict(words);
    }

    const std::vector<HeaderItem>& header_;
    const CoordinateEvidence& evidence_;
    const HeaderItem* zone_item_ = nullptr;
    const HeaderItem* degree_item_ = nullptr;
    bool contradicted_ = false;
    ParcelFrame frame_;
};

}  // namespace

void CoordinateEvidence::add(double first, double second, std::int64_t line) {
    ++rows;
    const AxisOrder order = axis_order(first, second);
    if (order == AxisOrder::unclear) {
        note(unclear, line);
        return;
    }
    const bool north = order == AxisOrder::north_first;
    note(north ? north_first : east_first, line);
    if (looks_geographic(first, second))
        note(geographic, line);
    else
        note(prefixes[zone_prefix(north ? second : first)], line);
}

ParcelFrame deduce_frame(const std::vector<HeaderItem>& header, const CoordinateEvidence& evidence) {
    return Deduction(header, evidence).run();
}

}  // namespace liangdi::plugins
