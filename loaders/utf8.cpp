#include "loaders/utf8.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace entente {

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    // Most text is ASCII: eight bytes at a time.
    std::uint64_t eight = 0;
    while (size - at >= sizeof eight) {
      std::memcpy(&eight, bytes + at, sizeof eight);
      if ((eight & 0x8080808080808080U) != 0) break;
      at += sizeof eight;
    }
    if (at == size) break;
    const std::size_t start = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    if (character < 0) return start;
  }
  return std::nullopt;
}

std::optional<Diagnostic> utf8_problem(std::string_view text, const std::string& file, std::size_t line,
                                       std::uint64_t offset) {
  const auto bad = first_invalid_utf8(text);
  if (!bad) return std::nullopt;
  std::size_t start = 0;
  for (std::size_t at = 0; at < *bad; ++at) {
    const bool line_ends = text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
    if (!line_ends) continue;
    ++line;
    start = at + 1;
  }
  return Diagnostic{ErrorCode::InvalidText,
                    file,
                    line,
                    *bad - start + 1,
                    fmt::format("byte {} (0x{:02X}) is not UTF-8; convert the file first (iconv -t UTF-8)",
                                offset + *bad, static_cast<unsigned char>(text[*bad])),
                    ""};
}

std::string_view without_bom(std::string_view text) noexcept {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return text;
}

}  // namespace entente
