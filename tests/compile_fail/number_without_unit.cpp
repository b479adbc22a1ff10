#include "risk/inputs.h"

void fill(risk::Inputs& inputs) {
  inputs.systolicBloodPressure = risk::MmHg(120);
#ifdef MISTAKE
  inputs.systolicBloodPressure = 120.0;
#endif
}
