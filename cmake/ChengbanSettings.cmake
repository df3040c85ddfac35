# Compiler settings that hold for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# "Dev" compiles fast, runs fast enough for the suite and keeps assertions.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")
add_compile_definitions($<$<CONFIG:Dev>:QT_FORCE_ASSERTS>)

set(CHENGBAN_SANITIZE "" CACHE STRING "Comma-separated sanitizers, empty for none")
if(CHENGBAN_SANITIZE)
    add_compile_options(-fsanitize=${CHENGBAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${CHENGBAN_SANITIZE})
    if(CHENGBAN_SANITIZE MATCHES thread)
        add_compile_options(-Wno-tsan)
    endif()
    # What the tests run with; each suppression has its reason in the file.
    set(CHENGBAN_SANITIZER_OPTIONS
        "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp:die_after_fork=0;UBSAN_OPTIONS=print_stacktrace=1")
endif()

# ccache accepts our precompiled headers only with these allowances; without the inode cache it would read all 130 MB of one at
# every call.
find_program(CHENGBAN_CCACHE ccache)
if(CHENGBAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_INODECACHE=1;${CHENGBAN_CCACHE}")
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# GNU ld needs 3.4 s of a core for the client and its 130 test programs each; mold 0.1 s. mold makes no programs for Windows; lld does.
find_program(CHENGBAN_MOLD mold)
find_program(CHENGBAN_LLD NAMES ld.lld ld.lld-14)
if(CHENGBAN_MOLD AND NOT WIN32)
    add_link_options(-fuse-ld=mold)
elseif(CHENGBAN_LLD AND MINGW)
    add_link_options(-fuse-ld=lld)
endif()

if(MSVC)
    add_compile_options(/W4 /permissive- /utf-8 /Zc:__cplusplus /EHsc /bigobj)
else()
    add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
endif()
if(WIN32)
    add_compile_definitions(UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN)
endif()
add_compile_definitions(
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
