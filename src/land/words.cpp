#include "land/words.hpp"

#include <algorithm>
#include <array>

namespace liangdi::land {

namespace {

struct Entry {
    std::string_view value, zh, en;
};

/// GB/T 4761, the codes that registers use most; the first digit alone says the rest.
constexpr std::array relations{Entry{"01", "本人", "self"},
                               Entry{"02", "户主", "head"},
                               Entry{"10", "配偶", "spouse"},
                               Entry{"11", "夫", "husband"},
                               Entry{"12", "妻", "wife"},
                               Entry{"20", "子", "son"},
                               Entry{"30", "女", "daughter"},
                               Entry{"41", "孙子", "grandson"},
                               Entry{"42", "孙女", "granddaughter"},
                               Entry{"51", "父", "father"},
                               Entry{"52", "母", "mother"},
                               Entry{"61", "祖父", "grandfather"},
                               Entry{"62", "祖母", "grandmother"},
                               Entry{"70", "兄弟姐妹", "sibling"},
                               Entry{"97", "其他亲属", "relative"},
                               Entry{"99", "非亲属", "not related"}};

constexpr std::array values{Entry{"male", "男", "male"},
                            Entry{"female", "女", "female"},
                            Entry{"residential", "住宅", "residential"},
                            Entry{"public", "公共", "public"},
                            Entry{"commercial", "商业", "commercial"},
                            Entry{"main", "主房", "main"},
                            Entry{"additional", "增配房", "additional"},
                            Entry{"ordinary", "普通分配", "ordinary"},
                            Entry{"ground_floor", "底层照顾", "ground floor"},
                            Entry{"homestead", "宅基地", "homestead"},
                            Entry{"woodland", "林地", "woodland"},
                            Entry{"farmland", "承包地", "farmland"},
                            Entry{"ownership", "所有权", "ownership"},
                            Entry{"qualification", "资格权", "qualification"},
                            Entry{"contract", "承包经营权", "contract"},
                            Entry{"operation", "经营权", "operation"},
                            Entry{"use", "使用权", "use"},
                            Entry{"self_farmed", "自种", "self-farmed"},
                            Entry{"idle", "闲置", "idle"},
                            Entry{"returned", "退出", "returned"},
                            Entry{"reclaimed", "复垦", "reclaimed"},
                            Entry{"leased", "流转", "leased"},
                            Entry{"cooperative", "合作社", "cooperative"},
                            Entry{"in_cooperative", "入社", "in cooperative"},
                            Entry{"lease", "出租", "lease"},
                            Entry{"share", "入股", "share"},
                            Entry{"reclaim", "复垦", "reclaim"},
                            Entry{"lodging", "民宿", "lodging"},
                            Entry{"transfer", "转包", "transfer"},
                            Entry{"rent", "地租", "rent"},
                            Entry{"dividend", "分红", "dividend"},
                            Entry{"wage", "工资", "wage"},
                            Entry{"compensation", "补偿", "compensation"},
                            Entry{"standing", "未拆", "standing"},
                            Entry{"demolished", "已拆", "demolished"},
                            Entry{"returned_to_farmland", "已复垦", "returned to farmland"},
                            Entry{"employed", "就业", "employed"},
                            Entry{"seeking", "待业", "seeking"},
                            Entry{"local", "就近务工", "local"},
                            Entry{"away", "外出务工", "away"},
                            Entry{"special_post", "公益性岗位", "special post"},
                            Entry{"self_employed", "自主创业", "self-employed"},
                            Entry{"farming", "务农", "farming"},
                            Entry{"kindergarten", "幼儿园", "kindergarten"},
                            Entry{"primary", "小学", "primary"},
                            Entry{"middle", "初中", "middle"},
                            Entry{"high", "高中", "high"},
                            Entry{"shop", "商店", "shop"},
                            Entry{"restaurant", "餐饮", "restaurant"},
                            Entry{"stall", "摊位", "stall"},
                            Entry{"other", "其他", "other"},
                            Entry{"clinic", "卫生室", "clinic"},
                            Entry{"primary_school", "小学", "primary school"},
                            Entry{"middle_school", "中学", "middle school"},
                            Entry{"square", "广场", "square"},
                            Entry{"service_centre", "便民服务中心", "service centre"},
                            Entry{"elderly_centre", "老年活动中心", "elderly centre"},
                            Entry{"children_centre", "儿童之家", "children's centre"},
                            Entry{"community_office", "社区服务站", "community office"},
                            Entry{"library", "图书室", "library"},
                            Entry{"police_post", "警务室", "police post"},
                            Entry{"job_centre", "就业服务站", "job centre"},
                            Entry{"parking", "停车场", "parking"},
                            Entry{"bus_stop", "公交站", "bus stop"},
                            Entry{"market", "市场", "market"},
                            Entry{"waste_point", "垃圾收集点", "waste point"},
                            Entry{"workshop", "就业帮扶车间", "workshop"},
                            Entry{"household", "住户", "household"},
                            Entry{"contract_household", "承包户", "contract household"},
                            Entry{"person", "个人", "person"},
                            Entry{"collective", "集体", "collective"},
                            Entry{"company", "企业", "company"},
                            Entry{"farms", "共同经营", "farms"},
                            Entry{"land", "土地入股", "land"},
                            Entry{"labour", "务工", "labour"},
                            Entry{"capital", "出资", "capital"},
                            Entry{"contact_leader", "联系领导", "contact leader"},
                            Entry{"cadre", "社区干部", "cadre"},
                            Entry{"grid_worker", "网格员", "grid worker"},
                            Entry{"building_head", "楼长", "building head"},
                            Entry{"party_member", "党员", "party member"},
                            Entry{"delegate", "代表委员", "delegate"},
                            Entry{"county_office", "县办联系人", "county office"},
                            Entry{"origin_town", "迁出镇联系人", "origin town"},
                            Entry{"origin_village", "迁出村联系人", "origin village"},
                            Entry{"helping_officer", "帮扶干部", "helping officer"},
                            Entry{"urban_allowance", "城市低保", "urban allowance"},
                            Entry{"left_behind_child", "留守儿童", "left-behind child"},
                            Entry{"empty_nest_elderly", "空巢老人", "empty-nest elderly"},
                            Entry{"disabled", "残疾人", "disabled"},
                            Entry{"m2", "㎡", "m²"},
                            Entry{"mu", "亩", "mu"},
                            Entry{"yuan", "元", "yuan"}};

std::string in_words(const Entry& entry, Language language) {
    return std::string(language == Language::zh ? entry.zh : entry.en);
}

}  // namespace

std::string value_words(std::string_view domain, std::string_view value, Language language) {
    if (domain == "relation") {
        const auto at = std::ranges::find(relations, value, &Entry::value);
        return at == relations.end() ? std::string(value) : in_words(*at, language);
    }
    const auto at = std::ranges::find(values, value, &Entry::value);
    return at == values.end() ? std::string(value) : in_words(*at, language);
}

}  // namespace liangdi::land
