#include "risk/inputs.h"

void fill(risk::Inputs& inputs) {
  inputs.age = risk::Years(61);
#ifdef MISTAKE
  inputs.age = risk::MmHg(124);
#endif
}
