#include "risk/change.h"

#include <utility>

namespace risk {

base::Result<Change, NotAssessed> changeBetween(const Model& model, std::size_t outcome,
                                                const Inputs& before, const Inputs& now) {
  Inputs aged = before;
  aged.age = now.age;
  for (const Inputs* each : {&before, static_cast<const Inputs*>(&aged), &now}) {
    if (auto reason = obstacles(model.outcomes[outcome], *each)) {
      return base::failure(*std::move(reason));
    }
  }
  const auto risk = [&](const Inputs& inputs) {
    return Probability(evaluate(model.equation(outcome, inputs)).value());
  };
  return Change{risk(before), risk(aged), risk(now), shares(model, outcome, now, aged)};
}

}  // namespace risk
