#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "land/check_rule.hpp"
#include "land/progress.hpp"
#include "store/snapshot.hpp"

namespace liangdi::store {

/// Where a rule is stopped that would run on for ever or fill the memory.
struct RuleLimits {
    std::int64_t steps = 3'000'000'000;  ///< of SQLite's virtual machine
    std::chrono::seconds time{300};
    std::int64_t memory_bytes = std::int64_t{768} << 20;  ///< SQLite's, above what it held before
    std::int64_t kept = 1000;                             ///< findings of one rule that are kept
};

struct RuleResult {
    std::vector<land::Finding> findings;  ///< reason: the rule's message; mend is left to the caller
    std::int64_t count = 0;               ///< of all, kept or not
};

/// Runs rules on one moment of a town, on a connection that only reads, with SpatiaLite's functions and under
/// a RuleGuard. For one thread. The snapshot must outlive it.
class RuleSession {
  public:
    explicit RuleSession(const Snapshot& town, const RuleLimits& limits = {});
    ~RuleSession();
    RuleSession(const RuleSession&) = delete;
    RuleSession& operator=(const RuleSession&) = delete;

    /// Whether SQLite takes the rule, without running it. Throws Error{bad_rule} with "file:line" where it is
    /// no single SELECT of five columns, is mistyped, or asks for what rules may not do.
    void compile(const land::CheckRule& rule);

    /// The parameter :date of the SQL is `date` (ISO). Throws Error{bad_rule} like compile, and where the
    /// rule is stopped by the limits or returns what is no finding; Cancelled.
    RuleResult run(const land::CheckRule& rule, const std::string& date, land::Progress& progress);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::store
