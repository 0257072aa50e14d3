#include "queries/timeline.hpp"

#include "graph/error.hpp"

namespace entente {

Timeline timeline(const Store&, const TimelineQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "timeline is not answered yet");
}

}  // namespace entente
