#include "risk/units.h"

constexpr risk::MilligramsPerDecilitre kTotal(200);
constexpr risk::MillimolesPerLitre kHdl(1.3);

constexpr auto kTwice = kTotal + kTotal;
#ifdef MISTAKE
constexpr auto kNonsense = kTotal + kHdl;
#endif
