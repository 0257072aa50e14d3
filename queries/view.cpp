#include "queries/view.hpp"

#include "graph/error.hpp"

namespace entente {

Neighbours neighbours(const Store&, const NeighboursQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "neighbours is not answered yet");
}
Snapshot snapshot(const Store&, const SnapshotQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "snapshot is not answered yet");
}
Diff diff(const Store&, const DiffQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "diff is not answered yet");
}

}  // namespace entente
