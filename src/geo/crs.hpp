#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "geo/geometry.hpp"

namespace liangdi::geo {

/// A coordinate reference system, known by its authority code ("EPSG:4544") or its WKT.
/// A value: copying copies the text; PROJ objects are made per thread where they are used.
class Crs {
  public:
    Crs() = default;
    /// Accepts "EPSG:4544", "4544" or WKT. Throws Error{bad_crs} when PROJ does not know it.
    static Crs from_text(std::string_view text);

    bool known() const { return !definition_.empty(); }
    const std::string& definition() const { return definition_; }  ///< "EPSG:4544" or WKT
    const std::string& name() const { return name_; }              ///< PROJ's name, for people
    int epsg() const { return epsg_; }                             ///< 0 where it has no EPSG code
    bool geographic() const { return geographic_; }
    double semi_major_m() const { return semi_major_m_; }
    double inverse_flattening() const { return inverse_flattening_; }

    friend bool operator==(const Crs& a, const Crs& b) { return a.definition_ == b.definition_; }

  private:
    std::string definition_, name_;
    int epsg_ = 0;
    bool geographic_ = false;
    double semi_major_m_ = 0, inverse_flattening_ = 0;
};

/// The geographic CRS that a projected one is built on ("EPSG:4544" -> "EPSG:4490"); itself if geographic.
Crs geographic_base(const Crs& crs);

/// Takes points of one CRS into another; x = east or longitude, y = north or latitude on both sides.
/// A "ballpark" operation (a datum change that PROJ cannot really do, as 54/80 -> CGCS2000) is refused, and
/// so is a point outside the area that a datum operation is made for. CGCS2000 and WGS 84 count as equal:
/// they agree within centimetres to decimetres (standards/01).
/// One object per thread.
class Transform {
  public:
    /// Throws Error{no_transform} where only a ballpark operation exists; the message says what to do.
    Transform(const Crs& from, const Crs& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    bool identity() const;
    /// Throws Error{outside_crs} when the point has no image.
    Point operator()(Point p) const;
    Geometry operator()(const Geometry& geometry) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace liangdi::geo
