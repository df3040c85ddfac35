# Every header compiles alone: a source per header that includes nothing else, built by `-t headers_alone`
# (./test does). The precompiled headers would hide what a header forgot, so it takes none.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}"
    "${CMAKE_SOURCE_DIR}/shared/*.h" "${CMAKE_SOURCE_DIR}/server/*.h" "${CMAKE_SOURCE_DIR}/client/*.h"
    "${CMAKE_SOURCE_DIR}/cli/*.h" "${CMAKE_SOURCE_DIR}/tests/*.h")
list(FILTER headers EXCLUDE REGEX "^client/scanner/(Com|Wia(Device|Pages|Properties))\\.h$") # Of Windows alone.
set(alone "")
foreach(header IN LISTS headers)
    set(source "${CMAKE_BINARY_DIR}/headers_alone/${header}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"@header@\"\n" @ONLY)
    list(APPEND alone "${source}")
endforeach()

add_library(headers_alone OBJECT EXCLUDE_FROM_ALL ${alone})
set_target_properties(headers_alone PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
target_include_directories(headers_alone PRIVATE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
target_link_libraries(headers_alone PRIVATE
    ${CHENGBAN_WINDOW_LIBS} Qt6::Test OpenSSL::SSL Boost::headers PkgConfig::sodium PkgConfig::qpdf PkgConfig::pq)
target_compile_definitions(headers_alone PRIVATE POINTERHOLDER_TRANSITION=4
    CHENGBAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CHENGBAN_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
target_compile_options(headers_alone PRIVATE -O0 -g0)
