#include "risk/units.h"

constexpr risk::MmHg kSystolic(120);
constexpr risk::Kilopascals kDiastolic(11);

constexpr bool kSame = kSystolic == kSystolic;
#ifdef MISTAKE
constexpr bool kHigher = kSystolic > kDiastolic;
#endif
