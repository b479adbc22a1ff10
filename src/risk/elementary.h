#pragma once

#include <array>
#include <cstdint>
#include <limits>

/// Exponential and natural logarithm from additions, multiplications and one division only, so that
/// a risk has the same bits natively and in WebAssembly. The C libraries of the two differ in the
/// last bit. Both functions stay within one unit in the last place of the true value
/// (elementary_test).
namespace risk {

namespace elementary {

// ln 2 as a sum whose first part has 20 trailing zero bits: multiples of it by a binary exponent
// are exact.
inline constexpr double kLn2High = 0x1.62e42feep-1;
inline constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
inline constexpr double kReciprocalLn2 = 0x1.71547652b82fep+0;
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// std::bit_cast, which the C++ library of Emscripten 3.1.6 lacks; the compilers have what it is
/// made of.
template <typename To, typename From>
constexpr To bitCast(From from) {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}

/// 2 to the power of `exponent`, for the exponents of normal doubles, -1022..1023.
constexpr double powerOfTwo(int exponent) {
  return bitCast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

}  // namespace elementary

/// e to the power of x: 0 for very negative x (results below the smallest normal double included),
/// infinity for very large x, NaN for NaN.
constexpr double exponential(double x) {
  if (x != x) return x;
  if (x > 709.78) return elementary::kInfinity;
  if (x < -708.39) return 0;
  // x = n ln2 + r with |r| <= ln2 / 2; then the Taylor series of exp(r), highest power first.
  const double scaled = x * elementary::kReciprocalLn2;
  const int n = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  const double r = (x - n * elementary::kLn2High) - n * elementary::kLn2Low;
  double sum = 1.0 / 6227020800.0;
  constexpr std::array kReciprocalFactorials = {
      1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
      1.0 / 40320.0,     1.0 / 5040.0,     1.0 / 720.0,     1.0 / 120.0,
      1.0 / 24.0,        1.0 / 6.0,        1.0 / 2.0,
  };
  for (const double factor : kReciprocalFactorials)
    sum = sum * r + factor;
  const double power = 1 + (r + r * r * sum);
  // In two steps: 2^n alone may pass the largest double where the product does not.
  return power * elementary::powerOfTwo(n - n / 2) * elementary::powerOfTwo(n / 2);
}

/// The natural logarithm: minus infinity for 0 (and for subnormal numbers), NaN below 0 and for
/// NaN.
constexpr double naturalLogarithm(double x) {
  if (x != x || x < 0) return std::numeric_limits<double>::quiet_NaN();
  if (x < std::numeric_limits<double>::min()) return -elementary::kInfinity;
  if (x == elementary::kInfinity) return x;
  // x = 2^n m with m in [sqrt(1/2), sqrt(2)); then ln m = 2 artanh(s), s = (m - 1) / (m + 1).
  const auto bits = elementary::bitCast<std::uint64_t>(x);
  int n = static_cast<int>(bits >> 52U) - 1023;
  double m = elementary::bitCast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  if (m > 0x1.6a09e667f3bcdp+0) {
    m *= 0.5;
    n += 1;
  }
  const double f = m - 1;
  const double s = f / (m + 1);
  const double square = s * s;
  double series = 1.0 / 23.0;
  for (int odd = 21; odd >= 3; odd -= 2)
    series = series * square + 1.0 / odd;
  // 2 s = f - s f, so the largest part of the sum, f, is exact.
  const double rest = s * (2 * square * series - f);
  return n * elementary::kLn2High + (f + (rest + n * elementary::kLn2Low));
}

}  // namespace risk
