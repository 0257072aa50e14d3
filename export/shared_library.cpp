#include "export/shared_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "graph/error.hpp"

namespace entente::detail {

SharedLibrary::SharedLibrary(const char* name, const char* package)
    : name_(name), handle_(dlopen(name, RTLD_LAZY | RTLD_LOCAL)) {
  if (handle_ == nullptr) {
    throw Error(ErrorCode::RenderFailure,
                fmt::format("pictures need the library {} (package {}): {}", name, package, dlerror()));
  }
}

void* SharedLibrary::address(const char* function_name) const {
  void* found = dlsym(handle_, function_name);
  if (found == nullptr) {
    throw Error(ErrorCode::RenderFailure, fmt::format("{} has no function {}", name_, function_name));
  }
  return found;
}

}  // namespace entente::detail
