#include "risk/inputs.h"

void fill(risk::Inputs& inputs) {
  inputs.totalCholesterol = risk::MillimolesPerLitre(5.2);
#ifdef MISTAKE
  inputs.totalCholesterol = risk::MmHg(124);
#endif
}
