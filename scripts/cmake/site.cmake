# framingham_site(PROGRAM)
#
# Assembles what a static host serves, next to the build files:
#   site/       the app as it is shipped
#   demo-site/  the same, but allowed to connect to servers on this machine over plain http
# The page is sealed last: it names the hash of every other part.
include(fonts)

function(framingham_site program)
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/fonts")
  set(fonts "")
  foreach(weight Regular SemiBold)
    string(TOLOWER "inter-${weight}.otf" name)
    set(font "${PROJECT_BINARY_DIR}/fonts/${name}")
    framingham_font(${weight} "${font}")
    list(APPEND fonts "${font}")
  endforeach()

  file(GLOB_RECURSE static CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/*")
  set(seal "${PROJECT_SOURCE_DIR}/scripts/seal-page.py")
  set(stamps "")
  foreach(variant site demo-site)
    set(FRAMINGHAM_MORE_CONNECTIONS "")
    if(variant STREQUAL "demo-site")
      set(FRAMINGHAM_MORE_CONNECTIONS " http://127.0.0.1:* http://localhost:*")
    endif()
    set(page "${PROJECT_BINARY_DIR}/pages/${variant}/index.html")
    configure_file("${PROJECT_SOURCE_DIR}/shell.html" "${page}" @ONLY)
    set(folder "${PROJECT_BINARY_DIR}/${variant}")
    set(stamp "${PROJECT_BINARY_DIR}/${variant}.stamp")
    add_custom_command(OUTPUT "${stamp}" VERBATIM
      DEPENDS ${program} "${page}" "${seal}" ${fonts} ${static}
      COMMAND "${CMAKE_COMMAND}" -E rm -rf "${folder}"
      COMMAND "${CMAKE_COMMAND}" -E copy_directory "${PROJECT_SOURCE_DIR}/web" "${folder}"
      COMMAND "${CMAKE_COMMAND}" -E rm -rf "${folder}/headers"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${folder}/fonts"
      COMMAND "${CMAKE_COMMAND}" -E copy ${fonts} "${folder}/fonts"
      COMMAND "${CMAKE_COMMAND}" -E copy "$<TARGET_FILE:${program}>"
              "$<TARGET_FILE_DIR:${program}>/$<TARGET_FILE_BASE_NAME:${program}>.wasm" "${folder}"
      COMMAND "${FRAMINGHAM_PYTHON}" "${seal}" "${page}" "${folder}"
      COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}")
    list(APPEND stamps "${stamp}")
  endforeach()
  add_custom_target(site ALL DEPENDS ${stamps})
endfunction()
