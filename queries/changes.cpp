#include "queries/changes.hpp"

#include "graph/error.hpp"

namespace entente {

Changes changes(const Store&, const ChangesQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "changes is not answered yet");
}

}  // namespace entente
namespace entente {
const char* name_of(ChangeKind) noexcept { return ""; }
}  // namespace entente
