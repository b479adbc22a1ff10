// The risk layer links to nothing above it, so a header of the FHIR layer cannot be found from
// here.
#include "risk/inputs.h"
#ifdef MISTAKE
#include "fhir/clinical_record.h"
#endif
