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
  written.inputs = {"totalCholesterol 201 mg/dL"};
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

TEST(Write, ReadsTheRiskObservationsOfOthers) {
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  reader.read(R"({"resourceType":"Observation","id":"x","status":"final",
    "code":{"coding":[{"system":"http://loinc.org","code":"65853-4"}]},
    "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-01-01",
    "valueQuantity":{"value":12,"unit":"%"}})");
  const auto record = reader.record("p1", {2026, 11, 23});
  ASSERT_EQ(record->assessments.size(), 1U);
  EXPECT_DOUBLE_EQ(*record->assessments.front().probability, 0.12);
  EXPECT_FALSE(record->assessments.front().ours);
}

TEST(Write, GivesTheSameAssessmentTheSameIdentifier) {
  const auto first = fhir::assessmentIdentifier(assessment());
  EXPECT_EQ(fhir::assessmentIdentifier(assessment()), first);
  auto other = assessment();
  other.inputs.emplace_back("smoker yes");
  EXPECT_NE(fhir::assessmentIdentifier(other), first);
  other = assessment();
  other.patientId = "p2";
  EXPECT_NE(fhir::assessmentIdentifier(other), first);
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

TEST(Save, TakesTheStoredResourceOfTheSamePatientOnly) {
  const std::string mine =
      R"({"resourceType":"RiskAssessment","id":"r1","subject":{"reference":"Patient/p1"}})";
  const auto saved = fhir::readCreateAnswer(WrittenKind::RiskAssessment, answer(201, mine), "p1");
  ASSERT_TRUE(saved.ok());
  EXPECT_EQ(saved->reference, "RiskAssessment/r1");
  EXPECT_FALSE(saved->alreadyStored);
  EXPECT_TRUE(
      fhir::readCreateAnswer(WrittenKind::RiskAssessment, answer(200, mine), "p1")->alreadyStored);
  EXPECT_EQ(
      fhir::readCreateAnswer(WrittenKind::RiskAssessment, answer(201, mine), "p2").error().code,
      SaveErrorCode::WrongSubject);
}

TEST(Catalogue, Row87_Row90_LocationElsewhereOrNone_GivesAtMostAnId) {
  net::Response response = answer(201, "");
  response.headers = {{"location", "https://evil.example/fhir/RiskAssessment/r7/_history/1"}};
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, "p1")->reference,
            "RiskAssessment/r7");
  for (const std::string& id : {std::string("r%207"), std::string("<b>"), std::string(65, 'r')}) {
    response.headers = {{"location", "https://ehr.example/fhir/RiskAssessment/" + id}};
    EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, "p1")->reference, "")
        << id;
  }
  response.headers.clear();
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::RiskAssessment, response, "p1")->reference, "");
}

TEST(Catalogue, Row91_RefusedWrite_SaysWhyInPlainText) {
  const std::string reason = R"({"resourceType":"OperationOutcome","issue":[
    {"severity":"error","code":"invalid","diagnostics":"no\u202e such\u0007 thing"}]})";
  const auto refused = fhir::readCreateAnswer(WrittenKind::Observation, answer(422, reason), "p1");
  EXPECT_EQ(refused.error().code, SaveErrorCode::Refused);
  EXPECT_EQ(refused.error().detail, "no  such  thing");
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::Observation, answer(403, ""), "p1").error().code,
            SaveErrorCode::NotPermitted);
  EXPECT_EQ(fhir::readCreateAnswer(WrittenKind::Observation, answer(503, ""), "p1").error().code,
            SaveErrorCode::ServerFailed);
}

TEST(Catalogue, Row88_AnswerLostAfterAWrite_IsFoundOutByTheIdentifier) {
  const auto found = fhir::readFindAnswer(
      WrittenKind::RiskAssessment,
      answer(200, R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":
        {"resourceType":"RiskAssessment","id":"r1","subject":{"reference":"Patient/p1"}}}]})"),
      "p1");
  ASSERT_TRUE(found.ok());
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ((*found)->reference, "RiskAssessment/r1");
  const auto none =
      fhir::readFindAnswer(WrittenKind::RiskAssessment,
                           answer(200, R"({"resourceType":"Bundle","type":"searchset"})"), "p1");
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
