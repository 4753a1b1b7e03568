#include "render/label_placer.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"

using namespace liangdi::render;

namespace {

const QRectF frame(0, 0, 800, 600);

std::vector<LabelRequest> random_labels(unsigned seed, int count) {
    std::mt19937 random(seed);
    const auto between = [&](double a, double b) { return std::uniform_real_distribution(a, b)(random); };
    std::vector<LabelRequest> labels;
    for (int i = 0; i < count; ++i) {
        LabelRequest label;
        label.priority = static_cast<int>(between(0, 4));
        label.layer = static_cast<int>(between(0, 3));
        label.id = i;
        label.text = std::to_string(i % 40);
        label.repeat_distance = i % 3 == 0 ? 90 : 0;
        const int places = static_cast<int>(between(1, 5));
        for (int p = 0; p < places; ++p) {
            std::vector<QRectF> boxes;
            const QPointF at(between(-40, 820), between(-40, 620));
            const int pieces = i % 4 == 0 ? 5 : 1;
            for (int k = 0; k < pieces; ++k)
                boxes.emplace_back(at + QPointF(k * 14, k * 3), QSizeF(between(8, pieces > 1 ? 14 : 60), 13));
            label.places.push_back(boxes);
        }
        labels.push_back(label);
    }
    return labels;
}

bool meet(const std::vector<QRectF>& a, const std::vector<QRectF>& b) {
    return std::any_of(a.begin(), a.end(), [&](const QRectF& x) {
        return std::any_of(b.begin(), b.end(), [&](const QRectF& y) { return x.intersects(y); });
    });
}

}  // namespace

TEST_CASE("placed labels overlap neither each other nor obstacles, and stay in the frame", "[labels]") {
    const unsigned seed = GENERATE(1u, 2u, 3u);
    const auto labels = random_labels(seed, 600);
    const std::vector<QRectF> obstacles{{100, 100, 80, 80}, {500, 300, 20, 200}};
    const auto chosen = place_labels(labels, obstacles, frame);
    REQUIRE(chosen.size() == labels.size());
    const auto boxes = [&](std::size_t i) -> const std::vector<QRectF>& {
        return labels[i].places.at(static_cast<std::size_t>(chosen[i]));
    };
    int placed = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (chosen[i] == not_placed) continue;
        ++placed;
        for (const auto& box : boxes(i)) REQUIRE(frame.contains(box));
        REQUIRE(!meet(boxes(i), obstacles));
        for (std::size_t k = 0; k < i; ++k)
            if (chosen[k] != not_placed) REQUIRE(!meet(boxes(i), boxes(k)));
    }
    CHECK(placed > 100);

    SECTION("a label is left out only where nothing was free") {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (chosen[i] != not_placed || labels[i].repeat_distance > 0) continue;
            for (const auto& place : labels[i].places) {
                bool blocked = meet(place, obstacles);
                for (const auto& box : place) blocked |= !frame.contains(box);
                for (std::size_t k = 0; k < labels.size() && !blocked; ++k)
                    blocked = chosen[k] != not_placed && meet(place, boxes(k));
                REQUIRE(blocked);
            }
        }
    }
    SECTION("the order in which labels come does not matter, and twice gives the same") {
        CHECK(place_labels(labels, obstacles, frame) == chosen);
        std::vector<LabelRequest> reversed(labels.rbegin(), labels.rend());
        auto again = place_labels(reversed, obstacles, frame);
        std::reverse(again.begin(), again.end());
        CHECK(again == chosen);
    }
}

TEST_CASE("the higher priority gets the place", "[labels]") {
    const std::vector<std::vector<QRectF>> place{{QRectF(10, 10, 50, 12)}};
    const std::vector<LabelRequest> labels{{1, 0, 1, "低", 0, place}, {2, 0, 2, "高", 0, place}};
    CHECK(place_labels(labels, {}, frame) == std::vector<int>{not_placed, 0});
}

TEST_CASE("the same street is not named twice within its distance", "[labels]") {
    const auto at = [](double x) { return std::vector<std::vector<QRectF>>{{QRectF(x, 10, 20, 12)}}; };
    const std::vector<LabelRequest> labels{
        {1, 0, 1, "北环路", 100, at(0)}, {1, 0, 2, "北环路", 100, at(60)}, {1, 0, 3, "北环路", 100, at(150)}};
    CHECK(place_labels(labels, {}, frame) == std::vector<int>{0, not_placed, 0});
}

TEST_CASE("a label moves aside where it would cover another's only place", "[labels]") {
    const QRectF here(100, 100, 24, 16), beside(100, 130, 24, 16);
    const std::vector<LabelRequest> labels{{9, 0, 1, "plate", 0, {{here}, {beside}}},
                                           {1, 0, 2, "47", 0, {{here}}}};
    CHECK(place_labels(labels, {}, frame) == std::vector<int>{1, 0});
}
