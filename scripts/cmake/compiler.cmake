# How every file of the project is compiled: one language level, one set of warnings, all of them errors.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# A cache of compilations, where it is installed; CMAKE_CXX_COMPILER_LAUNCHER names another one.
find_program(FRAMINGHAM_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(FRAMINGHAM_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${FRAMINGHAM_CCACHE}")
endif()

# No exceptions anywhere, native builds included: what cannot throw in the browser must not be able
# to throw in a test. Without contraction the same expression gives the same bits on every target.
add_compile_options(-fno-exceptions -fno-rtti -ffp-contract=off)
if(EMSCRIPTEN)
  add_compile_options($<$<CONFIG:Release>:-Os> $<$<CONFIG:Release>:-flto>)
  # Linked at -O3, which CMake gives to releases: with -Os here too, nothing is inlined across files
  # any more, and a record takes twice as long to read for 2 % of the compressed size.
  # Newer versions choose their C++ library by what the linker is told, not by how files were compiled.
  add_link_options(-fno-exceptions $<$<CONFIG:Release>:-flto>)
  # One mebibyte of stack on every version; the setting was renamed.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
    set(FRAMINGHAM_STACK_OPTION -sTOTAL_STACK=1048576)
  else()
    set(FRAMINGHAM_STACK_OPTION -sSTACK_SIZE=1048576)
  endif()
endif()

# FRAMINGHAM_SANITIZE=address,undefined instruments everything, dependencies included, so that
# container annotations agree across libraries.
set(FRAMINGHAM_SANITIZE "" CACHE STRING "Sanitizers, comma separated")
if(FRAMINGHAM_SANITIZE)
  add_compile_options(-fsanitize=${FRAMINGHAM_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${FRAMINGHAM_SANITIZE})
endif()
if(FRAMINGHAM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(framingham_warnings INTERFACE)
target_compile_options(framingham_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Wimplicit-fallthrough -Werror)
# Designated initialisers leave out members on purpose: those are empty. Newer Clang warns of them.
if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 19)
  target_compile_options(framingham_warnings INTERFACE -Wno-missing-designated-field-initializers)
endif()
