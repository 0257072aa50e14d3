#include "loaders/utf8.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace entente {

namespace {

/// What is wrong with the byte at `at` of a text that begins on `line` of its file.
Diagnostic problem_at(std::size_t at, std::string_view text, const std::string& file, std::size_t line,
                      std::string message) {
  std::size_t start = 0;
  for (std::size_t before = 0; before < at; ++before) {
    const bool line_ends = text[before] == '\n' || (text[before] == '\r' && text[before + 1] != '\n');
    if (!line_ends) continue;
    ++line;
    start = before + 1;
  }
  return {ErrorCode::InvalidText, file, line, at - start + 1, std::move(message), ""};
}

}  // namespace

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
  return problem_at(*bad, text, file, line,
                    fmt::format("byte {} (0x{:02X}) is not UTF-8; convert the file first (iconv -t UTF-8)",
                                offset + *bad, static_cast<unsigned char>(text[*bad])));
}

std::optional<Diagnostic> nul_problem(std::string_view text, const std::string& file, std::size_t line,
                                      std::uint64_t offset) {
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  return problem_at(nul, text, file, line, fmt::format("byte {} is a NUL character", offset + nul));
}

std::string well_formed(std::string_view text) {
  constexpr std::string_view replacement = "\uFFFD";
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
    const std::size_t good = std::min(valid, text.substr(0, valid).find('\0'));
    out += text.substr(0, good);
    text.remove_prefix(good);
    if (text.empty()) break;
    out += replacement;
    text.remove_prefix(1);
  }
  return out;
}

std::string_view without_bom(std::string_view text) noexcept {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return text;
}

}  // namespace entente
