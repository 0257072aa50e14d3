#include "loaders/table/cell_list.hpp"

namespace entente::detail {

namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

ListItem item_of(std::string_view text) {
  ListItem item{trimmed(text), {}, {}};
  std::string name, note;
  int depth = 0;
  for (const char c : text) {
    if ((c == '(' || c == '[') && depth++ == 0) continue;
    if ((c == ')' || c == ']') && depth > 0 && --depth == 0) {
      item.note += (item.note.empty() ? "" : "; ") + trimmed(note);
      note.clear();
      continue;
    }
    (depth > 0 ? note : name) += c;
  }
  if (!trimmed(note).empty()) item.note += (item.note.empty() ? "" : "; ") + trimmed(note);
  item.name = trimmed(name);
  return item;
}

}  // namespace

std::vector<ListItem> split_list(std::string_view text, std::string_view separators) {
  std::vector<ListItem> items;
  const auto take = [&items](std::string_view part) {
    ListItem item = item_of(part);
    if (!item.text.empty()) items.push_back(std::move(item));
  };
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (depth == 0 && separators.find(c) != std::string_view::npos) {
      take(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  take(text.substr(begin));
  return items;
}

}  // namespace entente::detail
