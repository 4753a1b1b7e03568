#pragma once

#include <QString>
#include <string>

#include "land/area.hpp"
#include "land/words.hpp"
#include "tasks/past.hpp"
#include "tasks/table_page.hpp"

/// The window's words for what the town file names in English.
namespace liangdi::gui {

bool speaks_chinese();
/// The one in which what leaves the window, a ledger or a sheet, is written at first.
inline land::Language spoken_language() {
    return speaks_chinese() ? land::Language::zh : land::Language::en;
}
QString in_window_language(const tasks::Caption& caption);
QString layer_caption(const std::string& layer);                             ///< "building" -> 楼栋
QString table_caption(const std::string& table);                             ///< "parcel" -> 地块
QString column_caption(const std::string& column);                           ///< "floors" -> 层数
QString value_caption(const std::string& column, const std::string& value);  ///< "use_status", "idle" -> 闲置
QString sealed_caption(const std::string& field);                            ///< "phone" -> 联系电话
QString relation_caption(const std::string& code);                           ///< GB/T 4761: "02" -> 户主
QString found_caption(const std::string& kind);                              ///< "certificate" -> 权证
QString note_caption(const std::string& note);                               ///< of tasks::FindResult
QString unit_caption(const std::string& unit);                               ///< "mu" -> 亩
QString area_caption(std::int64_t hundredths, const std::string& unit);      ///< "4.15 亩"
QString parcel_caption(const std::string& kind,
                       const std::string& code);  ///< 承包地 00206: the last five digits

/// What a history entry did, in words: "import 住户.xlsx" -> 导入 住户.xlsx.
QString history_caption(const store::HistoryEntry& entry);
QString why_caption(const std::string& why);
QString local_time(const std::string& utc_iso, const QString& format);

QString grouped(double value, int decimals);  ///< 2950233.907 -> "2 950 233.907"
inline QString q(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace liangdi::gui
