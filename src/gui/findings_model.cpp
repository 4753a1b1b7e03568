#include "gui/findings_model.hpp"

#include <QApplication>

#include "gui/captions.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

QString severity_caption(land::Severity severity) {
    switch (severity) {
        case land::Severity::error:
            return QStringLiteral("◆ ") + FindingsModel::tr("error");
        case land::Severity::warning:
            return QStringLiteral("▲ ") + FindingsModel::tr("warning");
        case land::Severity::note:
            break;
    }
    return QStringLiteral("● ") + FindingsModel::tr("note");
}

QColor severity_colour(land::Severity severity) {
    const Tokens& tokens = tokens_for(QApplication::palette());
    if (severity == land::Severity::error) return tokens.error;
    return severity == land::Severity::warning ? tokens.warn : tokens.muted;
}

void FindingsModel::show(tasks::CheckOutcome outcome, bool chinese) {
    beginResetModel();
    outcome_ = std::move(outcome);
    rule_captions_.clear();
    for (const auto& listed : outcome_.rules)
        rule_captions_["check." + listed.name] = q(chinese ? listed.caption_zh : listed.caption_en);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(outcome_.findings.size());
}
int FindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QString FindingsModel::text(const land::Finding& finding, int column) const {
    const auto known = rule_captions_.find(finding.rule);
    const QString caption = known == rule_captions_.end() ? q(finding.rule) : known->second;
    switch (column) {
        case severity:
            return severity_caption(finding.severity);
        case rule:
            return caption;
        case table:
            return finding.table.empty() ? q(finding.source) : table_caption(finding.table);
        case code:
            return q(finding.value);
        case message: {
            // The reason begins with the rule's caption and the row's code, which have columns of their own.
            QString reason = q(finding.reason);
            for (const QString& said : {caption, q(finding.value)}) {
                if (said.isEmpty() || !reason.startsWith(said)) continue;
                if (reason.size() > said.size() && reason[said.size()].isLetterOrNumber()) continue;
                reason = reason.mid(said.size());
                while (!reason.isEmpty() && QStringLiteral("：: /").contains(reason.front()))
                    reason.remove(0, 1);
            }
            return reason;
        }
        case mend:
            return q(finding.mend);
        default:
            return {};
    }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& finding = at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(finding, index.column());
    if (role == sort_role && index.column() == severity) return -static_cast<int>(finding.severity);
    if (role == sort_role) return text(finding, index.column());
    if (role == Qt::ForegroundRole && index.column() == severity) return severity_colour(finding.severity);
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    const QString heads[] = {tr("Level"), tr("Rule"),          tr("Table"),
                             tr("Code"),  tr("What is wrong"), tr("What to do")};
    return heads[section];
}

void FindingsFilter::set(land::Severity least, const QString& text) {
    least_ = least;
    text_ = text.trimmed();
    invalidateFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto& model = *static_cast<const FindingsModel*>(sourceModel());
    if (model.at(row).severity < least_) return false;
    if (text_.isEmpty()) return true;
    for (int column = 0; column < FindingsModel::column_count; ++column)
        if (model.index(row, column, parent).data().toString().contains(text_, Qt::CaseInsensitive))
            return true;
    return false;
}

bool FindingsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(FindingsModel::sort_role), b = right.data(FindingsModel::sort_role);
    if (left.column() == FindingsModel::severity) return a.toInt() < b.toInt();
    return QString::compare(a.toString(), b.toString()) < 0;
}

}  // namespace liangdi::gui
