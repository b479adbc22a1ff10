#pragma once

#include <functional>

#include "app/effect.h"
#include "app/event.h"
#include "browser/clipboard.h"
#include "browser/crypto.h"
#include "browser/deadline.h"
#include "browser/files.h"
#include "browser/http.h"
#include "browser/proof.h"
#include "browser/signature.h"

namespace browser {

/// Carries out what the app asks for.
class EffectRunner {
 public:
  using Post = std::function<void(app::Event)>;

  /// `post` receives the outcomes, some of them before `run` returns. `http` is borrowed.
  EffectRunner(HttpClient& http, Post post);

  void run(app::Effect effect);

 private:
  void perform(app::SendRequest effect);
  void perform(const app::CancelRequests& effect);
  void perform(const app::MakeAuthorizationSecrets& effect);
  void perform(const app::StoreAuthorization& effect);
  void perform(const app::RemoveAuthorization& effect);
  void perform(const app::VerifySignature& effect);
  void perform(const app::SignProof& effect);
  void perform(const app::LockConnections& effect);
  void perform(const app::Navigate& effect);
  void perform(const app::ChooseFile& effect);
  void perform(const app::SetDeadline& effect);
  void perform(const app::PushHistory& effect);
  void perform(const app::SaveSettings& effect);
  void perform(const app::CopyText& effect);
  void perform(const app::SaveFile& effect);
  void perform(const app::PrintDocument& effect);

  HttpClient& http_;
  Post post_;
  Deadline deadline_;
  AuthorizationSecretsMaker secretsMaker_;
  SignatureVerifier signatureVerifier_;
  ProofSigner proofSigner_;
  FileChooser fileChooser_;
  Clipboard clipboard_;
};

}  // namespace browser
