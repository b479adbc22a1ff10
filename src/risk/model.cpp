#include "risk/model.h"

#include <algorithm>
#include <array>

namespace risk {

// A declaration has no parentheses to put the name in.
#define MODEL(name) extern const Model name;  // NOLINT(bugprone-macro-parentheses)
#include "risk/models/registered.inc"
#undef MODEL

namespace {

constexpr const Model* kModels[] = {
#define MODEL(name) &(name),
#include "risk/models/registered.inc"
#undef MODEL
};

constexpr OmittedModel kOmittedModels[] = {
    {"QRISK3-2017",
     "Left out for its licence: its coefficients are published as LGPL source with a disclaimer "
     "that "
     "must accompany every displayed score, and it needs UK deprivation and ethnicity codes."},
};

}  // namespace

std::string_view key(Outcome outcome) {
  switch (outcome) {
    case Outcome::GeneralCvd:
      return "general-cvd";
    case Outcome::FullCvd:
      return "full-cvd";
    case Outcome::HardCvd:
      return "hard-cvd";
    case Outcome::Chd:
      return "chd";
    case Outcome::HardChd:
      return "hard-chd";
    case Outcome::Ascvd:
      return "ascvd";
    case Outcome::TotalCvd:
      return "total-cvd";
    case Outcome::HeartFailure:
      return "heart-failure";
    case Outcome::Cvd:
      return "cvd";
  }
  return "";
}

std::string_view key(BandLevel level) {
  switch (level) {
    case BandLevel::Low:
      return "low";
    case BandLevel::LowToModerate:
      return "low-to-moderate";
    case BandLevel::Borderline:
      return "borderline";
    case BandLevel::Intermediate:
      return "intermediate";
    case BandLevel::High:
      return "high";
    case BandLevel::VeryHigh:
      return "very-high";
  }
  return "";
}

std::span<const Model* const> models() {
  return kModels;
}

const Model* findModel(std::string_view id) {
  const auto* found = std::find_if(std::begin(kModels), std::end(kModels),
                                   [id](const Model* model) { return model->id == id; });
  return found == std::end(kModels) ? nullptr : *found;
}

std::span<const OmittedModel> omittedModels() {
  return kOmittedModels;
}

}  // namespace risk
