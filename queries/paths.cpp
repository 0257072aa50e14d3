#include "queries/paths.hpp"

#include "graph/error.hpp"

namespace entente {

Paths paths(const Store&, const PathQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "paths is not answered yet");
}

}  // namespace entente
