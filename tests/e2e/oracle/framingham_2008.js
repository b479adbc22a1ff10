// The general cardiovascular risk profile, lipid model, worked out a second time and independently of
// the app: D'Agostino RB et al., Circulation 2008;117:743-753, table 2
// (https://doi.org/10.1161/CIRCULATIONAHA.107.699579).

const kEquations = {
  female: {
    lnAge: 2.32888,
    lnTotalCholesterol: 1.20904,
    lnHdl: -0.70833,
    lnSystolicUntreated: 2.76157,
    lnSystolicTreated: 2.82263,
    smoker: 0.52873,
    diabetes: 0.69154,
    meanSum: 26.1931,
    survival: 0.95012,
  },
  male: {
    lnAge: 3.06117,
    lnTotalCholesterol: 1.1237,
    lnHdl: -0.93263,
    lnSystolicUntreated: 1.93303,
    lnSystolicTreated: 1.99881,
    smoker: 0.65451,
    diabetes: 0.57367,
    meanSum: 23.9802,
    survival: 0.88936,
  },
};

/** Probability of a cardiovascular event in 10 years; cholesterol in mg/dL, pressure in mmHg. */
export function tenYearRisk(facts) {
  const equation = kEquations[facts.sex];
  const systolic = facts.treated ? equation.lnSystolicTreated : equation.lnSystolicUntreated;
  const sum =
    equation.lnAge * Math.log(facts.age) +
    equation.lnTotalCholesterol * Math.log(facts.totalCholesterol) +
    equation.lnHdl * Math.log(facts.hdl) +
    systolic * Math.log(facts.systolic) +
    (facts.smoker ? equation.smoker : 0) +
    (facts.diabetes ? equation.diabetes : 0);
  return 1 - equation.survival ** Math.exp(sum - equation.meanSum);
}

/** The percentage as the product says it: one decimal below 10 %, whole numbers above. */
export function percentage(probability) {
  if (probability < 0.001) return 'less than 0.1 %';
  return `${(probability * 100).toFixed(probability < 0.1 ? 1 : 0)} %`;
}
