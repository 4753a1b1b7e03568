#pragma once

#include <map>
#include <vector>

#include "exchange/import_report.hpp"
#include "land/edit.hpp"
#include "land/register.hpp"

namespace liangdi::exchange {

/// New values over old ones; markings are united, "of" binds the record to its party.
land::SealedFields merged(const land::SealedFields& old, const land::SealedFields& added);

/// A party's sealed record as the town holds it.
struct SealedRecord {
    land::Value id;  ///< null where there is none
    land::Value body, blind;
    land::SealedFields fields;
};
SealedRecord sealed_record_of(land::Register& town, const land::Sealer& sealer, const land::Value& party);

enum class SealedOutcome { unchanged, added, changed };

/// Puts the change that brings `record` to `after` into `changes`, and into the report.
SealedOutcome seal_into(std::vector<land::Change>& changes, ImportReport& report, const land::Sealer& sealer,
                        const land::Value& party, const SealedRecord& record,
                        const land::SealedFields& after);

/// Several source rows of one party, kept until the source ends.
class SealedRows {
  public:
    /// Throws Refusal where the row contradicts an earlier row of the same source.
    void add(std::int64_t party, const std::string& code, const land::SealedFields& fields);
    bool empty() const { return order_.empty(); }
    /// All parties, in the order in which they came; counts their rows in the report.
    void flush(std::vector<land::Change>& changes, ImportReport& report, land::Register& town,
               const land::Sealer& sealer);

  private:
    struct Pending {
        land::SealedFields fields;
        std::int64_t rows = 0;
    };
    std::map<std::int64_t, Pending> pending_;
    std::vector<std::int64_t> order_;
};

}  // namespace liangdi::exchange
