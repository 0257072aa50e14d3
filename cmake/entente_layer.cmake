# A layer of docs/ARCHITECTURE.md: a static library of one folder, with the alias entente::<folder>.
#
#   entente_layer(graph HEADERS day.hpp … SOURCES day.cpp … PUBLIC <targets> PRIVATE <targets>)

add_library(entente_warnings INTERFACE)
target_compile_options(
  entente_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
                             -Wimplicit-fallthrough -Wno-missing-field-initializers $<$<BOOL:${ENTENTE_WARNINGS_AS_ERRORS}>:-Werror>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in ordinary concatenations of strings (its bug 105651), and uninitialised members in
  # the alternatives of a std::variant that is not in that state (80635).
  target_compile_options(entente_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

function(entente_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE")
  set(target entente_${name})
  add_library(${target} STATIC ${layer_SOURCES})
  add_library(entente::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${layer_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
                                             VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(${target} PUBLIC ${layer_PUBLIC} PRIVATE ${layer_PRIVATE} $<BUILD_INTERFACE:entente_warnings>)
  if(ENTENTE_INSTALL)
    install(
      TARGETS ${target}
      EXPORT entente-targets
      ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
      FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente)
  endif()
endfunction()
