#pragma once

#include <cstdint>
#include <string>

/// Codes as the standards build them (standards/05), all text. Numbers that name a real person's document are
/// plainly invented: they start with an administrative code that does not exist.
namespace liangdi::sample {

/// GB 32100: 17 characters -> 18.
std::string with_credit_check(const std::string& chars17);

/// An identity number (GB 11643): area code 5299PP (not assigned), date of birth, order number whose parity
/// is the sex.
std::string id_number(int part, int year, int month, int day, int order, bool male);

/// A telephone number of 11 digits that no network hands out (they begin with 100).
std::string phone_number(int part, std::int64_t n);

}  // namespace liangdi::sample
