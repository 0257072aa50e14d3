#include "export/drawing/picture.hpp"

#include "export/drawing/svg.hpp"
#include "export/shared_library.hpp"
#include "graph/error.hpp"

#ifdef ENTENTE_WITH_RSVG
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include <memory>
#endif

namespace entente {

#ifdef ENTENTE_WITH_RSVG
namespace {

constexpr double dots_per_inch = 160;  // an A4 page about 1,300 dots wide
constexpr double points_per_inch = 72;

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorCode::RenderFailure, what); }

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// librsvg and Cairo, loaded once.
class Rasterizer {
 public:
  static Rasterizer& instance() {
    static Rasterizer rasterizer;
    return rasterizer;
  }

  std::string render(const std::string& svg, double width, double height, Picture picture) {
    GError* error = nullptr;
    const auto handle = std::unique_ptr<RsvgHandle, decltype(unref_)>(
        open_(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error), unref_);
    if (!handle) {
      const std::string reason = error != nullptr ? error->message : "";
      if (error != nullptr) free_error_(error);
      fail("librsvg does not read the drawing: " + reason);
    }
    std::string bytes;
    if (picture == Picture::Png) {
      const double scale = dots_per_inch / points_per_inch;
      const int columns = static_cast<int>(width * scale + 0.5),
                rows = static_cast<int>(height * scale + 0.5);
      paint(handle.get(), image_(CAIRO_FORMAT_ARGB32, columns, rows), columns, rows,
            [&](cairo_surface_t* surface) { write_png_(surface, append, &bytes); });
    } else {
      cairo_surface_t* page = pdf_(append, &bytes, width, height);
      // The same drawing is the same file, whenever it is written.
      set_metadata_(page, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
      paint(handle.get(), page, width, height, [](cairo_surface_t*) {});
    }
    if (bytes.empty()) fail("Cairo writes no picture of this size");
    return bytes;
  }

 private:
  Rasterizer() : rsvg_("librsvg-2.so.2", "librsvg2-2"), cairo_("libcairo.so.2", "libcairo2") {
    const detail::SharedLibrary objects("libgobject-2.0.so.0", "libglib2.0-0");
    const detail::SharedLibrary glib("libglib-2.0.so.0", "libglib2.0-0");
    rsvg_.find("rsvg_handle_new_from_data", open_);
    rsvg_.find("rsvg_handle_render_document", draw_);
    objects.find("g_object_unref", unref_);
    glib.find("g_error_free", free_error_);
    cairo_.find("cairo_image_surface_create", image_);
    cairo_.find("cairo_pdf_surface_create_for_stream", pdf_);
    cairo_.find("cairo_pdf_surface_set_metadata", set_metadata_);
    cairo_.find("cairo_create", create_);
    cairo_.find("cairo_destroy", destroy_);
    cairo_.find("cairo_surface_finish", finish_);
    cairo_.find("cairo_surface_destroy", destroy_surface_);
    cairo_.find("cairo_surface_write_to_png_stream", write_png_);
  }

  template <typename Write>
  void paint(RsvgHandle* handle, cairo_surface_t* target, double width, double height, Write write) {
    const auto surface =
        std::unique_ptr<cairo_surface_t, decltype(destroy_surface_)>(target, destroy_surface_);
    cairo_t* context = create_(surface.get());
    const RsvgRectangle whole{0, 0, width, height};
    const bool drawn = draw_(handle, context, &whole, nullptr) != 0;
    destroy_(context);
    if (!drawn) fail("librsvg does not draw the picture");
    write(surface.get());
    finish_(surface.get());
  }

  detail::SharedLibrary rsvg_, cairo_;
  decltype(rsvg_handle_new_from_data)* open_ = nullptr;
  decltype(rsvg_handle_render_document)* draw_ = nullptr;
  decltype(g_object_unref)* unref_ = nullptr;
  decltype(g_error_free)* free_error_ = nullptr;
  decltype(cairo_image_surface_create)* image_ = nullptr;
  decltype(cairo_pdf_surface_create_for_stream)* pdf_ = nullptr;
  decltype(cairo_pdf_surface_set_metadata)* set_metadata_ = nullptr;
  decltype(cairo_create)* create_ = nullptr;
  decltype(cairo_destroy)* destroy_ = nullptr;
  decltype(cairo_surface_finish)* finish_ = nullptr;
  decltype(cairo_surface_destroy)* destroy_surface_ = nullptr;
  decltype(cairo_surface_write_to_png_stream)* write_png_ = nullptr;
};

}  // namespace

std::string render(const Scene& scene, Picture picture) {
  const std::string svg = to_svg(scene);
  if (picture == Picture::Svg) return svg;
  return Rasterizer::instance().render(svg, scene.width, scene.height, picture);
}
#else
std::string render(const Scene& scene, Picture picture) {
  if (picture == Picture::Svg) return to_svg(scene);
  throw Error(ErrorCode::RenderFailure,
              std::string("this build writes no ") + name_of(picture) +
                  " of drawings: librsvg (package librsvg2-dev) was not there when it was built; SVG works");
}
#endif

}  // namespace entente
