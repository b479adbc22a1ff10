// How fast the risk engine is: each model, all models for one patient, and the 30-year model alone
// beside the loop that its paper describes, written as one would write it first.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

#include "../../unit/risk/people.h"
#include "risk/assess.h"
#include "risk/contributions.h"
#include "risk/elementary.h"
#include "risk/models/framingham_2009_baseline.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kSecondsPerMeasurement = 0.2;
constexpr int kMeasurements = 5;

// Every result is added here, so that no call can be left out.
double sink = 0;

/// The same man at another age; one object, so that filling it in is not measured.
const risk::Inputs& person(double age) {
  static risk::Inputs inputs = knownMan();
  inputs.age = risk::Years(age);
  return inputs;
}

double secondsFor(auto& work, long calls) {
  const auto start = Clock::now();
  for (long i = 0; i < calls; ++i)
    sink += work(40 + static_cast<double>(i % 20));
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Nanoseconds of one call of work(age): the best of several measurements, because whatever else
/// the machine does only adds.
double nanoseconds(auto work) {
  long calls = 1;
  double seconds = secondsFor(work, calls);
  while (seconds < kSecondsPerMeasurement / 4) {
    calls *= 2;
    seconds = secondsFor(work, calls);
  }
  for (int i = 0; i < kMeasurements; ++i)
    seconds = std::min(seconds, secondsFor(work, calls));
  return seconds / static_cast<double>(calls) * 1e9;
}

void report(std::string_view what, double ours) {
  std::printf("%-44.*s %12.0f ns %14.0f a second\n", static_cast<int>(what.size()), what.data(),
              ours, 1e9 / ours);
}

/// The baseline tables as rows of two survivals, as the spreadsheet has them.
class PlainBaseline {
 public:
  PlainBaseline() {
    double event = 1;
    double death = 1;
    for (const std::uint32_t step : risk::framingham2009::fullLipidSteps()) {
      ((step & 1U) != 0 ? death : event) -= (step / 2) * 1e-9;
      event_.push_back(event);
      death_.push_back(death);
    }
  }

  double incidence(double w, double x) const {
    double sum = w * -std::log(event_[0]);
    for (std::size_t i = 1; i < event_.size(); ++i) {
      sum += std::pow(event_[i - 1], w) * std::pow(death_[i - 1], x) * w *
             (std::log(event_[i - 1]) - std::log(event_[i]));
    }
    return sum;
  }

 private:
  std::vector<double> event_;
  std::vector<double> death_;
};

void benchmarkEachModel() {
  for (const risk::Model* model : risk::models()) {
    report(model->id, nanoseconds([model](double age) {
             const auto result = risk::assessOutcome(*model, 0, person(age));
             return result.ok() ? result->risk.value() : 0;
           }));
  }
}

void benchmarkAllModels() {
  report("all models and outcomes, one patient", nanoseconds([](double age) {
           double sum = 0;
           for (const auto& each : risk::assessAll(person(age))) {
             if (each.result.ok()) sum += each.result->risk.value();
           }
           return sum;
         }));
  report("contributions, framingham-2008-lipid", nanoseconds([](double age) {
           return risk::contributions(*risk::models().front(), 0, person(age))->total.value();
         }));
}

// The general CVD equation with nothing around it: no ranges, no terms to explain, no reasons, no
// points.
void benchmarkPlainEquation() {
  const double ours = nanoseconds([](double age) {
    return risk::assessOutcome(*risk::models().front(), 0, person(age))->risk.value();
  });
  const double plain = nanoseconds([](double age) {
    const double sum = 3.06117 * std::log(age) + 1.12370 * std::log(213.0) -
                       0.93263 * std::log(42.0) + 1.99881 * std::log(144.0) + 0.65451;
    return 1 - std::pow(0.88936, std::exp(sum - 23.9802));
  });
  report("general CVD equation alone, plain", plain);
  std::printf("ours takes %.1f times the plain equation's time, and checks, explains and bands\n",
              ours / plain);
}

void benchmarkThirtyYears() {
  const risk::Model& model = *risk::findModel("framingham-2009-lipid");
  const PlainBaseline baseline;
  const auto ratios = [&model](double age) {
    const auto equation = risk::explain(model, 0, person(age));
    return std::pair(risk::exponential(equation->predictor.sum() - equation->centre),
                     risk::exponential(equation->competing.sum() - equation->competingCentre));
  };
  const double ours = nanoseconds(
      [&](double age) { return risk::assessOutcome(model, 0, person(age))->risk.value(); });
  const double plain = nanoseconds([&](double age) {
    const auto [w, x] = ratios(age);
    return baseline.incidence(w, x);
  });
  const auto [w, x] = ratios(50);
  const double difference =
      baseline.incidence(w, x) - risk::assessOutcome(model, 0, person(50))->risk.value();
  report("30 years, full CVD, ours", ours);
  report("30 years, full CVD, plain loop", plain);
  std::printf("ours is %.1f times as fast; the results differ by %.1e\n", plain / ours,
              std::fabs(difference));
}

}  // namespace

int main() {
  benchmarkEachModel();
  benchmarkAllModels();
  benchmarkPlainEquation();
  benchmarkThirtyYears();
  return std::isfinite(sink) ? 0 : 1;
}
