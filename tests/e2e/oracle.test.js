// The second implementation that the other tests compare the app with, on the paper's own examples.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { percentage, tenYearRisk } from './oracle/framingham_2008.js';

// Circulation 2008;117:743-753, table 9 and the text beside it, "case 1" and "case 2".
test('the woman of 61 years in the paper has a risk of 10.5 %', () => {
  const risk = tenYearRisk({
    sex: 'female',
    age: 61,
    totalCholesterol: 180,
    hdl: 47,
    systolic: 124,
    treated: false,
    smoker: true,
    diabetes: false,
  });
  assert.equal((risk * 100).toFixed(1), '10.5');
});

test('the man of 53 years in the paper has a risk of 15.6 %', () => {
  const risk = tenYearRisk({
    sex: 'male',
    age: 53,
    totalCholesterol: 161,
    hdl: 55,
    systolic: 125,
    treated: true,
    smoker: false,
    diabetes: true,
  });
  assert.equal((risk * 100).toFixed(1), '15.6');
});

test('percentages are said as the product says them', () => {
  const said = [0.0004, 0.0123, 0.0994, 0.146].map(percentage);
  assert.deepEqual(said, ['less than 0.1 %', '1.2 %', '9.9 %', '15 %']);
});
