#pragma once
// What fills the places of an event verb's frame: who joins, what is joined. Internal to the event stage.
// event_frame.cpp chooses the frame; founding.cpp and move.cpp read the frames that tell more than one thing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/article/reading.hpp"

namespace entente::detail {

/// The bodies in the body's place of a frame.
struct FilledBody {
  std::vector<ResolvedBody> bodies;
  bool definite = false;
  bool present = false;  ///< a place was filled, even if by nothing that can be resolved
};

/// A verb read by one of its frames, with what fills the places.
struct FilledFrame {
  std::size_t verb = 0;  ///< its element
  const Frame* frame = nullptr;
  bool passive = false;               ///< or a participle that stands for one
  std::optional<std::size_t> object;  ///< element of the direct object
  FilledBody body;
  std::vector<Member> members;
  std::string date;  ///< EDTF, empty when undated
  Certainty certainty = Certainty::Stated;
};

/// The element that fills a place of a frame; nothing when the sentence has none.
[[nodiscard]] std::optional<std::size_t> filler(const Reading& r, std::size_t v, const std::string& place,
                                                std::string_view particle = {});
[[nodiscard]] bool has_place(const Slots& slots, std::string_view place);
/// Whether a frame's particle stands behind the verb at element `v`, perhaps after the object.
[[nodiscard]] bool has_particle(const Reading& r, std::size_t v, const Frame& f);
/// The bodies that can be joined, left, founded … in the first place that has any.
[[nodiscard]] FilledBody fill_body(Reading& r, std::size_t v, const Slots& slots, Event event);
/// The members in the first place that has any; nothing when another thing fills the object's place
/// ("withdrew its troops").
[[nodiscard]] std::optional<std::vector<Member>> fill_member(Reading& r, std::size_t v, const Slots& slots,
                                                             std::string_view particle = {});
/// A name that nobody has explained, of the kind that bodies have.
[[nodiscard]] bool could_be_left(const Reading& r, const ResolvedBody& b);

/// A body came into being, and who founded it (founding.cpp).
bool read_founding(Reading& r, FilledFrame& filled);
/// What was left by those who moved to `bodies`: "moved up to B", "switched from A to B" (move.cpp). `sides`:
/// the verb says that what it moves between are bodies, known or not.
void read_move_from(Reading& r, const FilledFrame& filled, const std::vector<ResolvedBody>& bodies,
                    bool sides);
/// What those joined who left `bodies`: "left the party for the Greens", "defected from A to B" (move.cpp).
void read_move_to(Reading& r, const FilledFrame& filled, const std::vector<ResolvedBody>& bodies);

}  // namespace entente::detail
