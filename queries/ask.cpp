#include "queries/ask.hpp"

#include "graph/error.hpp"

namespace entente {

const char* name_of(Focus) noexcept { return ""; }
Understanding understand(const Store&, std::string_view, const AskOptions&) {
  throw Error(ErrorCode::InvalidQuestion, "ask is not answered yet");
}
Asked ask(const Store&, std::string_view, const AskOptions&) {
  throw Error(ErrorCode::InvalidQuestion, "ask is not answered yet");
}
Answer answer(const Store&, const Question&, Focus) {
  throw Error(ErrorCode::InvalidQuestion, "ask is not answered yet");
}
std::span<const QuestionForm> question_forms() noexcept { return {}; }

}  // namespace entente
