#include "exchange/export_report.hpp"

namespace liangdi::exchange {

void ExportReport::add(land::Finding finding) {
    constexpr std::size_t kept = 1000;
    ++findings_count;
    ++by_rule[finding.rule];
    if (findings.size() < kept) findings.push_back(std::move(finding));
}

void ExportReport::note(land::Severity severity, const std::string& rule, const std::string& table,
                        const std::string& field, const std::string& reason, const std::string& mend) {
    land::Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.table = table;
    finding.field = field;
    finding.reason = reason;
    finding.mend = mend;
    add(std::move(finding));
}

}  // namespace liangdi::exchange
