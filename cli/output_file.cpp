#include "cli/output_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "cli/console.hpp"
#include "graph/error.hpp"

namespace entente::cli {

namespace {

[[noreturn]] void cannot_write(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::WriteFailure, fmt::format("cannot write {}: {}", path, reason));
}

void write_into(const std::filesystem::path& path, const std::string& content) {
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) cannot_write(path.string(), std::strerror(errno));
}

}  // namespace

void write_file(const std::string& name, const std::string& content) {
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::path path = name;
  if (fs::is_symlink(path, failed)) path = fs::weakly_canonical(path, failed);
  if (fs::exists(path, failed) && !fs::is_regular_file(path, failed)) {
    if (fs::is_directory(path, failed)) cannot_write(name, "it is a folder");
    write_into(path, content);
    return;
  }
  std::string beside = path.string() + ".XXXXXX";
  const int descriptor = mkstemp(beside.data());
  if (descriptor < 0) cannot_write(name, std::strerror(errno));
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(descriptor, 0666 & ~mask);  // mkstemp's own is for its owner alone
  close(descriptor);
  try {
    write_into(beside, content);
    fs::rename(beside, path);
  } catch (const fs::filesystem_error& error) {
    fs::remove(beside, failed);
    cannot_write(name, error.code().message());
  } catch (const Error&) {
    fs::remove(beside, failed);
    throw;
  }
}

void write_output(const std::string& name, const std::string& content) {
  if (name.empty() || name == "-") {
    print(content);
  } else {
    write_file(name, content);
    complain(fmt::format("{} written ({} bytes)", name, content.size()));
  }
}

}  // namespace entente::cli
