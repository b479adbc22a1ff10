// Turns the edit that removes a guard into code that removes it at run time, so that one build serves
// for many guards.

function isBalanced(text) {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** True for what can stand in brackets and mean the same: no list, no statement, no torn operator. */
function isExpression(text) {
  const outside = text.replace(/\([^()]*(\([^()]*(\([^()]*\)[^()]*)*\)[^()]*)*\)/g, '()');
  return isBalanced(text) && text.trim() !== '' && !/[;,{}?]/.test(outside.replace(/'(\\.|[^'])*'|"(\\.|[^"])*"/g, '')) &&
    !/^\s*(\|\||&&|[<>=?:&*+.-])|(\|\||&&|[<>=?:+-])\s*$|\breturn\b|\bif\b/.test(text);
}

/** One of two expressions; where either is a condition, so is the other, whatever its type. */
function either(off, without, text) {
  const as = /&&|\|\|/.test(text + without) ? 'bool' : '';
  return `(${off} ? ${as}(${without}) : ${as}(${text}))`;
}

/**
 * What to put in the place of `text`, so that the guard is there unless `off` holds; undefined where
 * it takes a build of its own.
 */
export function switchable({ text, without }, off) {
  if (typeof text !== 'string') return undefined;
  const condition = text.startsWith('if (') && text.slice('if ('.length);
  if (condition && without === `if (false && ${condition}`) {
    return isBalanced(condition) ? `if ((!${off} && (${condition}))` : `if (!${off} && ${condition}`;
  }
  if (without === `(false && (${text}))`) return `(!${off} && (${text}))`;
  if (without === `(true || (${text}))`) return `(${off} || (${text}))`;
  if (without === '' && /;\s*$/.test(text) && isBalanced(text) && !text.includes('//')) return `if (!${off}) { ${text} }`;
  if (without !== '') return isExpression(text) && isExpression(without) ? either(off, without, text) : undefined;
  const [, before, rest, after] = /^\s*(\|\||&&)?\s*([^]*?)\s*(\|\||&&)?\s*$/.exec(text);
  const operator = before ?? after;
  if (!operator || (before && after) || !isExpression(rest)) return undefined;
  const kept = operator === '||' ? `(!${off} && (${rest}))` : `(${off} || (${rest}))`;
  return before ? ` ${operator} ${kept}` : `${kept} ${operator} `;
}
