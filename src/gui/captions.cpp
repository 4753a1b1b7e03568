#include "gui/captions.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <map>

namespace liangdi::gui {

namespace {

using Words = std::map<std::string, const char*, std::less<>>;

const Words layers{
    {"community", QT_TRANSLATE_NOOP("Layer", "Communities")},
    {"grid", QT_TRANSLATE_NOOP("Layer", "Grids")},
    {"grid_tint", QT_TRANSLATE_NOOP("Layer", "Grid tint")},
    {"building", QT_TRANSLATE_NOOP("Layer", "Buildings")},
    {"entrance", QT_TRANSLATE_NOOP("Layer", "Entrances")},
    {"facility", QT_TRANSLATE_NOOP("Layer", "Facilities")},
    {"street", QT_TRANSLATE_NOOP("Layer", "Streets")},
    {"barrier", QT_TRANSLATE_NOOP("Layer", "Rivers, walls")},
    {"village", QT_TRANSLATE_NOOP("Layer", "Village groups")},
    {"homestead", QT_TRANSLATE_NOOP("Layer", "Homesteads")},
    {"woodland", QT_TRANSLATE_NOOP("Layer", "Woodland")},
    {"farmland", QT_TRANSLATE_NOOP("Layer", "Farmland")},
    {"land_status", QT_TRANSLATE_NOOP("Layer", "Use of land")},
    {"boundary_point", QT_TRANSLATE_NOOP("Layer", "Boundary points")},
    {"restriction", QT_TRANSLATE_NOOP("Layer", "Restrictions")},
};

const Words found_kinds{
    {"household", QT_TRANSLATE_NOOP("Found", "Households")},
    {"person", QT_TRANSLATE_NOOP("Found", "People")},
    {"contract_household", QT_TRANSLATE_NOOP("Found", "Contract households")},
    {"flat", QT_TRANSLATE_NOOP("Found", "Flats")},
    {"building", QT_TRANSLATE_NOOP("Found", "Buildings")},
    {"village", QT_TRANSLATE_NOOP("Found", "Village groups")},
    {"parcel", QT_TRANSLATE_NOOP("Found", "Parcels")},
    {"certificate", QT_TRANSLATE_NOOP("Found", "Certificates")},
    {"contract", QT_TRANSLATE_NOOP("Found", "Contracts")},
    {"cooperative", QT_TRANSLATE_NOOP("Found", "Cooperatives")},
    {"organisation", QT_TRANSLATE_NOOP("Found", "Companies and collectives")},
    {"officer", QT_TRANSLATE_NOOP("Found", "Officers")},
    {"facility", QT_TRANSLATE_NOOP("Found", "Facilities")},
    {"business", QT_TRANSLATE_NOOP("Found", "Shops and stalls")},
    {"community", QT_TRANSLATE_NOOP("Found", "Communities")},
    {"grid", QT_TRANSLATE_NOOP("Found", "Grids")},
    {"street", QT_TRANSLATE_NOOP("Found", "Streets")},
};

const Words found_notes{
    {"an identity number is looked up only while the personal records are unlocked",
     QT_TRANSLATE_NOOP("Found",
                       "An identity number is looked up only while the personal records are unlocked")},
};

const Words columns{
    {"registration", QT_TRANSLATE_NOOP("Column", "Registration no.")},
    {"contract_no", QT_TRANSLATE_NOOP("Column", "Contract no.")},
    {"certificate", QT_TRANSLATE_NOOP("Column", "Certificate")},
    {"unit_number", QT_TRANSLATE_NOOP("Column", "Unit number")},
    {"code", QT_TRANSLATE_NOOP("Column", "Code")},
    {"name", QT_TRANSLATE_NOOP("Column", "Name")},
    {"kind", QT_TRANSLATE_NOOP("Column", "Kind")},
    {"note", QT_TRANSLATE_NOOP("Column", "Note")},
    {"community", QT_TRANSLATE_NOOP("Column", "Community")},
    {"grid", QT_TRANSLATE_NOOP("Column", "Grid")},
    {"building", QT_TRANSLATE_NOOP("Column", "Building")},
    {"floors", QT_TRANSLATE_NOOP("Column", "Floors")},
    {"address", QT_TRANSLATE_NOOP("Column", "Address")},
    {"built_on", QT_TRANSLATE_NOOP("Column", "Built on")},
    {"width_m", QT_TRANSLATE_NOOP("Column", "Width (m)")},
    {"town", QT_TRANSLATE_NOOP("Column", "Town")},
    {"village", QT_TRANSLATE_NOOP("Column", "Village")},
    {"grp", QT_TRANSLATE_NOOP("Column", "Group")},
    {"land_class", QT_TRANSLATE_NOOP("Column", "Land class")},
    {"grade", QT_TRANSLATE_NOOP("Column", "Grade")},
    {"compartment", QT_TRANSLATE_NOOP("Column", "Forest compartment")},
    {"subcompartment", QT_TRANSLATE_NOOP("Column", "Subcompartment")},
    {"bound_east", QT_TRANSLATE_NOOP("Column", "Bounds east")},
    {"bound_south", QT_TRANSLATE_NOOP("Column", "Bounds south")},
    {"bound_west", QT_TRANSLATE_NOOP("Column", "Bounds west")},
    {"bound_north", QT_TRANSLATE_NOOP("Column", "Bounds north")},
    {"contract_from", QT_TRANSLATE_NOOP("Column", "Contract from")},
    {"contract_to", QT_TRANSLATE_NOOP("Column", "Contract to")},
    {"use_status", QT_TRANSLATE_NOOP("Column", "Use")},
    {"parcel", QT_TRANSLATE_NOOP("Column", "Parcel")},
    {"ring", QT_TRANSLATE_NOOP("Column", "Ring")},
    {"position", QT_TRANSLATE_NOOP("Column", "Position")},
    {"source", QT_TRANSLATE_NOOP("Column", "Source")},
    {"valid_from", QT_TRANSLATE_NOOP("Column", "In force from")},
    {"valid_to", QT_TRANSLATE_NOOP("Column", "In force to")},
};

const Words values{
    {"residential", QT_TRANSLATE_NOOP("Value", "Residential")},
    {"public", QT_TRANSLATE_NOOP("Value", "Public")},
    {"commercial", QT_TRANSLATE_NOOP("Value", "Commercial")},
    {"other", QT_TRANSLATE_NOOP("Value", "Other")},
    {"main", QT_TRANSLATE_NOOP("Value", "Main")},
    {"additional", QT_TRANSLATE_NOOP("Value", "Additional")},
    {"local", QT_TRANSLATE_NOOP("Value", "Local")},
    {"path", QT_TRANSLATE_NOOP("Value", "Path")},
    {"river", QT_TRANSLATE_NOOP("Value", "River")},
    {"wall", QT_TRANSLATE_NOOP("Value", "Wall")},
    {"railway", QT_TRANSLATE_NOOP("Value", "Railway")},
    {"bridge", QT_TRANSLATE_NOOP("Value", "Bridge")},
    {"gate", QT_TRANSLATE_NOOP("Value", "Gate")},
    {"homestead", QT_TRANSLATE_NOOP("Value", "Homestead")},
    {"woodland", QT_TRANSLATE_NOOP("Value", "Woodland")},
    {"farmland", QT_TRANSLATE_NOOP("Value", "Contracted farmland")},
    {"self_farmed", QT_TRANSLATE_NOOP("Value", "Self-farmed")},
    {"idle", QT_TRANSLATE_NOOP("Value", "Idle")},
    {"returned", QT_TRANSLATE_NOOP("Value", "Returned")},
    {"reclaimed", QT_TRANSLATE_NOOP("Value", "Reclaimed")},
    {"leased", QT_TRANSLATE_NOOP("Value", "Leased")},
    {"cooperative", QT_TRANSLATE_NOOP("Value", "In cooperative")},
    {"registered", QT_TRANSLATE_NOOP("Value", "Registered")},
    {"measured", QT_TRANSLATE_NOOP("Value", "Measured")},
    {"actual", QT_TRANSLATE_NOOP("Value", "Actual")},
    {"male", QT_TRANSLATE_NOOP("Value", "male")},
    {"female", QT_TRANSLATE_NOOP("Value", "female")},
    {"basic_farmland", QT_TRANSLATE_NOOP("Value", "Permanent basic farmland")},
    {"ecological_red_line", QT_TRANSLATE_NOOP("Value", "Ecological red line")},
    {"mortgage", QT_TRANSLATE_NOOP("Value", "Mortgage")},
    {"seizure", QT_TRANSLATE_NOOP("Value", "Seizure")},
    {"clinic", QT_TRANSLATE_NOOP("Value", "Clinic")},
    {"kindergarten", QT_TRANSLATE_NOOP("Value", "Kindergarten")},
    {"primary_school", QT_TRANSLATE_NOOP("Value", "Primary school")},
    {"middle_school", QT_TRANSLATE_NOOP("Value", "Middle school")},
    {"market", QT_TRANSLATE_NOOP("Value", "Market")},
    {"parking", QT_TRANSLATE_NOOP("Value", "Parking")},
    {"bus_stop", QT_TRANSLATE_NOOP("Value", "Bus stop")},
    {"service_centre", QT_TRANSLATE_NOOP("Value", "Service centre")},
    {"workshop", QT_TRANSLATE_NOOP("Value", "Workshop")},
    {"square", QT_TRANSLATE_NOOP("Value", "Square")},
    {"police", QT_TRANSLATE_NOOP("Value", "Police")},
    {"employed", QT_TRANSLATE_NOOP("Value", "Employed")},
    {"seeking", QT_TRANSLATE_NOOP("Value", "Seeking work")},
    {"away", QT_TRANSLATE_NOOP("Value", "Away")},
    {"special_post", QT_TRANSLATE_NOOP("Value", "Public-welfare post")},
    {"self_employed", QT_TRANSLATE_NOOP("Value", "Self-employed")},
    {"farming", QT_TRANSLATE_NOOP("Value", "Farming")},
    {"ordinary", QT_TRANSLATE_NOOP("Value", "Ordinary")},
    {"ground_floor", QT_TRANSLATE_NOOP("Value", "Ground floor")},
    {"standing", QT_TRANSLATE_NOOP("Value", "Standing")},
    {"demolished", QT_TRANSLATE_NOOP("Value", "Demolished")},
    {"returned_to_farmland", QT_TRANSLATE_NOOP("Value", "Returned to farmland")},
    {"ownership", QT_TRANSLATE_NOOP("Value", "Ownership")},
    {"qualification", QT_TRANSLATE_NOOP("Value", "Qualification")},
    {"contract", QT_TRANSLATE_NOOP("Value", "Contract")},
    {"operation", QT_TRANSLATE_NOOP("Value", "Operation")},
    {"use", QT_TRANSLATE_NOOP("Value", "Use")},
    {"lease", QT_TRANSLATE_NOOP("Value", "Lease")},
    {"share", QT_TRANSLATE_NOOP("Value", "Share")},
    {"reclaim", QT_TRANSLATE_NOOP("Value", "Reclamation")},
    {"lodging", QT_TRANSLATE_NOOP("Value", "Lodging")},
    {"transfer", QT_TRANSLATE_NOOP("Value", "Transfer")},
    {"m2", QT_TRANSLATE_NOOP("Value", "m²")},
    {"mu", QT_TRANSLATE_NOOP("Value", "mu")},
    {"farms", QT_TRANSLATE_NOOP("Value", "Farms")},
    {"land", QT_TRANSLATE_NOOP("Value", "Land")},
    {"labour", QT_TRANSLATE_NOOP("Value", "Labour")},
    {"capital", QT_TRANSLATE_NOOP("Value", "Capital")},
    {"grid", QT_TRANSLATE_NOOP("Value", "Grid")},
    {"block", QT_TRANSLATE_NOOP("Value", "Block")},
    {"draft", QT_TRANSLATE_NOOP("Value", "Draft")},
    {"adopted", QT_TRANSLATE_NOOP("Value", "Adopted")},
    {"rejected", QT_TRANSLATE_NOOP("Value", "Rejected")},
    {"superseded", QT_TRANSLATE_NOOP("Value", "Superseded")},
    {"yes", QT_TRANSLATE_NOOP("Value", "Yes")},
    {"no", QT_TRANSLATE_NOOP("Value", "No")},
    {"open", QT_TRANSLATE_NOOP("Value", "Open")},
    {"accepted", QT_TRANSLATE_NOOP("Value", "Accepted")},
    {"refused", QT_TRANSLATE_NOOP("Value", "Refused")},
    {"withdrawn", QT_TRANSLATE_NOOP("Value", "Withdrawn")},
    {"contact_leader", QT_TRANSLATE_NOOP("Value", "Contact leader")},
    {"cadre", QT_TRANSLATE_NOOP("Value", "Cadre")},
    {"grid_worker", QT_TRANSLATE_NOOP("Value", "Grid worker")},
    {"building_head", QT_TRANSLATE_NOOP("Value", "Building head")},
    {"party_member", QT_TRANSLATE_NOOP("Value", "Party member")},
    {"delegate", QT_TRANSLATE_NOOP("Value", "Delegate")},
    {"county_office", QT_TRANSLATE_NOOP("Value", "County office")},
    {"origin_town", QT_TRANSLATE_NOOP("Value", "Town of origin")},
    {"origin_village", QT_TRANSLATE_NOOP("Value", "Village of origin")},
    {"helping_officer", QT_TRANSLATE_NOOP("Value", "Helping officer")},
    {"rent", QT_TRANSLATE_NOOP("Value", "Rent")},
    {"dividend", QT_TRANSLATE_NOOP("Value", "Dividend")},
    {"wage", QT_TRANSLATE_NOOP("Value", "Wage")},
    {"compensation", QT_TRANSLATE_NOOP("Value", "Compensation")},
    {"household", QT_TRANSLATE_NOOP("Value", "Household")},
    {"contract_household", QT_TRANSLATE_NOOP("Value", "Contract household")},
    {"person", QT_TRANSLATE_NOOP("Value", "Person")},
    {"collective", QT_TRANSLATE_NOOP("Value", "Collective")},
    {"company", QT_TRANSLATE_NOOP("Value", "Company")},
    {"primary", QT_TRANSLATE_NOOP("Value", "Primary")},
    {"middle", QT_TRANSLATE_NOOP("Value", "Middle")},
    {"high", QT_TRANSLATE_NOOP("Value", "High")},
    {"shop", QT_TRANSLATE_NOOP("Value", "Shop")},
    {"restaurant", QT_TRANSLATE_NOOP("Value", "Restaurant")},
    {"stall", QT_TRANSLATE_NOOP("Value", "Stall")},
};

/// Short, for the narrow column of the card.
const Words parcel_kinds{
    {"homestead", QT_TRANSLATE_NOOP("ParcelKind", "Home")},
    {"woodland", QT_TRANSLATE_NOOP("ParcelKind", "Wood")},
    {"farmland", QT_TRANSLATE_NOOP("ParcelKind", "Farm")},
};

const Words relations{
    {"01", QT_TRANSLATE_NOOP("Relation", "head")},          {"02", QT_TRANSLATE_NOOP("Relation", "head")},
    {"10", QT_TRANSLATE_NOOP("Relation", "spouse")},        {"11", QT_TRANSLATE_NOOP("Relation", "husband")},
    {"12", QT_TRANSLATE_NOOP("Relation", "wife")},          {"20", QT_TRANSLATE_NOOP("Relation", "son")},
    {"30", QT_TRANSLATE_NOOP("Relation", "daughter")},      {"41", QT_TRANSLATE_NOOP("Relation", "grandson")},
    {"42", QT_TRANSLATE_NOOP("Relation", "granddaughter")}, {"51", QT_TRANSLATE_NOOP("Relation", "father")},
    {"52", QT_TRANSLATE_NOOP("Relation", "mother")},        {"70", QT_TRANSLATE_NOOP("Relation", "sibling")},
    {"97", QT_TRANSLATE_NOOP("Relation", "other")},
};

const Words land_classes{
    {"0101", QT_TRANSLATE_NOOP("LandClass", "Paddy")},
    {"0102", QT_TRANSLATE_NOOP("LandClass", "Irrigated land")},
    {"0103", QT_TRANSLATE_NOOP("LandClass", "Dry land")},
    {"0201", QT_TRANSLATE_NOOP("LandClass", "Orchard")},
    {"0202", QT_TRANSLATE_NOOP("LandClass", "Tea garden")},
    {"0204", QT_TRANSLATE_NOOP("LandClass", "Other orchard")},
    {"0301", QT_TRANSLATE_NOOP("LandClass", "Forest")},
    {"0305", QT_TRANSLATE_NOOP("LandClass", "Shrub")},
    {"0307", QT_TRANSLATE_NOOP("LandClass", "Other woodland")},
    {"0404", QT_TRANSLATE_NOOP("LandClass", "Grass")},
    {"0702", QT_TRANSLATE_NOOP("LandClass", "Homestead")},
};

QString word(const Words& words, const char* context, const std::string& key) {
    const auto found = words.find(key);
    return found == words.end() ? q(key) : QCoreApplication::translate(context, found->second);
}

}  // namespace

bool speaks_chinese() {
    return QLocale().language() == QLocale::Chinese;
}
QString in_window_language(const tasks::Caption& caption) {
    return q(speaks_chinese() ? caption.zh : caption.en);
}
QString table_caption(const std::string& table) {
    return in_window_language(tasks::table_caption(table));
}
QString layer_caption(const std::string& layer) {
    return word(layers, "Layer", layer);
}
QString found_caption(const std::string& kind) {
    return word(found_kinds, "Found", kind);
}
QString note_caption(const std::string& note) {
    return word(found_notes, "Found", note);
}
QString column_caption(const std::string& column) {
    return word(columns, "Column", column);
}
QString sealed_caption(const std::string& field) {
    const auto say = [](const char* words) { return QCoreApplication::translate("Sealed", words); };
    if (field == "id_number") return say(QT_TRANSLATE_NOOP("Sealed", "Identity number"));
    if (field == "phone") return say(QT_TRANSLATE_NOOP("Sealed", "Phone"));
    if (field == "bank") return say(QT_TRANSLATE_NOOP("Sealed", "Bank account"));
    if (field == "health") return say(QT_TRANSLATE_NOOP("Sealed", "Health"));
    if (field == "birth_day") return say(QT_TRANSLATE_NOOP("Sealed", "Birthday"));
    if (field == "markings") return say(QT_TRANSLATE_NOOP("Sealed", "Groups"));
    if (field == "benefit.urban_allowance")
        return say(QT_TRANSLATE_NOOP("Sealed", "Urban allowance, persons"));
    if (field.starts_with("benefit."))
        return say(QT_TRANSLATE_NOOP("Sealed", "Benefit %1, persons")).arg(q(field.substr(8)));
    return q(field);
}
QString relation_caption(const std::string& code) {
    return word(relations, "Relation", code);
}

QString value_caption(const std::string& column, const std::string& value) {
    if (column == "land_class" && land_classes.contains(value))
        return q(value) + " " + word(land_classes, "LandClass", value);
    // Columns whose values are words of the town file, each from a short list.
    for (const char* listed :
         {"kind", "use_status", "sex", "status", "state", "role", "unit", "allocation", "stage", "answer"})
        if (column == listed) return word(values, "Value", value);
    return q(value);
}

QString unit_caption(const std::string& unit) {
    if (unit == "mu") return QCoreApplication::translate("Unit", "mu");
    return unit == "m2" ? QStringLiteral("m²") : q(unit);
}

QString area_caption(std::int64_t hundredths, const std::string& unit) {
    return q(land::format_hundredths(hundredths)) + " " + unit_caption(unit);
}

QString parcel_caption(const std::string& kind, const std::string& code) {
    const QString short_code = code.size() > 5 ? q(code.substr(code.size() - 5)) : q(code);
    return QStringLiteral("%1 %2").arg(word(parcel_kinds, "ParcelKind", kind), short_code);
}

QString why_caption(const std::string& text) {
    const QString why = q(text);
    const auto match = [&why](const char* pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(why);
    };
    const auto say = [](const char* words) { return QCoreApplication::translate("History", words); };
    if (const auto m = match("^(undo|redo) (\\d+): (.*)$"); m.hasMatch()) {
        const char* form = m.captured(1) == "undo" ? QT_TRANSLATE_NOOP("History", "Undo: %1")
                                                   : QT_TRANSLATE_NOOP("History", "Redo: %1");
        return say(form).arg(why_caption(m.captured(3).toStdString()));
    }
    if (const auto m = match("^edit ([a-z_]*) (.*): ([a-z_]*)$"); m.hasMatch()) {
        const std::string table = m.captured(1).toStdString();
        return say(QT_TRANSLATE_NOOP("History", "%1 %2: %3 typed over"))
            .arg(table_caption(table), m.captured(2),
                 in_window_language(tasks::column_caption(table, "party", m.captured(3).toStdString())));
    }
    if (const auto m = match("^import (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Import %1")).arg(m.captured(1));
    if (const auto m = match("^link (.*) with flat (.*) \\((.*)\\)$"); m.hasMatch()) {
        return say(QT_TRANSLATE_NOOP("History", "Link household %1 with flat %2 (%3)"))
            .arg(m.captured(1), m.captured(2), word(values, "Value", m.captured(3).toStdString()));
    }
    if (const auto m = match("^link (.*) with parcel (.*), share (.*)$"); m.hasMatch()) {
        return say(QT_TRANSLATE_NOOP("History", "Link household %1 with parcel %2, share %3"))
            .arg(m.captured(1), m.captured(2), m.captured(3));
    }
    if (const auto m = match("^unlink (.*) from flat (.*)$"); m.hasMatch()) {
        return say(QT_TRANSLATE_NOOP("History", "Unlink household %1 from flat %2"))
            .arg(m.captured(1), m.captured(2));
    }
    if (const auto m = match("^unlink (.*) from parcel (.*)$"); m.hasMatch()) {
        return say(QT_TRANSLATE_NOOP("History", "Unlink household %1 from parcel %2"))
            .arg(m.captured(1), m.captured(2));
    }
    if (const auto m = match("^link (\\d+) lines of (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Link %1 lines of %2")).arg(m.captured(1), m.captured(2));
    if (why == "load: settings") return say(QT_TRANSLATE_NOOP("History", "Load: settings of the town"));
    if (why == "load stopped") return say(QT_TRANSLATE_NOOP("History", "Load stopped and taken back"));
    if (why == "sealed records under a new key")
        return say(QT_TRANSLATE_NOOP("History", "Sealed records under a new key"));
    return why;
}

namespace {
QString access_caption(const QString& why) {
    const auto say = [](const char* words) { return QCoreApplication::translate("History", words); };
    const auto match = [&why](const char* pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(why);
    };
    if (const auto m = match("^unlock: (.*)$"); m.hasMatch()) {
        const QString reason = m.captured(1) == QStringLiteral("load")
                                   ? say(QT_TRANSLATE_NOOP("History", "to load"))
                                   : m.captured(1);
        return say(QT_TRANSLATE_NOOP("History", "Sealed records opened: %1")).arg(reason);
    }
    if (const auto m = match("^unlock with the recovery key: (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Sealed records opened with the recovery key: %1"))
            .arg(m.captured(1));
    if (const auto m = match("^unlock with the key of ([^:]*): (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Sealed records opened with the passphrase of %1: %2"))
            .arg(m.captured(1), m.captured(2));
    if (const auto m = match("^shown unmasked, all personal values of ([^:]*): (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Personal values of %1 seen in full: %2"))
            .arg(m.captured(1), m.captured(2));
    if (const auto m = match("^ledger of allowance by name: (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "Allowance ledger by name: %1")).arg(m.captured(1));
    if (const auto m = match("^keys, passphrase of (.*) (set|removed): (.*)$"); m.hasMatch()) {
        const char* form = m.captured(2) == QStringLiteral("set")
                               ? QT_TRANSLATE_NOOP("History", "Passphrase of %1 set: %2")
                               : QT_TRANSLATE_NOOP("History", "Passphrase of %1 removed: %2");
        return say(form).arg(m.captured(1), m.captured(3));
    }
    if (const auto m = match("^keys, new recovery key: (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "New recovery key: %1")).arg(m.captured(1));
    if (const auto m = match("^keys, new data key, [^:]*: (.*)$"); m.hasMatch())
        return say(QT_TRANSLATE_NOOP("History", "New data key: %1")).arg(m.captured(1));
    return why;
}
}  // namespace

QString history_caption(const store::HistoryEntry& entry) {
    if (entry.kind == "access") return access_caption(q(entry.why));
    return why_caption(entry.why);
}

QString local_time(const std::string& utc_iso, const QString& format) {
    QDateTime at = QDateTime::fromString(q(utc_iso), Qt::ISODateWithMs);
    if (!at.isValid()) return q(utc_iso);
    at.setTimeSpec(Qt::UTC);
    return at.toLocalTime().toString(format);
}

QString grouped(double value, int decimals) {
    // A thin space groups digits in both languages; a comma would read as a decimal sign in some.
    QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(value, 'f', decimals).replace(',', QChar(0x2009));
}

}  // namespace liangdi::gui
