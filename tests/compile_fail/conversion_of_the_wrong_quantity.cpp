#include "risk/conversions.h"

constexpr auto kTotal = risk::cholesterolToMass(risk::MillimolesPerLitre(5.2));
#ifdef MISTAKE
constexpr auto kAgain = risk::cholesterolToMass(kTotal);
#endif
