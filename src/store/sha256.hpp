#pragma once

#include <memory>
#include <string>

#include "geo/spatialite_blob.hpp"

namespace liangdi::store {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. Through OpenSSL, which uses the processor's own
/// instructions: an import of a million parcels hashes half a gigabyte.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(geo::ByteView bytes);
    void add(const std::string& text);
    std::string hex();  ///< 64 lower-case digits; ends it

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace liangdi::store
