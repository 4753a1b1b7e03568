#include "gui/refusals.hpp"

#include <QCoreApplication>
#include <map>

#include "gui/captions.hpp"

namespace liangdi::gui {

namespace {

const std::map<std::string, const char*, std::less<>> refusals{
    {"wrong_passphrase", QT_TRANSLATE_NOOP("Refusal",
                                           "This passphrase opens nothing here. Capital letters, blanks, "
                                           "full-width characters? Else use the recovery key.")},
    {"no_key", QT_TRANSLATE_NOOP("Refusal",
                                 "This town file was made without a passphrase and keeps no personal "
                                 "values.")},
    {"personal_reason", QT_TRANSLATE_NOOP("Refusal",
                                          "The reason holds an identity or telephone number and would stand "
                                          "in clear; name the household by its code.")},
    {"no_reason", QT_TRANSLATE_NOOP("Refusal", "Say why; without a reason nothing is opened.")},
    {"weak_passphrase",
     QT_TRANSLATE_NOOP("Refusal",
                       "The new passphrase is too easy: at least 8 characters that are no run, no year and "
                       "no well-known word. Four words that do not belong together are good.")},
    {"last_passphrase",
     QT_TRANSLATE_NOOP("Refusal", "This is the last passphrase; give somebody else one before it goes.")},
    {"no_holder",
     QT_TRANSLATE_NOOP("Refusal",
                       "The recovery key is nobody's passphrase, and nobody may be called “recovery”. With "
                       "the recovery key choose “Passphrase forgotten…”.")},
};

}  // namespace

QString refusal_caption(const Error& error) {
    const auto known = refusals.find(error.code());
    return known == refusals.end() ? q(error.message())
                                   : QCoreApplication::translate("Refusal", known->second);
}

}  // namespace liangdi::gui
