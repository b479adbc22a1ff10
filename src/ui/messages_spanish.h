#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fhir/finding.h"
#include "oauth/errors.h"

/// The Spanish of messages.h.
namespace ui::spanish {

std::string_view sentence(oauth::ErrorCode code);

/// What a code says about any entry.
std::string_view sentence(fhir::FindingCode code);

/// A sentence or title of the lower layers; nothing when it is not in the phrase book.
std::optional<std::string> phrase(std::string_view english);

std::string term(std::string_view english);

}  // namespace ui::spanish
