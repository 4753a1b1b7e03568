#include "sample/source_tables.hpp"

namespace liangdi::sample {

using exchange::FieldType;

namespace {

const Words payment_kinds{{"rent", "租金"}, {"dividend", "分红"}, {"compensation", "补偿"}};
const Words house_states{{"standing", "未拆"}, {"demolished", "已拆"}, {"returned_to_farmland", "已复垦"}};

land::Value money(std::int64_t hundredths) {
    return hundredths == 0 ? land::Value{} : in_units(hundredths);
}

SourceTable payments(const SampleTown& town) {
    SourceTable t("付款.csv", "付款", "payment", {"agreement", "party", "kind", "due_on"});
    t.encoding = "GBK";
    t.code("合同编号", "agreement", "use_agreement.contract_no");
    t.code("收款方编码", "party", "party.code");
    t.words("付款类型", "kind", payment_kinds);
    t.hundredths("应付金额", "planned_hundredths");
    t.column("应付日期", "due_on");
    t.hundredths("实付金额", "paid_hundredths");
    t.column("实付日期", "paid_on");
    t.rows = town.payments.size();
    t.row = [&town](std::size_t i) {
        const Payment& p = town.payments[i];
        return SourceRowOut{{text(town.agreements[static_cast<std::size_t>(p.agreement)].contract_no),
                             p.household != none ? code_of(town.households, p.household)
                                                 : code_of(town.contract_households, p.contract_household),
                             office_word(payment_kinds, p.kind), in_units(p.planned_hundredths),
                             text(p.due_on), money(p.paid_hundredths), text(p.paid_on)},
                            {}};
    };
    return t;
}

SourceTable origin_houses(const SampleTown& town) {
    SourceTable t("迁出房屋.xlsx", "迁出房屋", "origin_house", {"parcel", "household"});
    t.code("宗地代码", "parcel", "parcel.code");
    t.code("户号", "household", "party.code");
    t.words("房屋状态", "state", house_states);
    t.hundredths("建筑面积", "area_hundredths");
    t.hundredths("补偿金额", "compensation_hundredths");
    t.column("状态日期", "state_on");
    t.rows = town.origin_houses.size();
    t.row = [&town](std::size_t i) {
        const OriginHouse& h = town.origin_houses[i];
        return SourceRowOut{{code_of(town.parcels, h.parcel), code_of(town.households, h.household),
                             office_word(house_states, h.state), in_units(h.area_hundredths),
                             money(h.compensation_hundredths), text(h.state_on)},
                            {}};
    };
    return t;
}

}  // namespace

std::vector<SourceTable> document_tables(const SampleTown& town) {
    SourceTable t("合同文件.csv", "合同文件", "document", {"name"});
    t.column("文件名", "name");
    t.column("文件类型", "media_type");
    t.column("备注", "note");
    t.rows = town.documents.size();
    t.row = [&town](std::size_t i) {
        const Document& d = town.documents[i];
        return SourceRowOut{{text(d.name), text(d.media_type), text(d.note)}, {}};
    };
    std::vector<SourceTable> out;
    out.push_back(std::move(t));
    return out;
}

std::vector<SourceTable> payment_tables(const SampleTown& town) {
    return {payments(town), origin_houses(town)};
}

}  // namespace liangdi::sample
