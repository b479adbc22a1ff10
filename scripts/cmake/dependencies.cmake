# Third-party source. Each is taken from its upstream release by URL and hash; where that host cannot
# be reached, scripts/setup lays the same source under .deps and FETCHCONTENT_SOURCE_DIR_<NAME> points
# there. None is ever copied into the repository.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

foreach(name json googletest imgui inter)
  string(TOUPPER ${name} upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS "${PROJECT_SOURCE_DIR}/.deps/${name}")
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${PROJECT_SOURCE_DIR}/.deps/${name}")
  endif()
endforeach()

# SOURCE_SUBDIR names no folder on purpose: their own build files are not wanted, the targets below are.
FetchContent_Declare(json
  URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
  URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
  SOURCE_SUBDIR none DOWNLOAD_EXTRACT_TIMESTAMP ON)
FetchContent_Declare(imgui
  URL https://github.com/ocornut/imgui/archive/refs/tags/v1.92.5.zip
  URL_HASH SHA512=689338deecfa75d94d5796a42872f2d807eb853a3b9b3e4c2904e2a36a53bdce5de2e74b7812e38548ebdc02cfd70652d49d8c7aa1d20fd46193eb912e10b826
  SOURCE_SUBDIR none DOWNLOAD_EXTRACT_TIMESTAMP ON)
# The typeface; whoever needs its files makes it available.
FetchContent_Declare(inter
  URL https://github.com/rsms/inter/releases/download/v4.1/Inter-4.1.zip
  URL_HASH SHA256=9883fdd4a49d4fb66bd8177ba6625ef9a64aa45899767dde3d36aa425756b11e
  SOURCE_SUBDIR none DOWNLOAD_EXTRACT_TIMESTAMP ON)
FetchContent_MakeAvailable(json imgui)

add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${json_SOURCE_DIR}/include")
target_compile_definitions(nlohmann_json INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0)

# 32-bit characters: names outside the basic multilingual plane exist, and runs of text that the
# browser's own fonts draw are addressed through a private-use plane (src/ui/fallback_text.h).
# The test-engine hooks are off: the widget layer records what the accessible tree needs.
add_library(imgui STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp" "${imgui_SOURCE_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_definitions(imgui PUBLIC
  IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)

if(FRAMINGHAM_TESTS)
  set(INSTALL_GTEST OFF)
  FetchContent_Declare(googletest
    URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
    URL_HASH SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7
    DOWNLOAD_EXTRACT_TIMESTAMP ON)
  FetchContent_MakeAvailable(googletest)
endif()
