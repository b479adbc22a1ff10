#include "fhir/write.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fhir/reader.h"

namespace {

using fhir::SaveErrorCode;
using fhir::WrittenKind;

fhir::AssessmentToWrite assessment() {
  fhir::AssessmentToWrite written;
  written.patientId = "p1";
  written.occurredAt = "2026-11-23T10:00:00+13:00";
  written.modelId = "framingham-2008-lipid";
  written.modelTitle = "Framingham general cardiovascular disease, 2008";
  written.outcome = "general-cvd";
  written.outcomeTitle = "General cardiovascular disease";
  written.age = 65;
  written.probability = 0.12345678901;
  written.band = "intermediate";
  written.basis = {"Patient/p1", "Observation/o1"};
  written.inputs = {{"totalCholesterol", "201 mg/dL", ""}};
  return written;
}

net::Response answer(int status, std::string body) {
  return {status, {}, std::move(body)};
}

TEST(Write, IsReadBackAsAnEarlierAssessmentOfOurs) {
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  auto stored = nlohmann::json::parse(fhir::riskAssessment(assessment()), nullptr, false);
  stored["id"] = "r1";
  reader.read(stored.dump());
  const auto record = reader.record("p1", {2026, 11, 23});
  ASSERT_EQ(record->assessments.size(), 1U);
  const fhir::EarlierAssessment& found = record->assessments.front();
  EXPECT_EQ(found.source, "RiskAssessment/r1");
  EXPECT_EQ(found.modelId, "framingham-2008-lipid");
  EXPECT_EQ(found.outcome, "general-cvd");
  EXPECT_EQ(found.horizonYears, 10);
  EXPECT_EQ(found.probability, 0.12345678901);
  EXPECT_TRUE(found.ours);
}

// The fuzzer found a heap-use-after-free here: the model's name was read from a method that was
// gone already. Long enough to lie on the heap, it fails under the address sanitizer.
TEST(Write, KeepsTheModelOfAnObservationThatIsReadBack) {
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  const auto empty = reader.record("p1", {2026, 11, 23});
  const auto written = fhir::riskObservation(assessment(), *empty);
  ASSERT_TRUE(written);
  auto stored = nlohmann::json::parse(*written, nullptr, false);
  stored["id"] = "o1";
  reader.read(stored.dump());
  const auto record = reader.record("p1", {2026, 11, 23});
  ASSERT_EQ(record->assessments.size(), 1U);
  EXPECT_EQ(record->assessments.front().modelId, "framingham-2008-lipid");
  EXPECT_EQ(record->assessments.front().horizonYears, 10);
  EXPECT_TRUE(record->assessments.front().ours);
}

// FHIR R4 RiskAssessment.performer: Practitioner, PractitionerRole or Device; Observation.performer
// also Patient and RelatedPerson.
TEST(Write, NamesAPerformerOnlyWhereR4AllowsOne) {
  fhir::AssessmentToWrite written = assessment();
  fhir::ClinicalRecord record;
  for (const char* performer : {"Practitioner/d1", "PractitionerRole/r1"}) {
    written.performer = performer;
    EXPECT_NE(fhir::riskAssessment(written).find(performer), std::string::npos);
    EXPECT_NE(fhir::riskObservation(written, record)->find(performer), std::string::npos);
  }
  for (const char* performer : {"Patient/p7", "RelatedPerson/r7"}) {
    written.performer = performer;
    EXPECT_EQ(fhir::riskAssessment(written).find("performer"), std::string::npos);
    EXPECT_NE(fhir::riskObservation(written, record)->find(performer), std::string::npos);
  }
  written.performer = "Person/p8";
  EXPECT_EQ(fhir::riskObservation(written, record)->find("performer"), std::string::npos);
}

// FHIR R4 calls probabilityDecimal a percentage while its examples are fractions: the words settle
// it.
TEST(Write, SaysTheProbabilityInWordsToo) {
  const auto json = nlohmann::json::parse(fhir::riskAssessment(assessment()), nullptr, false);
  EXPECT_EQ(json["prediction"][0]["rationale"],
            "12.35 % within 10 years, given as a fraction of 1.");
}

TEST(Write, NotesInputsAndRemarksInBothKinds) {
  fhir::AssessmentToWrite written = assessment();
  written.remarks = {"Not read completely: Observation."};
  for (const std::string& text :
       {fhir::riskAssessment(written), *fhir::riskObservation(written, {})}) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    EXPECT_EQ(json["note"][0]["text"],
              "Inputs:\ntotalCholesterol: 201 mg/dL\nNot read completely: Observation.");
  }
  written.inputs.clear();
  written.remarks.clear();
  EXPECT_EQ(fhir::riskAssessment(written).find("note"), std::string::npos);
}

TEST(Write, GivesTheSameAssessmentTheSameIdentifier) {
  const auto first = fhir::assessmentIdentifier(assessment());
  EXPECT_EQ(fhir::assessmentIdentifier(assessment()), first);
  auto other = assessment();
  other.inputs.push_back({"smoker", "yes", ""});
  EXPECT_NE(fhir::assessmentIdentifier(other), first);
  other = assessment();
  other.patientId = "p2";
  EXPECT_NE(fhir::assessmentIdentifier(other), first);
  other = assessment();
  other.occurredAt = "2026-11-24T09:00:00+13:00";
  EXPECT_NE(fhir::assessmentIdentifier(other), first) << "another day";
  other.occurredAt = "2026-11-23T23:59:59+13:00";
  EXPECT_EQ(fhir::assessmentIdentifier(other), first) << "the same day";
  // In records since the first version: another value here would store everything twice.
  EXPECT_EQ(first.system, "urn:uuid:56b6c028-c7d1-48a9-929e-9b5766949691");
  EXPECT_EQ(first.value, "framingham-2008-lipid-4ecc006e803bb720");
}

TEST(Write, KeepsTheGeneralCvdCodeForTheGeneralCvdModels) {
  EXPECT_TRUE(fhir::riskObservation(assessment(), {}).has_value());
  auto coronary = assessment();
  coronary.modelId = "framingham-1998-ldl";
  coronary.outcome = "chd";
  EXPECT_FALSE(fhir::riskObservation(coronary, {}).has_value());
}

TEST(Catalogue, Row89_WriteSentTwice_IsConditionalOnItsIdentifier) {
  const auto identifier = fhir::assessmentIdentifier(assessment());
  const auto request = fhir::createRequest("https://ehr.example/fhir", WrittenKind::RiskAssessment,
                                           "{}", identifier);
  EXPECT_EQ(request.url, "https://ehr.example/fhir/RiskAssessment");
  EXPECT_NE(std::find(request.headers.begin(), request.headers.end(),
                      net::Header{"Prefer", "return=representation"}),
            request.headers.end());
  const auto condition =
      std::find_if(request.headers.begin(), request.headers.end(),
                   [](const net::Header& each) { return each.name == "If-None-Exist"; });
  ASSERT_NE(condition, request.headers.end());
  EXPECT_EQ(condition->value.find("identifier=urn%3Auuid%3A"), 0U);
}

/// What a server holds after our create; `members` come after the id.
std::string stored(const std::string& members) {
  return R"({"resourceType":"RiskAssessment","id":"r1",)" + members + "}";
}

std::string ourIdentifier() {
  const auto identifier = fhir::assessmentIdentifier(assessment());
  return R"("identifier":[{"system":")" + identifier.system + R"(","value":")" + identifier.value +
         R"("}])";
}

const std::string kOfP1 = R"("subject":{"reference":"Patient/p1"})";
const std::string kOfP2 = R"("subject":{"reference":"Patient/p2"})";

auto created(int status, const std::string& body) {
  return fhir::readCreateAnswer(WrittenKind::RiskAssessment, answer(status, body), assessment());
}

auto found(const std::string& resources) {
  return fhir::readFindAnswer(
      WrittenKind::RiskAssessment,
      answer(200, R"({"resourceType":"Bundle","type":"searchset","entry":[)" + resources + "]}"),
      assessment());
}

TEST(Save, TakesTheStoredResourceOfTheSamePatientOnly) {
  const auto saved = created(201, stored(kOfP1));
  ASSERT_TRUE(saved.ok());
  EXPECT_EQ(saved->reference, "RiskAssessment/r1");
  EXPECT_FALSE(saved->alreadyStored);
  EXPECT_EQ(created(201, stored(kOfP2)).error().code, SaveErrorCode::WrongSubject);
  EXPECT_EQ(created(201, stored(R"("status":"final")")).error().code, SaveErrorCode::WrongSubject);
}

TEST(Save, TakesNothingForTheSameAssessmentThatDoesNotCarryItsIdentifier) {
  EXPECT_TRUE(created(200, stored(kOfP1 + "," + ourIdentifier()))->alreadyStored);
  for (const std::string& other : {stored(kOfP1), stored(kOfP2)}) {
    EXPECT_EQ(created(200, other).error().code, SaveErrorCode::ServerFailed)
        << "the server passed over the condition: what came of it is not known";
  }
}

TEST(Save, SaysThatAnAssessmentWasWithdrawn) {
  const std::string withdrawn =
      stored(kOfP1 + "," + ourIdentifier() + R"(,"status":"entered-in-error")");
  EXPECT_EQ(created(200, withdrawn).error().code, SaveErrorCode::Refused);
  EXPECT_NE(created(200, withdrawn).error().detail.find("entered in error"), std::string::npos);
  EXPECT_FALSE(found(R"({"resource":)" + withdrawn + "}")->has_value());
}

TEST(Save, IsNotFoundInWhatAServerSendsThatPassesOverTheIdentifier) {
  const std::string others = R"({"resource":)" + stored(kOfP1) + R"(},{"resource":)" +
                             stored(kOfP2 + "," + ourIdentifier()) + "}";
  EXPECT_FALSE(found(others)->has_value());
  EXPECT_TRUE(found(others + R"(,{"resource":)" + stored(kOfP1 + "," + ourIdentifier()) + "}")
                  ->has_value());
}

TEST(Save, IsReadBackUnderTheNameThatTheServerGave) {
  const auto request = fhir::readBackRequest("https://ehr.example/fhir", "RiskAssessment/r1");
  EXPECT_EQ(request.method, net::Method::Get);
  EXPECT_EQ(request.url, "https://ehr.example/fhir/RiskAssessment/r1");
  const auto readBack = [](int status, const std::string& body) {
    return fhir::readBackAnswer(WrittenKind::RiskAssessment, answer(status, body), assessment());
  };
  EXPECT_EQ(readBack(200, stored(kOfP1))->reference, "RiskAssessment/r1");
  EXPECT_EQ(readBack(200, stored(kOfP2)).error().code, SaveErrorCode::WrongSubject);
  EXPECT_FALSE(readBack(404, "").ok());
  EXPECT_FALSE(readBack(200, "<html>").ok());
}

TEST(Save, TellsWhatIsNotOfferedFromWhatIsRefusedAndFromWhatIsNotKnown) {
  const std::string unsupported = R"({"resourceType":"OperationOutcome","issue":[
    {"severity":"error","code":"not-supported","diagnostics":"no such type"}]})";
  for (const int status : {400, 422})
    EXPECT_EQ(created(status, unsupported).error().code, SaveErrorCode::NotOffered) << status;
  for (const int status : {404, 405, 501})
    EXPECT_EQ(created(status, "").error().code, SaveErrorCode::NotOffered) << status;
  for (const int status : {400, 409, 410, 412, 413, 415, 422, 428, 429})
    EXPECT_EQ(created(status, "").error().code, SaveErrorCode::Refused) << status;
  for (const int status : {304, 408, 500, 502, 503, 504})
    EXPECT_EQ(created(status, "").error().code, SaveErrorCode::ServerFailed) << status;
  EXPECT_EQ(created(403, unsupported).error().code, SaveErrorCode::NotPermitted);
}

TEST(Catalogue, Row87_Row90_LocationElsewhereOrNone_GivesAtMostAnId) {
  net::Response response = answer(201, "");
  response.headers = {{"location", "https://evil.example/fhir/RiskAssessment/r7/_history/1"}};
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, assessment())->reference,
            "RiskAssessment/r7");
  for (const std::string& id : {std::string("r%207"), std::string("<b>"), std::string(65, 'r')}) {
    response.headers = {{"location", "https://ehr.example/fhir/RiskAssessment/" + id}};
    EXPECT_EQ(
        fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, assessment())->reference, "")
        << id;
  }
  response.headers.clear();
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, assessment())->reference,
            "");
}

TEST(Catalogue, Row91_RefusedWrite_SaysWhyInPlainText) {
  const std::string reason = R"({"resourceType":"OperationOutcome","issue":[
    {"severity":"error","code":"invalid","diagnostics":"no\u202e such\u0007 thing"}]})";
  const auto refused =
      fhir::readCreateAnswer(WrittenKind::Observation, answer(422, reason), assessment());
  EXPECT_EQ(refused.error().code, SaveErrorCode::Refused);
  EXPECT_EQ(refused.error().detail, "no  such  thing");
  EXPECT_EQ(
      fhir::readCreateAnswer(WrittenKind::Observation, answer(403, ""), assessment()).error().code,
      SaveErrorCode::NotPermitted);
  EXPECT_EQ(
      fhir::readCreateAnswer(WrittenKind::Observation, answer(503, ""), assessment()).error().code,
      SaveErrorCode::ServerFailed);
}

TEST(Catalogue, Row88_AnswerLostAfterAWrite_IsFoundOutByTheIdentifier) {
  const auto there = found(R"({"resource":)" + stored(kOfP1 + "," + ourIdentifier()) + "}");
  ASSERT_TRUE(there.ok());
  ASSERT_TRUE(there->has_value());
  EXPECT_EQ((*there)->reference, "RiskAssessment/r1");
  const auto none = found("");
  ASSERT_TRUE(none.ok());
  EXPECT_FALSE(none->has_value());
}

TEST(Demonstration, MakesPlausibleObservationsThatAreReadBack) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    fhir::RecordReader reader;
    reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
    reader.read(fhir::demonstrationData("p1", {2026, 11, 23}, seed));
    const auto record = reader.record("p1", {2026, 11, 23});
    EXPECT_NE(record->number(fhir::Fact::TotalCholesterol), nullptr);
    EXPECT_NE(record->number(fhir::Fact::BodyMassIndex), nullptr);
    EXPECT_NE(record->number(fhir::Fact::DiastolicBloodPressure), nullptr);
    EXPECT_TRUE(record->isTrue(fhir::Fact::Smoker).has_value());
  }
}

}  // namespace
