/** What an expression of a test file says, as far as that can be told without running it. */
import ts from 'typescript';

/** What names stand for at one place of a file. */
export type Bindings = ReadonlyMap<string, ts.Expression>;

/** Without what only the compiler reads. */
function bare(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node;
}

/** A name is what it is bound to here, else what the file declares it to be. */
export function resolved(node: ts.Expression, bindings: Bindings): ts.Expression {
  const plain = bare(node);
  if (!ts.isIdentifier(plain)) return plain;
  const value = bindings.get(plain.text) ?? declared(plain);
  return value === undefined ? plain : resolved(value, bindings);
}

function declared(name: ts.Identifier): ts.Expression | undefined {
  let block = name.parent as ts.Node | undefined;
  for (; block; block = block.parent) {
    if (!ts.isBlock(block) && !ts.isSourceFile(block)) continue;
    const declarations = block.statements.filter(ts.isVariableStatement).flatMap((one) => [...one.declarationList.declarations]);
    const found = declarations.find((one) => ts.isIdentifier(one.name) && one.name.text === name.text);
    if (found) return found.initializer;
  }
  return undefined;
}

/** The text of a literal, of a template of known parts, or of a number; `undefined` where it takes a run to know. */
export function textOf(node: ts.Expression | undefined, bindings: Bindings): string | undefined {
  if (!node) return undefined;
  const value = resolved(node, bindings);
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text;
  if (!ts.isTemplateExpression(value)) return undefined;
  const parts = value.templateSpans.map((span) => [textOf(span.expression, bindings), span.literal.text] as const);
  return parts.some(([text]) => text === undefined) ? undefined : value.head.text + parts.flat().join('');
}

/** The entries of a list that stands in the file; `undefined` where it is made when the tests run. */
export function entriesOf(node: ts.Expression, bindings: Bindings): readonly ts.Expression[] | undefined {
  const value = resolved(node, bindings);
  if (ts.isArrayLiteralExpression(value)) return value.elements.some(ts.isSpreadElement) ? undefined : value.elements;
  const isEntries = ts.isCallExpression(value) && value.expression.getText() === 'Object.entries';
  const [object] = isEntries ? value.arguments : [];
  const known = object && resolved(object, bindings);
  if (!known || !ts.isObjectLiteralExpression(known)) return undefined;
  return known.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return [];
    const key = ts.factory.createStringLiteral(property.name.text);
    return ts.factory.createArrayLiteralExpression([key, property.initializer]);
  });
}

/** What the names of `const NAMES of` or of a callback's parameter stand for, given one entry. */
export function bind(names: ts.BindingName, entry: ts.Expression, bindings: Bindings): Bindings {
  if (ts.isIdentifier(names)) return new Map([...bindings, [names.text, entry]]);
  const value = resolved(entry, bindings);
  let all = bindings;
  for (const [i, element] of names.elements.entries()) {
    if (!ts.isBindingElement(element)) continue;
    const part = ts.isArrayLiteralExpression(value) ? value.elements[i] : propertyOf(value, element);
    if (part) all = bind(element.name, part, all);
  }
  return all;
}

function propertyOf(value: ts.Expression, { propertyName, name }: ts.BindingElement): ts.Expression | undefined {
  const key = (propertyName ?? name).getText();
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  return value.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === key)?.initializer;
}
