#include "fhir/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using fhir::AnswerErrorCode;
using fhir::Completeness;
using fhir::RecordKind;
using fhir::RecordReader;

const fhir::Date kAsOf{2026, 11, 23};

const std::string kPatient =
    R"({"resourceType":"Patient","id":"p1","gender":"male","birthDate":"1961-05-02"})";

std::string cholesterol(const std::string& subject, const std::string& extra = "") {
  return R"({"resourceType":"Observation","id":"o1","status":"final",
    "code":{"coding":[{"system":"http://loinc.org","code":"2093-3"}]},
    "subject":{"reference":")" +
         subject + R"("},"effectiveDateTime":"2026-03-04",
    "valueQuantity":{"value":190,"unit":"mg/dL"})" +
         extra + "}";
}

std::string page(const std::string& resource, const std::string& next = "") {
  const std::string link =
      next.empty() ? "" : R"("link":[{"relation":"next","url":")" + next + R"("}],)";
  return R"({"resourceType":"Bundle","type":"searchset",)" + link + R"("entry":[{"fullUrl":
    "https://inside.example/fhir/Observation/o1","resource":)" +
         resource + "}]}";
}

RecordReader serverReader() {
  return RecordReader({"p1", "https://ehr.example/fhir"});
}

void completeAll(RecordReader& reader) {
  for (const RecordKind kind : fhir::kRecordKinds) {
    reader.setCompleteness(kind, Completeness::Complete);
  }
}

TEST(RecordReader, AssumesNothingFromAServerUntilItsAnswersAreComplete) {
  RecordReader reader = serverReader();
  reader.readPage(RecordKind::Patient, kPatient);
  EXPECT_EQ(reader.record("p1", kAsOf)->answer(fhir::Fact::Diabetes), nullptr);
  completeAll(reader);
  EXPECT_EQ(reader.record("p1", kAsOf)->isTrue(fhir::Fact::Diabetes), false);
}

TEST(RecordReader, TellsTheNextPageAndTheTotal) {
  RecordReader reader = serverReader();
  const auto outcome = reader.readPage(
      RecordKind::Observation, page(cholesterol("Patient/p1"), "https://ehr.example/fhir?p=2"));
  EXPECT_EQ(outcome.next, "https://ehr.example/fhir?p=2");
  EXPECT_EQ(outcome.resources, 2U);
  EXPECT_FALSE(outcome.error.has_value());
}

TEST(RecordReader, TakesTheServersOwnNameForItself) {
  RecordReader reader = serverReader();
  reader.readPage(RecordKind::Patient, kPatient);
  reader.readPage(RecordKind::Observation, page(cholesterol("Patient/p1")));
  EXPECT_NE(reader.record("p1", kAsOf)->number(fhir::Fact::TotalCholesterol), nullptr);
}

TEST(RecordReader, DropsAnotherPatientsDataAndSaysSo) {
  RecordReader reader = serverReader();
  reader.readPage(RecordKind::Patient, kPatient);
  reader.readPage(RecordKind::Observation, page(cholesterol("Patient/p2")));
  const auto record = reader.record("p1", kAsOf);
  EXPECT_EQ(record->number(fhir::Fact::TotalCholesterol), nullptr);
  const auto isOther = [](const fhir::Finding& each) {
    return each.code == fhir::FindingCode::OtherSubject && each.path == "Observation/o1";
  };
  EXPECT_EQ(std::count_if(record->findings.begin(), record->findings.end(), isOther), 1);
}

TEST(RecordReader, RefusesAnotherPatientThanAskedFor) {
  RecordReader reader = serverReader();
  const auto outcome =
      reader.readPage(RecordKind::Patient, R"({"resourceType":"Patient","id":"p2"})");
  ASSERT_TRUE(outcome.error.has_value());
  EXPECT_EQ(outcome.error->code, AnswerErrorCode::WrongPatient);
  EXPECT_TRUE(reader.patientIds().empty());
}

TEST(RecordReader, BelievesNoneOfTwoTypesOfOneResource) {
  RecordReader reader = serverReader();
  const auto outcome = reader.readPage(
      RecordKind::Observation,
      R"({"resourceType":"Observation","id":"p2","gender":"female","resourceType":"Patient"})");
  EXPECT_EQ(outcome.problems.size(), 1U);
  EXPECT_TRUE(reader.patientIds().empty());
}

TEST(RecordReader, NamesWhatStoodInPlaceOfAnAnswer) {
  struct Case {
    std::string text;
    AnswerErrorCode code;
  };
  const Case cases[] = {
      {"", AnswerErrorCode::Empty},
      {"<!DOCTYPE html><html></html>", AnswerErrorCode::Html},
      {"<Bundle xmlns='http://hl7.org/fhir'/>", AnswerErrorCode::Xml},
      {"{", AnswerErrorCode::NotJson},
      {"[]", AnswerErrorCode::NotFhir},
      {"{}", AnswerErrorCode::NotFhir},
      {R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"login",
         "diagnostics":"who are you?"}]})",
       AnswerErrorCode::OperationOutcome},
  };
  for (const Case& each : cases) {
    RecordReader reader = serverReader();
    const auto outcome = reader.readPage(RecordKind::Condition, each.text);
    ASSERT_TRUE(outcome.error.has_value()) << each.text;
    EXPECT_EQ(outcome.error->code, each.code) << each.text;
  }
}

TEST(RecordReader, KeepsAKindIncompleteWhoseAnswerHeldAnError) {
  RecordReader reader = serverReader();
  reader.readPage(RecordKind::Patient, kPatient);
  reader.readPage(RecordKind::Condition, R"({"resourceType":"OperationOutcome",
    "issue":[{"severity":"error","code":"forbidden"}]})");
  completeAll(reader);
  const auto record = reader.record("p1", kAsOf);
  EXPECT_TRUE(record->isPartial());
  EXPECT_EQ(record->answer(fhir::Fact::Diabetes), nullptr);
  EXPECT_EQ(record->isTrue(fhir::Fact::Statin), false);
}

TEST(Catalogue, Row80_RemarksInPlaceOfAnAnswer_AreNoEmptyAnswer) {
  RecordReader reader = serverReader();
  reader.readPage(RecordKind::Patient, kPatient);
  const auto outcome = reader.readPage(RecordKind::Condition, R"({"resourceType":"OperationOutcome",
    "issue":[{"severity":"information","code":"informational"}]})");
  ASSERT_TRUE(outcome.error.has_value());
  completeAll(reader);
  EXPECT_EQ(reader.record("p1", kAsOf)->answer(fhir::Fact::Diabetes), nullptr);
}

TEST(RecordReader, RefusesAHundredThousandNestedArraysCalmly) {
  RecordReader reader;
  const auto outcome = reader.read(std::string(100'000, '['));
  ASSERT_EQ(outcome.problems.size(), 1U);
  EXPECT_EQ(outcome.problems.front().code, AnswerErrorCode::TooDeep);
}

TEST(RecordReader, SaysWhereATextHeldHalfACharacter) {
  RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","name":[{"text":"Ana \ud83d"}]})");
  reader.read(cholesterol("Patient/p1", R"(,"note":[{"text":"\ude00"}])"));
  const auto record = reader.record("p1", kAsOf);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->patient.name, "Ana \xEF\xBF\xBD");
  for (const char* path : {"Patient/p1", "Observation/o1"}) {
    const auto isAbout = [path](const fhir::Finding& each) {
      return each.path == path && each.message.find("half a character") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(record->findings.begin(), record->findings.end(), isAbout)) << path;
  }
}

TEST(RecordReader, SaysNothingOfCharactersThatAreWhole) {
  RecordReader reader;
  reader.read(
      R"({"resourceType":"Patient","id":"p1","name":[{"text":"Ana \ud83d\ude00 \ufffd"}]})");
  const auto record = reader.record("p1", kAsOf);
  for (const fhir::Finding& each : record->findings)
    EXPECT_EQ(each.message.find("half a character"), std::string::npos);
}

TEST(RecordReader, SaysWhyAFactWasChosenAndWhatWasPassedOver) {
  RecordReader reader;
  reader.read(kPatient);
  reader.read(cholesterol("Patient/p1"));
  std::string older = cholesterol("Patient/p1");
  older.replace(older.find("2026-03-04"), 10, "2020-03-04");
  older.replace(older.find("\"o1\""), 4, "\"o0\"");
  reader.read(older);
  const auto record = reader.record("p1", kAsOf);
  const auto* fact = record->number(fhir::Fact::TotalCholesterol);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->origin.sources.front(), "Observation/o1");
  EXPECT_EQ(fact->origin.code.code, "2093-3");
  EXPECT_EQ(fact->origin.status, "final");
  EXPECT_EQ(fact->original, (fhir::Quantity{190, "mg/dL"}));
  ASSERT_EQ(fact->origin.passedOver.size(), 1U);
  EXPECT_EQ(fact->origin.passedOver.front().source, "Observation/o0");
  ASSERT_EQ(fact->history.size(), 2U);
  EXPECT_EQ(fact->history.front().source, "Observation/o0");
}

TEST(RecordReader, ReadsABundleOfAHundredMegabytes) {
  RecordReader reader;
  reader.feed(R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)" + kPatient +
              "}");
  const std::string filler =
      R"(,{"resource":{"resourceType":"Claim","note":")" + std::string(100'000, 'x') + R"("}})";
  for (int i = 0; i < 1000; ++i)
    reader.feed(filler);
  reader.feed(",{\"resource\":" + cholesterol("Patient/p1") + "}]}");
  const auto outcome = reader.endDocument();
  EXPECT_TRUE(outcome.problems.empty());
  EXPECT_NE(reader.record("p1", kAsOf)->number(fhir::Fact::TotalCholesterol), nullptr);
}

}  // namespace
