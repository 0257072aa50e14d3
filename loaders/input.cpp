#include "loaders/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "loaders/unpack.hpp"

namespace entente {

namespace {
constexpr std::size_t piece_size = 256 << 10;
}

struct Input::State {
  std::string name;
  std::string content_name;  ///< without the ending that told of the packing
  std::string_view whole;    ///< of memory
  std::string_view memory;   ///< what is left of it
  int file = -1;             ///< -1: memory
  std::vector<char> buffer;
  std::string_view ahead;  ///< read by beginning(), not yet given out
  std::uint64_t total = 0;
  std::uint64_t done = 0;  ///< packed bytes where they are packed
  detail::Packing packing = detail::Packing::None;
  std::unique_ptr<detail::Unpacker> unpacker;
  std::string_view packed_ahead;  ///< read to find out whether it is packed
  std::vector<char> unpacked;
  std::function<void(std::uint64_t, std::uint64_t)> progress;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (file > STDIN_FILENO) ::close(file);
  }

  std::string_view read() {
    if (unpacker) return {unpacked.data(), unpacker->read(unpacked.data(), unpacked.size())};
    return packed_ahead.empty() ? read_raw() : std::exchange(packed_ahead, std::string_view());
  }

  /// Looks at the first bytes, and unpacks from then on where they say so.
  void look_for_packing() {
    packed_ahead = read_raw();
    packing = detail::packing_of(packed_ahead);
    if (packing == detail::Packing::None) return;
    unpacked.resize(piece_size);
    unpack_from_here();
  }

  void unpack_from_here() {
    const auto next = [this] {
      const std::string_view piece =
          packed_ahead.empty() ? read_raw() : std::exchange(packed_ahead, std::string_view());
      done += piece.size();
      return piece;
    };
    unpacker = detail::make_unpacker(packing, next, name);
  }

  /// Back to the first byte. REQUIRES: memory, or a file that can be rewound.
  bool rewind() {
    ahead = packed_ahead = {};
    done = 0;
    if (file < 0) {
      memory = whole;
    } else if (::lseek(file, 0, SEEK_SET) != 0) {
      return false;
    }
    if (unpacker) unpack_from_here();
    return true;
  }

  std::string_view read_raw() {
    if (file < 0) {
      const std::string_view piece = memory.substr(0, piece_size);
      memory.remove_prefix(piece.size());
      return piece;
    }
    // A pipe gives what it has; a full piece is worth the wait, since detection looks at the first one.
    std::size_t size = 0;
    while (size < buffer.size()) {
      const ssize_t got = ::read(file, buffer.data() + size, buffer.size() - size);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        throw Error(ErrorCode::Unreadable, name + " cannot be read further: " + std::strerror(errno));
      }
      if (got == 0) break;
      size += static_cast<std::size_t>(got);
    }
    return {buffer.data(), size};
  }
};

Input::Input(std::unique_ptr<State> state) : state_(std::move(state)) {}
Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

Input Input::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->name = path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
  if (state->name.empty()) state->name = path;
  state->file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status = {};
  if (state->file < 0 || ::fstat(state->file, &status) != 0) {
    throw Error(ErrorCode::Unreadable, path + " cannot be opened: " + std::strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    throw Error(ErrorCode::Unreadable, path + " is a directory; name the files in it instead");
  }
  if (S_ISREG(status.st_mode)) state->total = static_cast<std::uint64_t>(status.st_size);
  state->buffer.resize(piece_size);
  state->look_for_packing();
  state->content_name = detail::name_of_content(state->name, state->packing);
  return Input(std::move(state));
}

Input Input::of(std::string_view bytes, std::string name) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->whole = state->memory = bytes;
  state->total = bytes.size();
  state->look_for_packing();
  state->content_name = detail::name_of_content(state->name, state->packing);
  return Input(std::move(state));
}

std::string_view Input::next() {
  const std::string_view piece =
      state_->ahead.empty() ? state_->read() : std::exchange(state_->ahead, std::string_view());
  if (!state_->unpacker) state_->done += piece.size();
  if (state_->progress && !piece.empty()) state_->progress(state_->done, state_->total);
  return piece;
}

std::string_view Input::beginning() {
  if (state_->ahead.empty()) state_->ahead = state_->read();
  return state_->ahead;
}

std::uint64_t Input::content_hash() {
  State& state = *state_;
  if (state.file < 0 && !state.unpacker) return XXH3_64bits(state.whole.data(), state.whole.size());

  // What was peeked at is the beginning of the content, and of what is read again below.
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> hash(XXH3_createState(),
                                                                             XXH3_freeState);
  XXH3_64bits_reset(hash.get());
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> copy(
      state.file >= 0 && state.total == 0 ? std::tmpfile() : nullptr, std::fclose);
  std::uint64_t size = 0;
  for (auto piece = next(); !piece.empty(); piece = next()) {
    size += piece.size();
    XXH3_64bits_update(hash.get(), piece.data(), piece.size());
    if (copy && std::fwrite(piece.data(), 1, piece.size(), copy.get()) != piece.size()) {
      throw Error(ErrorCode::Unreadable,
                  state.name + " cannot be kept in a temporary file: " + std::strerror(errno));
    }
  }
  if (copy) {
    std::fflush(copy.get());
    if (state.file > STDIN_FILENO) ::close(state.file);
    state.file = ::dup(::fileno(copy.get()));
    state.unpacker.reset();  // what was kept is unpacked already
    state.total = size;
  }
  if ((copy && state.file < 0) || !state.rewind()) {
    throw Error(ErrorCode::Unreadable, state.name + " cannot be read twice: " + std::strerror(errno));
  }
  return XXH3_64bits_digest(hash.get());
}

std::string Input::rest(std::size_t limit) {
  std::string text;
  for (auto piece = next(); !piece.empty(); piece = next()) {
    if (piece.size() > limit - text.size()) {
      throw Error(ErrorCode::InvalidText, name() + " is longer than " + std::to_string(limit) +
                                              " bytes, the limit for what is read whole; split it");
    }
    text += piece;
  }
  return text;
}

const std::string& Input::name() const noexcept { return state_->content_name; }
std::uint64_t Input::total() const noexcept { return state_->total; }
void Input::on_progress(std::function<void(std::uint64_t, std::uint64_t)> progress) {
  state_->progress = std::move(progress);
}

}  // namespace entente
