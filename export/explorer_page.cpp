#include "export/explorer_page.hpp"

extern "C" {
extern const char entente_explorer_page_begin[];
extern const char entente_explorer_page_end[];
}

namespace entente::detail {

std::string_view explorer_page() noexcept {
  return {entente_explorer_page_begin,
          static_cast<std::size_t>(entente_explorer_page_end - entente_explorer_page_begin)};
}

}  // namespace entente::detail
