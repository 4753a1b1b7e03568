#pragma once

#include <functional>

#include "tasks/sheet_book.hpp"

namespace liangdi::tasks {

/// What a page is about: a row of the town.
using SheetSubject = land::NamedRow;

/// Which subjects an atlas has.
struct SheetFilter {
    std::vector<std::string> of;  ///< codes or names; empty: all
    std::string community;        ///< code or name; empty: all
    std::string village;          ///< code, or any part of town, village and group; empty: all
};

/// One kind of sheet: its subjects, and what its pages say.
struct SheetKind {
    std::string subject;  ///< as templates name it: "grid"
    std::string zh, en;   ///< of the subject, for people
    std::function<std::vector<SheetSubject>(SheetBook&, const SheetFilter&)> subjects;
    /// `number` of `count`: the page's place in its atlas.
    std::function<render::SheetContent(SheetBook&, const SheetSubject&, std::int64_t number,
                                       std::int64_t count)>
        content;
    /// In place of `content`, where one subject may need several pages.
    std::function<std::vector<render::SheetContent>(SheetBook&, const SheetSubject&, std::int64_t number,
                                                    std::int64_t count)>
        contents = {};
    bool personal = false;  ///< named after a person or a family: masked in a public edition
};

/// The id of the filter's community; nothing where it names none. Throws Error{not_found, ambiguous}.
std::optional<std::int64_t> community_of(SheetBook& book, const SheetFilter& filter);

/// The subjects that the filter asks for, in their order. Throws Error{not_found} for a name that is none.
std::vector<SheetSubject> chosen_subjects(SheetBook& book, const SheetKind& kind, const SheetFilter& filter);

const std::vector<SheetKind>& sheet_kinds();
/// Throws Error{no_sheet} naming those that there are.
const SheetKind& find_sheet_kind(const std::string& subject);

}  // namespace liangdi::tasks
