# Toolchain file for the web presets: finds the Emscripten on the PATH, whichever version it is, and
# loads the toolchain file that it ships.
find_program(EMCC emcc REQUIRED NO_CMAKE_FIND_ROOT_PATH)
if(NOT EMSCRIPTEN_ROOT_PATH)
  execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
endif()
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

# Old Emscripten output run by a newer Node mistakes Node's own fetch for a browser's.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.30)
  find_program(FRAMINGHAM_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${FRAMINGHAM_NODE};--no-experimental-fetch")
endif()
