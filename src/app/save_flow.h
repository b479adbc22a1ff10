#pragma once

#include "app/calls.h"
#include "oauth/scopes.h"

/// Save to record: a preview of exactly what will be written, the user's confirmation, one
/// conditional create, and what the server then holds. What was tried in a what-if is never saved.
namespace app {

/// True when there is a number, of a record that came from the EHR.
bool canSave(const State& state);

/// Shows the preview.
void onSavePressed(State& state);
/// The user confirmed what the preview shows. Writes it, once; or explains that the record system
/// has to be asked for permission first.
void onSaveConfirmed(State& state, Effects& effects);
/// Tries again what failed. After a lost answer the server is asked first whether it is there.
void onSaveRetried(State& state, Effects& effects);
void onSaveResourceToggled(State& state);
/// The user leaves for the record system to allow saving.
void onSavePermissionAccepted(State& state, Effects& effects);

/// Back from the record system: shows the preview anew, once the record has been read. Nothing is
/// saved without the user's confirmation.
void resumeSave(State& state);

/// Whether a resource of this type may be created.
enum class Permission {
  Granted,
  NotAsked,  ///< a further authorization may bring it
  Withheld,  ///< it was asked for, and not granted
};
Permission permissionToCreate(const oauth::Permissions& permissions, std::string_view resourceType);

void receive(State& state, Effects& effects, const ForSave& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForSaveSearch& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
