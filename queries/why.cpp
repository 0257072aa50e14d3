#include "queries/why.hpp"

#include "graph/error.hpp"

namespace entente {

Why why(const Store&, const WhyQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "why is not answered yet");
}
WhyNot why_not(const Store&, const WhyQuestion&) {
  throw Error(ErrorCode::InvalidArgument, "why_not is not answered yet");
}
const char* name_of(ReasonKind) noexcept { return ""; }

}  // namespace entente
