#include "browser/effects.h"

#include <utility>
#include <variant>

#include "browser/connections.h"
#include "browser/download.h"
#include "browser/history.h"
#include "browser/page.h"
#include "browser/print.h"
#include "browser/storage.h"

namespace browser {

EffectRunner::EffectRunner(HttpClient& http, Post post)
    : http_(http),
      post_(std::move(post)),
      deadline_([this] { post_(app::DeadlineReached{}); }),
      secretsMaker_([this](app::AuthorizationSecretsMade made) { post_(std::move(made)); }),
      signatureVerifier_([this](oauth::SignatureVerdict verdict) {
        post_(app::SignatureVerified{.verdict = verdict});
      }),
      proofSigner_([this](app::ProofSigned proof) { post_(std::move(proof)); }),
      fileChooser_([this](ChosenFile file) {
        post_(app::FileOpened{.name = std::move(file.name), .content = std::move(file.content)});
      }),
      clipboard_([this](bool copied) { post_(app::TextCopied{.copied = copied}); }) {
}

void EffectRunner::run(app::Effect effect) {
  std::visit([this](auto& asked) { perform(std::move(asked)); }, effect);
}

void EffectRunner::perform(app::SendRequest effect) {
  http_.send(std::move(effect.request), [this, id = effect.id](HttpClient::Outcome outcome) {
    if (auto* response = std::get_if<net::Response>(&outcome)) {
      post_(app::ResponseReceived{.id = id, .response = std::move(*response)});
    } else if (const auto* error = std::get_if<net::TransportError>(&outcome)) {
      post_(app::RequestFailed{.id = id, .error = *error});
    }
  });
}

void EffectRunner::perform(const app::CancelRequests&) {
  http_.cancelAll();
}

void EffectRunner::perform(const app::MakeAuthorizationSecrets&) {
  secretsMaker_.make();
}

void EffectRunner::perform(const app::StoreAuthorization& effect) {
  post_(app::AuthorizationStored{.stored = storeAuthorization(effect.key, effect.record)});
}

void EffectRunner::perform(const app::RemoveAuthorization& effect) {
  removeAuthorization(effect.key);
}

void EffectRunner::perform(const app::VerifySignature& effect) {
  signatureVerifier_.verify(effect.check);
}

void EffectRunner::perform(const app::SignProof& effect) {
  proofSigner_.sign(effect);
}

void EffectRunner::perform(const app::LockConnections& effect) {
  lockConnections(effect.origins);
}

void EffectRunner::perform(const app::Navigate& effect) {
  navigateTo(effect.url);
}

void EffectRunner::perform(const app::ChooseFile&) {
  fileChooser_.open();
}

void EffectRunner::perform(const app::SetDeadline& effect) {
  deadline_.set(effect.monotonicMilliseconds);
}

void EffectRunner::perform(const app::PushHistory& effect) {
  pushHistory(effect.screen);
}

void EffectRunner::perform(const app::SaveSettings& effect) {
  storeSettings(effect.settings);
}

void EffectRunner::perform(const app::CopyText& effect) {
  clipboard_.copy(effect.text);
}

void EffectRunner::perform(const app::SaveFile& effect) {
  download(effect.name, effect.mediaType, effect.content);
}

void EffectRunner::perform(const app::PrintDocument& effect) {
  print(effect.document);
}

}  // namespace browser
