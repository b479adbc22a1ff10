#pragma once

#include <cstdint>
#include <span>

/// Baseline tables of the 30-year model; their encoding is told in the .cpp and read by
/// CompetingBaseline.
namespace risk::framingham2009 {

std::span<const std::uint32_t> fullLipidSteps();
std::span<const std::uint32_t> fullBmiSteps();
std::span<const std::uint32_t> hardLipidSteps();
std::span<const std::uint32_t> hardBmiSteps();

/// For each year 1 to 30, how many steps of the full CVD tables lie before its end.
std::span<const std::uint16_t> fullRowsByYear();

}  // namespace risk::framingham2009
