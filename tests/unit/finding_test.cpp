#include "land/finding.hpp"

#include "catch.hpp"

using namespace liangdi::land;

TEST_CASE("a finding is one line that says where, what and how to mend") {
    Finding finding;
    finding.source = "flats.xlsx";
    finding.row = 12;
    finding.field = "楼栋";
    finding.value = "B-9";
    finding.reason = "no such building";
    finding.mend = "Import the buildings first.";
    CHECK(to_line(finding) ==
          "flats.xlsx row 12, 楼栋 = 'B-9': no such building. Import the buildings first.");
}

TEST_CASE("a finding on a row of the town names table and id") {
    Finding finding;
    finding.table = "parcel";
    finding.id = 17;
    finding.reason = "two main rights";
    CHECK(to_line(finding) == "parcel 17: two main rights.");
    finding.reason = "a\nb";
    CHECK(to_line(finding) == "parcel 17: a b.");
    CHECK(to_line(Finding{}) == "");
}

TEST_CASE("severities have names") {
    CHECK(to_text(Severity::note) == "note");
    CHECK(to_text(Severity::warning) == "warning");
    CHECK(to_text(Severity::error) == "error");
}
