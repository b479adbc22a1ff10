#pragma once

namespace app {

/// Where the user is. The browser's history moves between these; none of them names a patient in
/// the address.
enum class Screen {
  Start,            ///< ways in, warning signs
  SigningIn,        ///< between the sign-in button and the first data; also why it failed
  Worklists,        ///< the user's lists
  Worklist,         ///< the patients of one list
  Patient,          ///< one patient's risk
  ConnectionCheck,  ///< what an EHR offers, for whoever sets the app up
  EnterValues,      ///< a blank assessment, typed by hand
};

/// The parts of the patient's screen.
enum class PatientTab { Result, WhatIf, History };

/// What lies over the screen; one at a time.
enum class Panel {
  None,
  WarningSigns,
  Settings,
  Explain,
  About,
  Shortcuts,
  Gallery,  ///< every component in every state, for those who work on the looks; holds no data
  Save,
  TakeAlong,  ///< the assessment as link, file or picture
  DemonstrationData,
  Menu,  ///< on phones: what the bar at the top has no room for
};

}  // namespace app
