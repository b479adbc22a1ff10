#pragma once

#include <string>
#include <string_view>

#include "app/entered_values.h"
#include "base/result.h"

/// The inputs of an assessment for somebody else, without identity: as the fragment of a link,
/// which browsers send to no server, and as a small file.
///
///     a=1&sex=female&age=51&sbp=136&tc=209&hdl=50&treated=1&smoker=1&diabetes=0
///
/// `a` is the version of the format and comes first. Numbers are in fixed units: years, mm[Hg],
/// mg/dL, kg/m2, kg, cm, mL/min/{1.73_m2}, % (NGSP), mg/g; answers are 1 and 0. What is not known
/// is left out. The file is a JSON object of the same members beside `"framinghamInputs": 1`.
namespace app {

struct SharedInputsError {
  std::string member;  ///< the known member whose value was refused; else empty
};

std::string serialiseFragment(const EnteredValues& values);
/// Refuses as a whole what has another version, an unknown or repeated member, or a value that
/// the form would not take.
base::Result<EnteredValues, SharedInputsError> parseFragment(std::string_view text);

std::string serialiseFile(const EnteredValues& values);
/// True when a file that was opened means to hold inputs.
bool isInputsFile(std::string_view content);
base::Result<EnteredValues, SharedInputsError> parseFile(std::string_view content);

}  // namespace app
