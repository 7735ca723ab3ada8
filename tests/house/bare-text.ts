import ts from 'typescript';
import type { Source } from './sources';

/** Values that are elements or nothing, by the names that screens give them. */
const elements = new Set(['children', 'picture', 'settings', 'cardStep', 'undefined', 'null']);

const isBlank = (node: ts.Node): boolean =>
  (ts.isJsxText(node) || ts.isStringLiteral(node)) && node.text.trim() === '' && node.text !== '';

/** Whether an expression in braces can come out as a text. */
function mayBeText(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return mayBeText(node.expression);
  if (ts.isConditionalExpression(node)) return mayBeText(node.whenTrue) || mayBeText(node.whenFalse);
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
      ? mayBeText(node.right)
      : mayBeText(node.left) || mayBeText(node.right);
  if (ts.isCallExpression(node)) return !isElementsCall(node);
  if (ts.isPropertyAccessExpression(node)) return !elements.has(node.name.text);
  if (ts.isIdentifier(node)) return !elements.has(node.text);
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    ts.isNumericLiteral(node) ||
    ts.isElementAccessExpression(node)
  );
}

/** `children(value)`, and a list whose callback gives elements. */
function isElementsCall(call: ts.CallExpression): boolean {
  const { expression } = call;
  if (ts.isIdentifier(expression)) return elements.has(expression.text);
  if (!ts.isPropertyAccessExpression(expression) || !['map', 'from'].includes(expression.name.text)) return false;
  return call.arguments.some((each) => ts.isArrowFunction(each) && givesElements(each));
}

const givesElements = ({ body }: ts.ArrowFunction): boolean => {
  if (!ts.isBlock(body)) return !mayBeText(body);
  const returned = body.statements.filter(ts.isReturnStatement).flatMap(({ expression }) => expression ?? []);
  return returned.every((each) => !mayBeText(each));
};

/** Texts that stand beside something else, or beside something that comes and goes, in the elements of a source. */
function bareTextsIn({ path, text }: Source): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node))
      found.push(...bareChildren(node).map((each) => each.getText(file)));
    ts.forEachChild(node, look);
  };
  look(file);
  return found.map((words) => `${path}: ${words.replace(/\s+/g, ' ').trim()}`);
}

function bareChildren(parent: ts.JsxElement | ts.JsxFragment): readonly ts.JsxChild[] {
  const children = parent.children.filter(
    (child) =>
      !(ts.isJsxText(child) && child.containsOnlyTriviaWhiteSpaces) &&
      !(ts.isJsxExpression(child) && !child.expression),
  );
  if (children.length < 2 && !ts.isJsxFragment(parent)) return [];
  const comesAndGoes = children.some(
    (child) => ts.isJsxExpression(child) && child.expression !== undefined && !isBlank(child.expression),
  );
  return children.filter((child) => {
    if (ts.isJsxText(child)) return !isBlank(child) || comesAndGoes;
    if (!ts.isJsxExpression(child) || child.expression === undefined) return false;
    return isBlank(child.expression) ? comesAndGoes : mayBeText(child.expression);
  });
}

/**
 * Bare texts of all screens. A translator of the browser takes a text away and puts its own element there: React then changes
 * the text that is gone, or fails when it takes it out. An element's only text is written through the element and holds.
 */
export const bareTextFaults = (sources: readonly Source[]): readonly string[] =>
  sources.filter(({ path }) => /^(miniprogram|console)\/src\/.*\.tsx$/.test(path)).flatMap(bareTextsIn);
