#pragma once
// Runs the real program, as a user's shell would.

#include <string>
#include <vector>

namespace entente::testing_support {

struct Outcome {
  int status = -1;  ///< exit status; 128 + signal for a signal
  std::string out;
  std::string err;
};

/// `entente` with these arguments, `input` on its standard input, in `folder`, with `environment`
/// (NAME=value) added.
[[nodiscard]] Outcome entente(const std::vector<std::string>& arguments, const std::string& input = {},
                              const std::string& folder = {},
                              const std::vector<std::string>& environment = {});

/// A folder that goes with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Writes a file into it; returns its path.
  std::string write(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + '/' + name; }
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::string path_;
};

}  // namespace entente::testing_support
