# cmake --install: libraries, headers, the program, and a package for find_package(entente).
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
configure_package_config_file(cmake/entente-config.cmake.in ${PROJECT_BINARY_DIR}/entente-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT entente-targets NAMESPACE entente:: DESTINATION ${package_dir})
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
              cmake/dependencies.cmake DESTINATION ${package_dir})
