# A room is one static library named like its folder (shared/base -> shared_base).
# Include lines are written from the repository's root, so they name the layer.

# Four precompiled headers serve everything: the core one (the server's, too), the window's, and each of them with QTest
# for the test programs, which are two fifths of a clean build.
function(chengban_add_pch name)
    cmake_parse_arguments(arg "" "" "LIBS;HEADERS" ${ARGN})
    file(WRITE "${CMAKE_BINARY_DIR}/pch/${name}.cpp" "// Carries the precompiled header that other targets reuse.\n")
    add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    target_link_libraries(${name} PRIVATE ${arg_LIBS})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

chengban_add_pch(chengban_pch_core
    LIBS Qt6::Core
    HEADERS <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QString> <QStringList>
            <memory> <optional> <span> <variant> <vector> <algorithm> <array> <tl/expected.hpp>)

set(CHENGBAN_WINDOW_LIBS Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Sql Qt6::Network Qt6::PrintSupport Qt6::Concurrent)
chengban_add_pch(chengban_pch_window
    LIBS ${CHENGBAN_WINDOW_LIBS}
    HEADERS <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QString> <QStringList>
            <QAbstractItemModel> <QBoxLayout> <QLabel> <QPointer> <QPushButton> <QTimer> <QWidget>
            <memory> <optional> <span> <variant> <vector> <algorithm> <array> <tl/expected.hpp>)

if(CHENGBAN_TESTS)
    # Qt gives every test program the folder of its own as a macro, for QFINDTESTDATA, which nothing here uses; with it no two
    # programs could share a precompiled header.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    chengban_add_pch(chengban_pch_core_test
        LIBS Qt6::Core Qt6::Test
        HEADERS <QTest> <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QSignalSpy> <QString>
                <QStringList> <QTemporaryDir> <memory> <optional> <span> <variant> <vector> <algorithm> <array>
                <tl/expected.hpp>)
    chengban_add_pch(chengban_pch_window_test
        LIBS ${CHENGBAN_WINDOW_LIBS} Qt6::Test
        HEADERS <QTest> <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QSignalSpy> <QString>
                <QStringList> <QTemporaryDir> <QAbstractItemModel> <QBoxLayout> <QLabel> <QPointer> <QPushButton> <QTimer>
                <QWidget> <memory> <optional> <span> <variant> <vector> <algorithm> <array> <tl/expected.hpp>)
endif()

# chengban_add_room(NAME [PCH core|window] SOURCES ... LIBS ... [PRIVATE_LIBS ...])
# Sources are relative to the room's folder. Window rooms get all Qt modules the client may link; which of
# them a room may include is checked by tests/layers.
function(chengban_add_room name)
    cmake_parse_arguments(arg "" "PCH" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
    if(NOT arg_SOURCES)
        # A room without code yet: its headers only.
        add_library(${name} INTERFACE)
        target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}")
        target_link_libraries(${name} INTERFACE ${arg_LIBS} Qt6::Core)
        return()
    endif()
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
    target_link_libraries(${name} PUBLIC ${arg_LIBS} PRIVATE ${arg_PRIVATE_LIBS})
    if(arg_PCH STREQUAL "window")
        target_link_libraries(${name} PUBLIC ${CHENGBAN_WINDOW_LIBS})
        target_precompile_headers(${name} REUSE_FROM chengban_pch_window)
    elseif(arg_PCH STREQUAL "core")
        target_link_libraries(${name} PUBLIC Qt6::Core)
        target_precompile_headers(${name} REUSE_FROM chengban_pch_core)
    else()
        target_link_libraries(${name} PUBLIC Qt6::Core)
    endif()
endfunction()

# A program that links Qt Gui sees other code in <QTest> than one that does not; only the client's tests do.
function(chengban_test_pch name)
    file(RELATIVE_PATH room "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    if(room MATCHES "^client")
        target_link_libraries(${name} PRIVATE ${CHENGBAN_WINDOW_LIBS})
        target_precompile_headers(${name} REUSE_FROM chengban_pch_window_test)
    elseif(room MATCHES "^(shared|server|cli)")
        target_precompile_headers(${name} REUSE_FROM chengban_pch_core_test)
    endif()
endfunction()

# chengban_add_test(tst_Name LIBS ... [SOURCES more.cpp] [FROM tst_Other] [KEYRING] [BOTH_ENGINES] [NO_PCH] [TIMEOUT seconds] [LABELS ...])
# One executable per test class: offscreen, county time zone, UTF-8, 60 s unless said otherwise (five times that
# under a sanitizer). Its room is a label: `ctest -L server/http`. KEYRING runs it inside a real secret service of
# its own. BOTH_ENGINES runs it a second time, as tst_Name-postgresql, on a PostgreSQL of its own. NO_PCH is for a
# program outside tests/client that links Qt Gui or Qt Network, which <QTest> sees. FROM takes another test's source, to run
# it over other libraries.
function(chengban_add_test name)
    cmake_parse_arguments(arg "KEYRING;BOTH_ENGINES;NO_PCH" "TIMEOUT;FROM" "LIBS;SOURCES;LABELS;DEFINITIONS" ${ARGN})
    if(NOT arg_FROM)
        set(arg_FROM ${name})
    endif()
    add_executable(${name} ${arg_FROM}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} Qt6::Test)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_compile_definitions(${name} PRIVATE
        CHENGBAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CHENGBAN_BIN_DIR="${CMAKE_BINARY_DIR}/bin" ${arg_DEFINITIONS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(CHENGBAN_SANITIZE OR CMAKE_CROSSCOMPILING) # Wine takes its time.
        math(EXPR arg_TIMEOUT "5 * ${arg_TIMEOUT}")
    endif()
    file(RELATIVE_PATH room "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    if(NOT arg_NO_PCH)
        chengban_test_pch(${name})
    endif()
    if(arg_KEYRING AND NOT WIN32) # Windows has its credential manager without further ado.
        add_test(NAME ${name} COMMAND "${CMAKE_SOURCE_DIR}/tests/with-keyring" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set(environment "QT_QPA_PLATFORM=offscreen;TZ=Asia/Shanghai;LANG=C.UTF-8;LC_ALL=C.UTF-8;${CHENGBAN_SANITIZER_OPTIONS}")
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT} LABELS "${room};${arg_LABELS}" SKIP_RETURN_CODE 77 ENVIRONMENT "${environment}")
    if(WIN32 AND room MATCHES "^client/(app|centre|forms)$") # On a real screen one window at a time has the keys.
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK keys)
    endif()
    if(arg_BOTH_ENGINES)
        add_test(NAME ${name}-postgresql COMMAND ${name})
        math(EXPR longer "2 * ${arg_TIMEOUT}")
        set_tests_properties(${name}-postgresql PROPERTIES
            TIMEOUT ${longer} LABELS "${room};postgresql;${arg_LABELS}" SKIP_RETURN_CODE 77
            ENVIRONMENT "${environment};CHENGBAN_TEST_ENGINE=postgresql")
    endif()
endfunction()
