#include "loaders/english_date.hpp"

namespace entente {

std::optional<FoundDate> scan_english_date(std::string_view, std::size_t, std::optional<Day>) { return {}; }

std::optional<Edtf> resolved(const FoundDate& found, const Date&) { return found.edtf; }

std::optional<Edtf> read_english_date(std::string_view, std::optional<Day>) { return {}; }

}  // namespace entente
