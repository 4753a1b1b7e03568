#pragma once

#include <QRectF>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace liangdi::render {

/// A label that wants a place: the boxes that it would cover at each place it could take, best first.
/// A straight label covers one box, a label along a line one for each character. Device px.
struct LabelRequest {
    int priority = 0;     ///< the higher is placed first
    int layer = 0;        ///< then the upper layer
    std::int64_t id = 0;  ///< then the lower id: the same map always gets the same labels
    std::string text;
    double repeat_distance = 0;  ///< the same text is not placed nearer than this (0: may stand anywhere)
    std::vector<std::vector<QRectF>> places;
};

inline constexpr int not_placed = -1;

/// The place that each label gets (index into its `places`) or not_placed. No two boxes of different labels
/// overlap, none overlaps an obstacle or leaves the frame. Among its free places a label takes the one that
/// covers the fewest first choices of others, then the first.
std::vector<int> place_labels(std::span<const LabelRequest> labels, std::span<const QRectF> obstacles,
                              const QRectF& frame);

}  // namespace liangdi::render
