#include "queries/overlap.hpp"

#include "graph/error.hpp"

namespace entente {

Overlap overlap(const Store&, const OverlapQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "overlap is not answered yet");
}

}  // namespace entente
