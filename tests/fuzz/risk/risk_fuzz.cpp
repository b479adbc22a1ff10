// Any bytes as inputs of every model: each outcome must give a probability or a reason, never a
// trap, a NaN or a number outside 0 to 1; and what is built on the models must hold as well.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "risk/assess.h"
#include "risk/contributions.h"
#include "risk/interval.h"
#include "risk/what_if.h"

namespace {

/// Takes values off the front of the bytes; zero when they have run out.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  std::uint8_t byte() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }

  // Any bits whatsoever, or one of the magnitudes that people have, so that models are reached.
  double number() {
    if ((byte() & 1U) != 0) return byte() + byte() / 256.0;
    double value = 0;
    const std::size_t taken = size_ < sizeof value ? size_ : sizeof value;
    std::memcpy(&value, data_, taken);
    data_ += taken;
    size_ -= taken;
    return value;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

void require(bool holds) {
  if (!holds) __builtin_trap();
}

bool isProbability(risk::Probability value) {
  return value >= risk::Probability(0) && value <= risk::Probability(1);
}

risk::Inputs readInputs(Bytes& bytes) {
  risk::Inputs inputs;
  for (const risk::Input input : risk::allInputs()) {
    const std::uint8_t how = bytes.byte();
    if (how % 8 == 0) continue;
    const double value =
        risk::unit(input).empty() && how % 8 != 1 ? bytes.byte() % 6 : bytes.number();
    risk::setNumber(inputs, input, value);
    if (how % 8 == 7) inputs.totalCholesterol = risk::MillimolesPerLitre(value);
  }
  inputs.deceased = bytes.byte() == 255;
  return inputs;
}

void checkOutcome(const risk::Model& model, std::size_t outcome, const risk::Inputs& inputs,
                  risk::Ranges ranges) {
  const auto result = risk::assessOutcome(model, outcome, inputs, ranges);
  if (!result.ok()) {
    const bool named = result.error().reason == risk::Reason::OutOfRange ||
                       result.error().reason == risk::Reason::Missing;
    require(named != result.error().obstacles.empty());
    return;
  }
  require(isProbability(result->risk));
  require(!result->heartAge.has_value() || std::isfinite(result->heartAge->value()));
}

// Costly, so for one outcome of the input's choice.
void checkDerived(const risk::Model& model, std::size_t outcome, const risk::Inputs& inputs) {
  if (const auto split = risk::contributions(model, outcome, inputs); split.ok()) {
    double sum = split->ideal.value();
    for (const auto& part : split->parts)
      sum += part.amount.value();
    require(std::fabs(sum - split->total.value()) < 1e-9);
  }
  for (const auto& point : risk::riskCurve(model, outcome, inputs)) {
    require(isProbability(point.risk));
  }
  const auto reason = risk::obstacles(model.outcomes[outcome], inputs);
  if (reason.has_value() && reason->obstacles.size() > 4) return;
  if (const auto interval = risk::riskInterval(model, outcome, inputs); interval.ok()) {
    require(interval->lowest <= interval->highest);
    require(isProbability(interval->lowest) && isProbability(interval->highest));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const std::uint8_t choice = bytes.byte();
  const risk::Inputs inputs = readInputs(bytes);
  for (const risk::Model* model : risk::models()) {
    for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
      checkOutcome(*model, i, inputs, risk::Ranges::Enforced);
      checkOutcome(*model, i, inputs, risk::Ranges::Ignored);
    }
  }
  const risk::Model& model = *risk::models()[choice % risk::models().size()];
  checkDerived(model, choice % model.outcomes.size(), inputs);
  return 0;
}
