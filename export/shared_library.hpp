#pragma once
// A library that is opened when the first picture needs it: linked, it would cost every command its start-up.

#include <string>

namespace entente::detail {

/// Open until the program ends.
class SharedLibrary {
 public:
  /// `package`: the Debian package that has it, for the message. Throws Error{RenderFailure} where it is
  /// missing.
  SharedLibrary(const char* name, const char* package);

  /// Throws Error{RenderFailure} where the library has no such function.
  template <typename Function>
  void find(const char* function_name, Function*& function) const {
    function = reinterpret_cast<Function*>(address(function_name));
  }

 private:
  [[nodiscard]] void* address(const char* function_name) const;
  const char* name_;
  void* handle_;
};

}  // namespace entente::detail
