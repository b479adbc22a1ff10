#include "fhir/completeness.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "fhir/elements.h"

namespace fhir {
namespace {

std::size_t indexOf(RecordKind kind) {
  return static_cast<std::size_t>(std::find(kRecordKinds.begin(), kRecordKinds.end(), kind) -
                                  kRecordKinds.begin());
}

struct KindName {
  std::string_view type;
  RecordKind kind;
};

constexpr KindName kKinds[] = {
    {"Patient", RecordKind::Patient},
    {"Observation", RecordKind::Observation},
    {"Condition", RecordKind::Condition},
    {"MedicationRequest", RecordKind::MedicationRequest},
    {"MedicationOrder", RecordKind::MedicationRequest},
    {"MedicationStatement", RecordKind::MedicationStatement},
    {"Procedure", RecordKind::Procedure},
    {"RiskAssessment", RecordKind::RiskAssessment},
};

unsigned bitOf(RecordKind kind) {
  // Requests and statements are two ways to say what is taken.
  if (kind == RecordKind::MedicationStatement) kind = RecordKind::MedicationRequest;
  return 1U << indexOf(kind);
}

/// The resource type in a search's URL: the last segment of its path.
std::optional<RecordKind> kindOfUrl(std::string_view url) {
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  return kindOfType(path.substr(path.rfind('/') + 1));
}

/// The patient whose data a search's URL asks for: "Patient/p1"; empty when it does not say.
std::string subjectOfUrl(std::string_view url) {
  const std::size_t mark = url.find('?');
  std::string_view query = mark == std::string_view::npos ? "" : url.substr(mark + 1);
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    const std::string_view name = parameter.substr(0, parameter.find_first_of("=:"));
    const std::size_t equals = parameter.find('=');
    if ((name != "patient" && name != "subject") || equals == std::string_view::npos) continue;
    std::string value(parameter.substr(equals + 1));
    const std::size_t slash = value.find("%2F");
    if (slash != std::string::npos) value.replace(slash, 3, "/");
    const std::size_t start = value.rfind('/');
    return "Patient/" + (start == std::string::npos ? value : value.substr(start + 1));
  }
  // [base]/Patient/p1/$everything
  const std::size_t operation = url.find("/$everything");
  return operation == std::string_view::npos ? std::string()
                                             : parseReference(url.substr(0, operation)).local;
}

std::string_view describe(Completeness how) {
  switch (how) {
    case Completeness::Unread:
      return "has not been read yet";
    case Completeness::CutShort:
      return "was read only in part";
    default:
      return "could not be read";
  }
}

}  // namespace

std::optional<RecordKind> kindOfType(std::string_view type) {
  for (const KindName& each : kKinds) {
    if (each.type == type) return each.kind;
  }
  return std::nullopt;
}

std::optional<RecordKind> kindOfPage(const StreamedBundle& page) {
  if (const auto kind = kindOfUrl(page.self)) return kind;
  if (const auto kind = kindOfUrl(page.next)) return kind;
  if (page.entryTypes.size() == 1) return kindOfType(page.entryTypes.begin()->first);
  return std::nullopt;
}

CompletenessLedger::CompletenessLedger(Completeness initial) {
  stated_.fill(initial);
}

void CompletenessLedger::saw(std::string_view source, const std::string& subject) {
  const auto kind = kindOfType(source.substr(0, source.find('/')));
  if (kind) seen_[subject] |= bitOf(*kind);
  subjects_.insert(subject);
}

void CompletenessLedger::page(const StreamedBundle& page) {
  if (!page.self.empty()) pages_.insert(page.self);
  if (page.next.empty()) return;
  NextPage next{page.next, {kindOfPage(page), Completeness::CutShort, {}}};
  std::string subject = subjectOfUrl(page.self);
  if (subject.empty()) subject = subjectOfUrl(page.next);
  if (!subject.empty()) next.gap.subjects.insert(subject);
  nextPages_.push_back(std::move(next));
}

void CompletenessLedger::failed(std::optional<RecordKind> kind) {
  gaps_.push_back({kind, Completeness::Failed, {}});
}

void CompletenessLedger::damaged(const BrokenResource& broken) {
  const auto kind = kindOfType(broken.type);
  const std::string subject = parseReference(broken.subject).local;
  if (broken.isInBundle && !subjects_.empty()) {
    // What was to follow in the Bundle is lost, for those whom it is about.
    gaps_.push_back({std::nullopt, Completeness::CutShort, subjects_});
    if (kind) gaps_.push_back({kind, Completeness::CutShort, subjects_});
  } else if (kind && !subject.empty()) {
    gaps_.push_back({kind, Completeness::CutShort, {subject}});
  } else {
    // One bad line of many: said to everybody, held against nobody.
    hasBadLines_ = true;
  }
}

void CompletenessLedger::set(RecordKind kind, Completeness completeness) {
  stated_[indexOf(kind)] = completeness;
  if (completeness == Completeness::Complete) return;
  gaps_.erase(std::remove_if(gaps_.begin(), gaps_.end(),
                             [&](const Gap& each) { return each.kind == kind; }),
              gaps_.end());
}

void CompletenessLedger::fill(const Gap& gap, const KeptResource& patient, Kinds& kinds) const {
  const bool isConcerned = gap.subjects.empty() || gap.subjects.count(patient.source) > 0 ||
                           gap.subjects.count(patient.self.local) > 0;
  if (!isConcerned) return;
  if (gap.kind) {
    Completeness& kind = kinds[indexOf(*gap.kind)];
    if (kind == Completeness::Complete) kind = gap.how;
    return;
  }
  // It cannot be told what is missing: every kind that gave nothing may be.
  unsigned seen = 0;
  for (const std::string& name : {patient.source, patient.self.local}) {
    const auto found = seen_.find(name);
    if (found != seen_.end()) seen |= found->second;
  }
  for (const RecordKind kind : kRecordKinds) {
    if (kind == RecordKind::RiskAssessment) continue;
    // A newer measurement may stand behind the cut: those before it are used, and marked.
    const bool mayGoOn = kind == RecordKind::Observation && gap.how == Completeness::CutShort;
    const bool gaveNothing = (seen & bitOf(kind)) == 0;
    Completeness& found = kinds[indexOf(kind)];
    if ((gaveNothing || mayGoOn) && found == Completeness::Complete) found = gap.how;
  }
}

void CompletenessLedger::apply(const KeptResource& patient, Assembly& assembly) const {
  Kinds kinds = stated_;
  for (const Gap& gap : gaps_)
    fill(gap, patient, kinds);
  for (const NextPage& next : nextPages_) {
    if (pages_.count(next.url) == 0) fill(next.gap, patient, kinds);
  }
  assembly.record.completeness = kinds;
  for (const RecordKind kind : kRecordKinds) {
    const Completeness how = kinds[indexOf(kind)];
    if (how == Completeness::Complete || how == Completeness::NotOffered) continue;
    const std::string type(resourceType(kind));
    assembly.find(Severity::Warning, FindingCode::Partial, type,
                  type + " data " + std::string(describe(how)) + "; nothing is assumed from it.");
  }
  if (hasBadLines_) {
    assembly.find(Severity::Warning, FindingCode::Partial, assembly.patientPath(),
                  "Part of the input could not be read.");
  }
}

namespace {

/// FHIR forbids to use what a modifier extension speaks of without knowing that extension. Leaving
/// it out would answer too ("no" from a diagnosis that was not read), so a person has to look.
void tellModifiers(Assembly& assembly) {
  for (const KeptResource* each : assembly.resources) {
    if (!each->hasModifier || std::holds_alternative<KeptNothing>(each->content)) continue;
    assembly.find(Severity::Warning, FindingCode::Unidentified, each->source,
                  "An extension changes what this entry means, in a way that is not known here; "
                  "check it in the record.");
  }
}

}  // namespace

void assembleRest(const KeptResource& patient, Assembly& assembly) {
  const auto tellReplacedText = [&assembly](const KeptResource& resource) {
    if (!resource.hasReplacedText) return;
    assembly.find(Severity::Info, FindingCode::Note, resource.source,
                  "A text holds half a character; a replacement character stands in its place.");
  };
  tellReplacedText(patient);
  for (const KeptResource* each : assembly.resources)
    tellReplacedText(*each);
  tellModifiers(assembly);
  forEachKept<KeptCondition>(
      assembly, [&](const KeptResource& resource, const KeptCondition& condition) {
        if (!condition.isUnidentified || condition.verification == Verification::Refuted) return;
        assembly.find(Severity::Warning, FindingCode::Unidentified, resource.source,
                      "The record does not say which condition this is.");
      });
  auto& assessments = assembly.record.assessments;
  forEachKept<KeptAssessments>(
      assembly, [&](const KeptResource& /*resource*/, const KeptAssessments& earlier) {
        for (const EarlierAssessment& each : earlier.predictions) {
          if (each.date.first() <= assembly.asOf()) assessments.push_back(each);
        }
      });
  std::stable_sort(assessments.begin(), assessments.end(),
                   [](const EarlierAssessment& a, const EarlierAssessment& b) {
                     return std::tuple(a.date.first(), a.date.text, a.source) >
                            std::tuple(b.date.first(), b.date.text, b.source);
                   });
}

void assembleOthers(Assembly& assembly, const std::map<std::string, std::size_t>& dropped,
                    std::size_t droppedCount) {
  constexpr std::size_t kMaximumNamed = 20;
  constexpr std::string_view kMessage = "This is about somebody else, or nobody; it is not used.";
  std::size_t named = 0;
  std::size_t count = droppedCount;
  for (const auto& [source, times] : dropped) {
    assembly.find(Severity::Warning, FindingCode::OtherSubject, source, std::string(kMessage));
    ++named;
  }
  // In a file of many patients the rest cannot be laid at one patient's door.
  if (assembly.collection.patientCount() == 1) {
    const auto others = assembly.collection.aboutOthers();
    count += others.size();
    for (const KeptResource* each : others) {
      if (named == kMaximumNamed) break;
      assembly.find(Severity::Warning, FindingCode::OtherSubject, each->source,
                    std::string(kMessage));
      ++named;
    }
  }
  if (count > named) {
    assembly.find(Severity::Warning, FindingCode::OtherSubject, assembly.patientPath(),
                  std::to_string(count) + " resources are about somebody else; none is used.");
  }
}

bool comesBefore(const Finding& a, const Finding& b) {
  return std::tie(a.path, a.code, a.message, a.severity) <
         std::tie(b.path, b.code, b.message, b.severity);
}

}  // namespace fhir
