#include "gui/import_words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <map>

#include "gui/captions.hpp"

namespace liangdi::gui {

namespace {

/// Not named tr: lupdate would read the macro inside as its own call.
QString say(const char* words) {
    return QCoreApplication::translate("Import", words);
}

struct RuleWords {
    const char *what, *mend;
};
const std::map<std::string, RuleWords, std::less<>> rules{
    {"import.key_missing",
     {QT_TRANSLATE_NOOP("Import", "The row lacks the key by which it is known"),
      QT_TRANSLATE_NOOP("Import", "Fill it in the file")}},
    {"import.key_twice_in_source",
     {QT_TRANSLATE_NOOP("Import", "An earlier row of the file has the same key"),
      QT_TRANSLATE_NOOP("Import", "Leave one of the two rows in the file")}},
    {"import.key_twice_in_town",
     {QT_TRANSLATE_NOOP("Import", "Several rows of the town have this key"),
      QT_TRANSLATE_NOOP("Import", "Mend the code in the town first")}},
    {"import.code_not_found",
     {QT_TRANSLATE_NOOP("Import", "The town has no row of this code"),
      QT_TRANSLATE_NOOP("Import", "Import those rows first, or mend the code")}},
    {"import.code_found_twice",
     {QT_TRANSLATE_NOOP("Import", "Several rows of the town have this code"),
      QT_TRANSLATE_NOOP("Import", "Mend the code in the town first")}},
    {"import.code_form",
     {QT_TRANSLATE_NOOP("Import", "The code does not have the form of such codes"),
      QT_TRANSLATE_NOOP("Import", "Compare it with the original")}},
    {"import.id_number",
     {QT_TRANSLATE_NOOP("Import", "The identity number is not valid"),
      QT_TRANSLATE_NOOP("Import", "Compare it with the document")}},
    {"import.required_missing",
     {QT_TRANSLATE_NOOP("Import", "A value without which there is no row is empty"),
      QT_TRANSLATE_NOOP("Import", "Fill it in the file")}},
    {"import.not_allowed",
     {QT_TRANSLATE_NOOP("Import", "The value is none of those that are allowed here"),
      QT_TRANSLATE_NOOP("Import", "Mend the value in the file")}},
    {"import.value_not_listed",
     {QT_TRANSLATE_NOOP("Import", "The word is not in the list of known words"),
      QT_TRANSLATE_NOOP("Import", "Mend the word in the file")}},
    {"import.unreadable",
     {QT_TRANSLATE_NOOP("Import", "The value cannot be read as what it should be"),
      QT_TRANSLATE_NOOP("Import", "Mend the value in the file")}},
    {"import.row_unreadable",
     {QT_TRANSLATE_NOOP("Import", "The row cannot be read whole"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"import.number_damaged",
     {QT_TRANSLATE_NOOP("Import", "A spreadsheet has cut the number: what came after its 15th digit is lost"),
      QT_TRANSLATE_NOOP("Import", "Get it from the original; format the column as text first")}},
    {"import.sealed_left_out",
     {QT_TRANSLATE_NOOP("Import", "The records are locked: the personal values of this row are left out"),
      QT_TRANSLATE_NOOP("Import", "Unlock and check again")}},
    {"import.sealed_contradiction",
     {QT_TRANSLATE_NOOP("Import", "A personal value contradicts the one that is sealed already"),
      QT_TRANSLATE_NOOP("Import", "Find out which of the two is right")}},
    {"import.outside_crs",
     {QT_TRANSLATE_NOOP("Import", "The place lies outside of what the coordinate system is made for"),
      QT_TRANSLATE_NOOP("Import", "Look at the coordinate system in step 2")}},
    {"import.crs_overridden",
     {QT_TRANSLATE_NOOP("Import", "Another coordinate system than the file's was chosen"),
      QT_TRANSLATE_NOOP("Import", "Look at the map whether it lies right")}},
    {"import.crs_elsewhere",
     {QT_TRANSLATE_NOOP("Import", "In this coordinate system the file lies elsewhere"),
      QT_TRANSLATE_NOOP("Import", "Look at the coordinate system in step 2")}},
    {"import.control_points",
     {QT_TRANSLATE_NOOP("Import", "Fitted by control points"),
      QT_TRANSLATE_NOOP("Import", "Look at the point with the largest residual")}},
    {"import.geometry_unreadable",
     {QT_TRANSLATE_NOOP("Import", "The shape cannot be read"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for this shape")}},
    {"import.geometry_invalid",
     {QT_TRANSLATE_NOOP("Import", "The shape is not valid, and mending it would change its area"),
      QT_TRANSLATE_NOOP("Import", "Mend the shape in the program that drew it")}},
    {"import.geometry_kind",
     {QT_TRANSLATE_NOOP("Import", "The shape is of another kind than this table takes"),
      QT_TRANSLATE_NOOP("Import", "Look whether the file goes to the right table")}},
    {"import.geometry_repaired",
     {QT_TRANSLATE_NOOP("Import", "The shape was not valid and is mended; its area stays"),
      QT_TRANSLATE_NOOP("Import", "Look at the place on the map")}},
    {"import.closed_lines",
     {QT_TRANSLATE_NOOP("Import", "Closed lines are taken for the areas they bound"),
      QT_TRANSLATE_NOOP("Import", "Look at the map whether rings inside others should be holes")}},
    {"encoding.lie",
     {QT_TRANSLATE_NOOP("Import", "The file names another encoding than its text has"),
      QT_TRANSLATE_NOOP("Import", "Look whether the words read well in step 2")}},
    {"encoding.not_said",
     {QT_TRANSLATE_NOOP("Import", "The file does not name its encoding"),
      QT_TRANSLATE_NOOP("Import", "Look whether the words read well in step 2")}},
    {"encoding.bad_bytes",
     {QT_TRANSLATE_NOOP("Import", "Some text is not of this encoding; characters are lost"),
      QT_TRANSLATE_NOOP("Import", "Choose another encoding in step 2, or ask the sender for another copy")}},
    {"encoding.damaged_text",
     {QT_TRANSLATE_NOOP("Import", "Text is damaged in the file itself"),
      QT_TRANSLATE_NOOP("Import", "Choose another encoding in step 2, or ask the sender for another copy")}},
    {"encoding.damaged_name",
     {QT_TRANSLATE_NOOP("Import", "The name of a column is damaged in the file itself"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for another copy")}},
    {"encoding.taken_for_latin",
     {QT_TRANSLATE_NOOP("Import", "UTF-8 that another program took for Latin text and saved so"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a copy saved from the original")}},
    {"frame.small_offset",
     {QT_TRANSLATE_NOOP("Import", "The shapes lie a little beside those of the town"),
      QT_TRANSLATE_NOOP("Import", "Compare the two before you trust either")}},
    {"source.no_shx",
     {QT_TRANSLATE_NOOP("Import", "The .shx file is missing; the index was built anew"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for all files of the shapefile")}},
    {"source.no_dbf",
     {QT_TRANSLATE_NOOP("Import", "The .dbf file is missing: shapes without any attribute"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for all files of the shapefile")}},
    {"source.cut_line",
     {QT_TRANSLATE_NOOP("Import", "The file ends within a row"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"source.cut_short",
     {QT_TRANSLATE_NOOP("Import", "The file is cut short"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"source.rows_missing",
     {QT_TRANSLATE_NOOP("Import", "Fewer rows came out than the file promises"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"source.no_rows",
     {QT_TRANSLATE_NOOP("Import", "The file holds no rows"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"source.damaged",
     {QT_TRANSLATE_NOOP("Import", "The file is not sound"),
      QT_TRANSLATE_NOOP("Import", "Ask the sender for a complete copy")}},
    {"source.line",
     {QT_TRANSLATE_NOOP("Import", "A line of the file was left out or mended"),
      QT_TRANSLATE_NOOP("Import", "Look at this line in the file")}},
    {"source.columns_cut",
     {QT_TRANSLATE_NOOP("Import", "Only the first 2000 columns are read"),
      QT_TRANSLATE_NOOP("Import", "Save the sheet as CSV and import that")}},
    {"source.wrong_ending",
     {QT_TRANSLATE_NOOP("Import", "The file's ending is not what it is"),
      QT_TRANSLATE_NOOP("Import", "Nothing to do; it was read as what it is")}},
    {"source.archive_holds_more",
     {QT_TRANSLATE_NOOP("Import", "The archive holds more files, which are not read"),
      QT_TRANSLATE_NOOP("Import", "Unpack it and import the others by themselves")}},
};

const char* reading_words(exchange::ReadAs as) {
    using exchange::ReadAs;
    switch (as) {
        case ReadAs::integer:
            return QT_TRANSLATE_NOOP("Import", "whole number");
        case ReadAs::real:
            return QT_TRANSLATE_NOOP("Import", "number");
        case ReadAs::date:
            return QT_TRANSLATE_NOOP("Import", "date");
        case ReadAs::year:
            return QT_TRANSLATE_NOOP("Import", "year");
        case ReadAs::month_day:
            return QT_TRANSLATE_NOOP("Import", "month and day");
        case ReadAs::flag:
            return QT_TRANSLATE_NOOP("Import", "yes or no");
        case ReadAs::hundredths:
            return QT_TRANSLATE_NOOP("Import", "two decimals, as issued");
        case ReadAs::share:
            return QT_TRANSLATE_NOOP("Import", "share, as 1/3");
        case ReadAs::by_column:
        case ReadAs::text:
            break;
    }
    return QT_TRANSLATE_NOOP("Import", "text");
}

}  // namespace

QString crs_caption(const geo::Crs& crs) {
    QString name = q(crs.name());
    static const QRegularExpression meridian(QStringLiteral("(3|6)-degree Gauss-Kruger CM (\\d+)E")),
        zone(QStringLiteral("(3|6)-degree Gauss-Kruger zone (\\d+)"));
    if (const auto m = meridian.match(name); m.hasMatch())
        name.replace(
            m.captured(0),
            say(QT_TRANSLATE_NOOP("Import", "%1° zone, meridian %2°E")).arg(m.captured(1), m.captured(2)));
    if (const auto m = zone.match(name); m.hasMatch())
        name.replace(m.captured(0),
                     say(QT_TRANSLATE_NOOP("Import", "%1° zone %2")).arg(m.captured(1), m.captured(2)));
    return crs.epsg() == 0 ? name : QStringLiteral("%1 · EPSG:%2").arg(name).arg(crs.epsg());
}

QString encoding_caption(const std::string& encoding) {
    return encoding == "GB18030" ? QStringLiteral("GBK (GB18030)") : q(encoding);
}

QString distance_caption(double m) {
    if (m < 1000) return grouped(m, 0) + QStringLiteral(" m");
    return grouped(m / 1000, m < 100'000 ? 1 : 0) + QStringLiteral(" km");
}

QString format_caption(const std::string& driver) {
    return driver == "ESRI Shapefile" ? QStringLiteral("Shapefile") : q(driver);
}

QString frame_title(const tasks::FrameChoice& frame) {
    QString title = frame.fit     ? say(QT_TRANSLATE_NOOP("Import", "Control points"))
                    : frame.gcj02 ? say(QT_TRANSLATE_NOOP("Import", "GCJ-02, web maps of China"))
                                  : crs_caption(frame.known);
    if (frame.swapped) title += say(QT_TRANSLATE_NOOP("Import", ", X and Y exchanged"));
    return title;
}

QString frame_detail(const tasks::FrameChoice& frame) {
    using State = tasks::FrameChoice::State;
    if (frame.state == State::needs_points)
        return say(QT_TRANSLATE_NOOP(
            "Import", "There are no published parameters from here to the town: fit it by control points"));
    QString place;
    if (frame.away_m && *frame.away_m <= 0)
        place = say(QT_TRANSLATE_NOOP("Import", "Lies within the town"));
    else if (frame.away_m)
        place =
            say(QT_TRANSLATE_NOOP("Import", "Lies %1 from the town")).arg(distance_caption(*frame.away_m));
    else
        place = frame.state == State::here
                    ? say(QT_TRANSLATE_NOOP("Import", "Lies in the town's zone"))
                    : say(QT_TRANSLATE_NOOP("Import", "Lies outside of the town's zone"));
    if (frame.said) place = say(QT_TRANSLATE_NOOP("Import", "The file says so. %1")).arg(place);
    if (frame.fit)
        place += say(QT_TRANSLATE_NOOP("Import", "; %1 points, mean error %2 m"))
                     .arg(frame.fit->residuals.size())
                     .arg(frame.fit->rmse_m, 0, 'f', 3);
    return place;
}

QString target_caption(const tasks::ImportTarget& target) {
    if (!target.rule.seal.empty()) return sealed_caption(target.rule.seal);
    if (!target.row || !target.rule.to.ends_with("_hundredths")) return in_window_language(target.caption);
    QStringList words{table_caption(target.row->table)};
    for (const auto& cell : target.row->set)
        words << (cell.column == "unit" ? unit_caption(land::to_display(cell.value))
                                        : value_caption(cell.column, land::to_display(cell.value)));
    return words.join(QStringLiteral(" · "));
}

QString target_words(const tasks::ImportTarget& target) {
    if (!target.rule.seal.empty()) return say(QT_TRANSLATE_NOOP("Import", "sealed"));
    if (!target.rule.find.empty())
        return say(QT_TRANSLATE_NOOP("Import", "found by its code in: %1"))
            .arg(table_caption(target.rule.find.substr(0, target.rule.find.find('.'))));
    if (!target.rule.values.empty())
        return say(QT_TRANSLATE_NOOP("Import", "%1 known words")).arg(target.rule.values.size());
    QString words = say(reading_words(target.reads));
    if (target.row)
        for (const auto& cell : target.row->set)
            if (cell.column == "unit") words += " · " + unit_caption(land::to_display(cell.value));
    return words;
}

QString import_finding_caption(const land::Finding& finding) {
    const auto known = rules.find(finding.rule);
    return known == rules.end() ? q(finding.reason) : say(known->second.what);
}

QString import_mend_caption(const land::Finding& finding) {
    const auto known = rules.find(finding.rule);
    return known == rules.end() ? q(finding.mend) : say(known->second.mend);
}

}  // namespace liangdi::gui
