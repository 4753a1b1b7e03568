#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/import_run.hpp"
#include "land/edit.hpp"

namespace liangdi::tests {

/// A small town in memory: what store is to the import, without a file. Strict: a change that the real store
/// would refuse (an old value that is not there, a key to nowhere, an unknown column) throws
/// std::logic_error.
class MemoryTown : public land::Register {
  public:
    MemoryTown();

    std::vector<std::int64_t> ids_of(std::string_view table, std::string_view column,
                                     std::string_view text) override;
    std::optional<std::vector<land::Value>> row(std::string_view table, std::int64_t id,
                                                const std::vector<std::string>& columns) override;
    std::vector<std::int64_t> children(std::string_view table, std::string_view column,
                                       std::int64_t parent) override;

    void begin() { fresh_.clear(); }  ///< a new Edit: NewIds count from 1 again
    void apply(const land::Change& change);
    std::int64_t add(const std::string& table, std::vector<land::Cell> cells);
    std::size_t count(const std::string& table) const {
        return rows_.contains(table) ? rows_.at(table).size() : 0;
    }
    land::Value cell(const std::string& table, std::int64_t id, const std::string& column);
    std::int64_t id(const std::string& table, const std::string& code);

    land::TownShape shape;
    int srid = 4544;

  private:
    using Row = std::map<std::string, land::Value>;
    land::Value settled(const land::Value& value);
    void check(const std::string& table, const Row& row) const;
    std::map<std::string, std::map<std::int64_t, Row>> rows_;
    std::map<std::string, std::map<std::string, std::vector<std::int64_t>>>
        found_;  ///< by column; until a change
    std::map<std::int64_t, std::int64_t> fresh_;
    std::int64_t last_ = 100;
};

/// Seals by writing the fields out with a nonce, so that two sealings of the same differ as real ones do.
class PlainSealer : public land::Sealer {
  public:
    land::SealedBody seal(const land::SealedFields& fields) const override;
    land::SealedFields open(geo::ByteView body) const override;

  private:
    mutable int nonce_ = 0;
};

struct Imported {
    exchange::ImportReport report;
    std::vector<land::Change> changes;
    const land::Finding* finding(const std::string& rule) const;
};

struct ImportSetting {
    const land::Sealer* sealer = nullptr;
    std::string crs;  ///< what the user says
    std::string layer = {};
    std::string encoding = {};
};

/// Reads the file by the mapping (JSON text) and applies every change to the town.
Imported import_file(MemoryTown& town, const std::filesystem::path& file, const std::string& mapping,
                     const ImportSetting& setting = {});

}  // namespace liangdi::tests
