#include "export/render.hpp"

#include <gvc.h>

#include <array>
#include <memory>
#include <mutex>

#include "export/counted_ids.hpp"
#include "export/dot.hpp"
#include "export/shared_library.hpp"
#include "graph/error.hpp"

#ifdef __SANITIZE_ADDRESS__
/// Graphviz and the libraries of letters below it keep what they allocate; not ours to free.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libgvc\nleak:libfontconfig\nleak:libglib\nleak:libpango\n";
}
extern "C" const char* __lsan_default_options() {  // NOLINT(bugprone-reserved-identifier)
  return "print_suppressions=0";
}
#endif

namespace entente {

namespace {

constexpr std::array picture_names = {"svg", "png", "pdf"};
constexpr const char* dots_per_inch = "160";  // of PNG: an A4 page about 1,800 dots wide

/// The functions of libgvc that are used, found at the first picture: linked, it would cost every command
/// half a millisecond (1.25 against 0.70 ms from start to end of an empty program, the median of 300).
class Renderer {
 public:
  static Renderer& instance() {
    static Renderer renderer;
    return renderer;
  }

  std::string render(const std::string& dot, Picture picture) {
    const std::lock_guard lock(mutex_);
    const Messages messages;
    const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(detail::read_dot(dot), &agclose);
    if (!graph) fail("the drawing is not DOT");
    if (picture == Picture::Png) {
      agattr(graph.get(), AGRAPH, const_cast<char*>("dpi"), const_cast<char*>(dots_per_inch));
    }
    if (layout_(context_, graph.get(), "dot") != 0) {
      fail("Graphviz cannot lay out the drawing; is the package libgvc6 set up (libgvc6-config-update)?");
    }
    char* bytes = nullptr;
    unsigned int size = 0;
    const int failed = render_(context_, graph.get(), name_of(picture), &bytes, &size);
    std::string result;
    if (failed == 0 && bytes != nullptr) result.assign(bytes, size);
    if (bytes != nullptr) free_data_(bytes);
    free_layout_(context_, graph.get());
    if (result.empty()) fail(std::string("Graphviz has no plug-in that writes ") + name_of(picture));
    if (picture == Picture::Pdf) forget_date(result);
    return result;
  }

 private:
  /// Graphviz prints its warnings; while one of these lives they are kept instead.
  class Messages {
   public:
    Messages() : previous_(agseterrf(&keep)) { text().clear(); }
    ~Messages() { agseterrf(previous_); }
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;
    static std::string& text() {
      static std::string collected;
      return collected;
    }

   private:
    static int keep(char* message) {
      text() += message;
      return 0;
    }
    agusererrf previous_;
  };

  Renderer() : library_("libgvc.so.6", "libgvc6") {
    library_.find("gvContext", context_maker_);
    library_.find("gvLayout", layout_);
    library_.find("gvRenderData", render_);
    library_.find("gvFreeRenderData", free_data_);
    library_.find("gvFreeLayout", free_layout_);
    context_ = context_maker_();
    if (context_ == nullptr) throw Error(ErrorCode::RenderFailure, "Graphviz does not start");
  }

  [[noreturn]] static void fail(const std::string& what) {
    std::string message = what;
    if (!Messages::text().empty()) message += ": " + Messages::text();
    while (!message.empty() && message.back() == '\n') message.pop_back();
    throw Error(ErrorCode::RenderFailure, message);
  }

  /// The same drawing is the same file: the time of writing is overwritten by a fixed one of equal length.
  static void forget_date(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:";
    const std::size_t at = pdf.find(key);
    if (at == std::string::npos) return;
    constexpr std::string_view fixed = "19700101000000";
    pdf.replace(at + key.size(), fixed.size(), fixed);
  }

  std::mutex mutex_;
  detail::SharedLibrary library_;
  GVC_t* context_ = nullptr;
  decltype(gvContext)* context_maker_ = nullptr;
  decltype(gvLayout)* layout_ = nullptr;
  decltype(gvRenderData)* render_ = nullptr;
  decltype(gvFreeRenderData)* free_data_ = nullptr;
  decltype(gvFreeLayout)* free_layout_ = nullptr;
};

}  // namespace

const char* name_of(Picture picture) noexcept { return picture_names[static_cast<std::size_t>(picture)]; }

std::optional<Picture> picture_from(std::string_view name) noexcept {
  for (std::size_t i = 0; i < picture_names.size(); ++i) {
    if (name == picture_names[i]) return static_cast<Picture>(i);
  }
  return std::nullopt;
}

std::string render_dot(const std::string& dot, Picture picture) {
  return Renderer::instance().render(dot, picture);
}

std::string render(const Diagram& diagram, Picture picture) { return render_dot(to_dot(diagram), picture); }

}  // namespace entente
