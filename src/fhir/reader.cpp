#include "fhir/reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fhir/answer.h"
#include "fhir/assembly.h"
#include "fhir/collection.h"
#include "fhir/completeness.h"
#include "fhir/operation_outcome.h"
#include "fhir/resource_stream.h"
#include "json/read.h"

namespace fhir {
namespace {

constexpr std::size_t kMaximumProblems = 100;
constexpr json::Limits kResourceLimits{.bytes = ResourceStream::kMaximumResource + 64UL * 1024UL,
                                       .depth = JsonScanner::kMaximumDepth,
                                       .values = 500'000};

}  // namespace

/// Everything that a reader knows; a copy of it is a copy of the reader.
struct RecordReader::State final : ResourceSink {
  ReaderOptions options;
  Collection collection;
  CompletenessLedger ledger;
  std::map<std::string, std::size_t> otherSubjects;  ///< sources of what was dropped, first ones
  std::size_t otherSubjectCount = 0;

  // Of the document being read.
  std::optional<ResourceStream> stream;
  std::optional<RecordKind> kind;  ///< of the search, for a server's answer
  DocumentOutcome outcome;
  std::string start;
  bool isOpen = false;

  bool isServer() const { return !options.patientId.empty(); }

  void begin();
  void feed(std::string_view piece);
  DocumentOutcome end();

  bool wants(std::string_view type) const override {
    return holdsFacts(type) || type == "OperationOutcome";
  }
  void resource(StreamedResource found) override;
  void deleted(std::string_view reference) override { collection.remove(reference); }
  void bundle(const StreamedBundle& bundle) override;
  void failedEntry(std::string_view /*status*/) override { ledger.failed(kind); }
  void broken(const BrokenResource& broken) override;

  void unreadable(const StreamedResource& found, std::string why);
  void reportOutcome(const std::string& text);
  bool isOfPatient(KeptResource& kept) const;
  void add(KeptResource kept);
};

void RecordReader::State::begin() {
  stream.emplace(*this);
  outcome = {};
  start.clear();
  isOpen = true;
  ledger.beginDocument();
}

void RecordReader::State::feed(std::string_view piece) {
  constexpr std::size_t kStart = 512;
  if (!isOpen) begin();
  if (start.size() < kStart) {
    std::string_view rest = piece;
    if (start.empty()) {
      const std::size_t first = rest.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
      rest.remove_prefix(std::min(first, rest.size()));
    }
    start += rest.substr(0, kStart - start.size());
  }
  stream->feed(piece);
}

DocumentOutcome RecordReader::State::end() {
  if (!isOpen) begin();
  stream->end();
  outcome.resources = stream->resources();
  if (start.empty()) {
    outcome.problems.push_back({AnswerErrorCode::Empty, 1, 1, "there is nothing in it"});
  }
  if (!outcome.error && !outcome.problems.empty() && outcome.resources == 0) {
    AnswerErrorCode code = outcome.problems.front().code;
    if (code == AnswerErrorCode::NotJson) code = kindOfText(start);
    outcome.error = AnswerError{code, {}};
  }
  stream.reset();
  isOpen = false;
  ledger.endDocument();
  return std::exchange(outcome, {});
}

void RecordReader::State::unreadable(const StreamedResource& found, std::string why) {
  BrokenResource resource;
  resource.problem = {AnswerErrorCode::NotJson, stream->line(), 1, std::move(why)};
  resource.type = found.type;
  broken(resource);
}

void RecordReader::State::resource(StreamedResource found) {
  if (found.type == "OperationOutcome") {
    reportOutcome(found.text);
    return;
  }
  const auto parsed = json::parse(found.text, kResourceLimits, json::DuplicateKeys::KeepLast);
  if (!parsed.ok()) {
    unreadable(found, std::string(json::describe(parsed.error())));
    return;
  }
  // The type is looked for twice, by the stream and in the tree. Where it is named twice they see
  // two, and what is checked as one type would be kept as another.
  if (json::text(*parsed, "resourceType") != found.type) {
    unreadable(found, "a resource names two types");
    return;
  }
  KeptResource kept = keep(*parsed, found.fullUrl);
  kept.hasReplacedText = found.hasReplacedText;
  if (found.type == "Patient" && isServer() && kept.source != "Patient/" + options.patientId) {
    if (kind == RecordKind::Patient) outcome.error = AnswerError{AnswerErrorCode::WrongPatient, {}};
    return;
  }
  add(std::move(kept));
}

/// In an answer of a server only its one patient's data is taken; the server's own name for itself,
/// as it stands in the entry, is as good as the one the app uses.
bool RecordReader::State::isOfPatient(KeptResource& kept) const {
  const Reference& subject = kept.subject;
  const bool isOurServer = subject.base.empty() || subject.base == kept.self.base ||
                           subject.base == parseReference(options.base + "/Patient/x").base;
  if (subject.local != "Patient/" + options.patientId || !isOurServer) return false;
  kept.subject.base.clear();
  kept.self.base.clear();
  return true;
}

void RecordReader::State::add(KeptResource kept) {
  const bool isPatient = std::holds_alternative<Patient>(kept.content);
  const bool isDrug = std::holds_alternative<KeptDrug>(kept.content);
  if (isServer() && !isPatient && !isDrug && !isOfPatient(kept)) {
    constexpr std::size_t kMaximumNamed = 20;
    ++otherSubjectCount;
    if (otherSubjects.size() < kMaximumNamed) ++otherSubjects[kept.source];
    return;
  }
  if (isServer()) kept.self.base.clear();
  if (!isDrug) ledger.saw(kept.source, isPatient ? kept.source : kept.subject.local);
  collection.add(std::move(kept));
}

void RecordReader::State::reportOutcome(const std::string& text) {
  const auto issue = readOperationOutcome(text);
  // A server that sends nothing but remarks, however mild, has not answered the question.
  if (!issue && !isServer()) return;
  ledger.failed(kind);
  if (!outcome.error) {
    outcome.error = AnswerError{AnswerErrorCode::OperationOutcome, issue ? issue->text : ""};
  }
}

void RecordReader::State::bundle(const StreamedBundle& bundle) {
  if (!bundle.next.empty()) outcome.next = bundle.next;
  if (bundle.total) outcome.total = bundle.total;
  // The app follows pages itself and says how far it came.
  if (!isServer()) ledger.page(bundle);
  for (const std::string& text : bundle.outcomes) {
    if (readOperationOutcome(text)) ledger.failed(kind ? kind : kindOfPage(bundle));
  }
}

void RecordReader::State::broken(const BrokenResource& broken) {
  if (outcome.problems.size() < kMaximumProblems) outcome.problems.push_back(broken.problem);
  ledger.damaged(broken);
}

RecordReader::RecordReader(ReaderOptions options) : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  state_->ledger =
      CompletenessLedger(state_->isServer() ? Completeness::Unread : Completeness::Complete);
}

RecordReader::RecordReader(const RecordReader& other) : state_(std::make_unique<State>()) {
  *this = other;
}

RecordReader::RecordReader(RecordReader&& other) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&& other) noexcept = default;
RecordReader::~RecordReader() = default;

RecordReader& RecordReader::operator=(const RecordReader& other) {
  if (this == &other) return *this;
  // A document that is half read belongs to the original alone.
  auto copy = std::make_unique<State>();
  copy->options = other.state_->options;
  copy->collection = other.state_->collection;
  copy->ledger = other.state_->ledger;
  copy->otherSubjects = other.state_->otherSubjects;
  copy->otherSubjectCount = other.state_->otherSubjectCount;
  state_ = std::move(copy);
  return *this;
}

void RecordReader::feed(std::string_view piece) {
  state_->feed(piece);
}

DocumentOutcome RecordReader::endDocument() {
  return state_->end();
}

DocumentOutcome RecordReader::read(std::string_view document) {
  state_->feed(document);
  return state_->end();
}

DocumentOutcome RecordReader::readPage(RecordKind kind, std::string_view page) {
  state_->kind = kind;
  DocumentOutcome outcome = read(page);
  state_->kind.reset();
  if (!outcome.problems.empty()) state_->ledger.failed(kind);
  return outcome;
}

void RecordReader::setCompleteness(RecordKind kind, Completeness completeness) {
  state_->ledger.set(kind, completeness);
}

std::vector<std::string> RecordReader::patientIds() const {
  return state_->collection.patientIds();
}

std::optional<ClinicalRecord> RecordReader::record(std::string_view patientId, const Date& asOf,
                                                   const AgeLimits& limits) const {
  const KeptResource* patient = state_->collection.patient(patientId);
  if (patient == nullptr) return std::nullopt;
  ClinicalRecord record;
  record.patient = std::get<Patient>(patient->content);
  record.asOf = asOf;
  const std::vector<const KeptResource*> resources = state_->collection.about(*patient);
  Assembly assembly{state_->collection, resources, limits, record};
  state_->ledger.apply(*patient, assembly);
  assemblePatient(assembly);
  assembleMeasurements(assembly);
  assembleSmoking(assembly);
  assembleTreatments(assembly);
  assembleDiabetes(assembly);
  assemblePriorDisease(assembly);
  assembleRest(*patient, assembly);
  assembleOthers(assembly, state_->otherSubjects, state_->otherSubjectCount);
  std::sort(record.findings.begin(), record.findings.end(), comesBefore);
  const auto last = std::unique(record.findings.begin(), record.findings.end());
  record.findings.erase(last, record.findings.end());
  return record;
}

}  // namespace fhir
