# framingham_layer(NAME SOURCES file... [LINKS target...] [PRIVATE_LINKS target...]
#                  [PRECOMPILE header...])
#
# Declares the library of one folder of src. Headers of a layer are included as "layer/header.h" and
# are found only through the target: the include root holds a link to that one folder, so a file that
# includes a layer it does not link to does not compile. PRECOMPILE names what nearly every file of
# the layer includes: parsing that is most of what compiling such a file takes.
function(framingham_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS;PRECOMPILE" ${ARGN})
  set(root "${PROJECT_BINARY_DIR}/layers/${name}")
  file(MAKE_DIRECTORY "${root}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${root}")
    target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS}
                          framingham_warnings)
    target_precompile_headers(${name} PRIVATE ${arg_PRECOMPILE})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE "${root}")
    target_link_libraries(${name} INTERFACE ${arg_LINKS})
  endif()
endfunction()
