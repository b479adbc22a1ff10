# framingham_font(WEIGHT OUTPUT)
#
# Makes OUTPUT from Inter's static font of that weight (SIL Open Font License): cut down to what the
# interface draws. Needs a Python with fontTools, which need not be the first one on the PATH.
FetchContent_MakeAvailable(inter)

function(framingham_has_fonttools result python)
  execute_process(COMMAND "${python}" -c "import fontTools" RESULT_VARIABLE status
                  OUTPUT_QUIET ERROR_QUIET)
  if(NOT status EQUAL 0)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

find_program(FRAMINGHAM_PYTHON NAMES python3 PATHS /usr/bin NO_CMAKE_FIND_ROOT_PATH
             VALIDATOR framingham_has_fonttools
             DOC "A Python with fontTools (Debian: python3-fonttools)" REQUIRED)

function(framingham_font weight output)
  find_file(source NAMES "Inter-${weight}.otf" "extras/otf/Inter-${weight}.otf"
            PATHS "${inter_SOURCE_DIR}" NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE REQUIRED)
  set(subset "${PROJECT_SOURCE_DIR}/scripts/subset-font.py")
  add_custom_command(OUTPUT "${output}" DEPENDS "${subset}" "${source}" VERBATIM
    COMMAND "${FRAMINGHAM_PYTHON}" "${subset}" "${source}" "${output}")
endfunction()
