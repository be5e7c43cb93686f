import type { AnyNode, FunctionDeclaration, FunctionExpression, Identifier, Program } from 'acorn';

/** A name that no scope of the file declares: a global of the platform, or nothing at all. */
export interface FreeName {
  name: string;
  node: Identifier;
  /** What the name stands in, from the innermost. */
  around: [parent: Node | undefined, grandparent: Node | undefined];
  /** Names that a condition above this place asks for by `typeof`: what stands under it lives without them. */
  asked: ReadonlySet<string>;
}

export type Node = AnyNode | Identifier;
type FunctionNode = FunctionDeclaration | FunctionExpression;

/** Names that a scope declares, and the scope around it. */
interface Scope {
  declared: Set<string>;
  outer?: Scope;
}

interface Place {
  scope: Scope;
  above: Node[];
  asked: ReadonlySet<string>;
}

/** Free names of an ES5 file, whose only scopes are functions and catch clauses. */
export function freeNames(program: Program): FreeName[] {
  const found: FreeName[] = [];
  const visit = (node: Node, { scope, above, asked }: Place): void => {
    if (node.type === 'Identifier') {
      if (isReference(node, above[0]) && !isDeclared(node.name, scope))
        found.push({ name: node.name, node, around: [above[0], above[1]], asked });
      return;
    }
    if (askedByTypeof(node)) return;
    const inside = { scope: scopeOf(node, scope), above: [node, ...above.slice(0, 1)] };
    for (const child of childrenOf(node)) {
      const there = namesThereIn(node, child);
      visit(child, { ...inside, asked: there.length > 0 ? new Set([...asked, ...there]) : asked });
    }
  };
  visit(program, { scope: { declared: declaredIn(program) }, above: [], asked: new Set() });
  return found;
}

const isDeclared = (name: string, scope: Scope | undefined): boolean =>
  scope !== undefined && (scope.declared.has(name) || isDeclared(name, scope.outer));

/** `typeof name` asks for a name that may not be there, and so does `typeof globalThis.name`. */
function askedByTypeof(node: Node): string | undefined {
  if (node.type !== 'UnaryExpression' || node.operator !== 'typeof') return undefined;
  const { argument } = node;
  return argument.type === 'Identifier' ? argument.name : memberOf(argument, 'globalThis');
}

/** The property that is read of the object of this name. */
export function memberOf(node: Node | undefined, owner: string): string | undefined {
  if (node?.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node;
  if (object.type !== 'Identifier' || object.name !== owner) return undefined;
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' ? String(property.value) : undefined;
}

/** Names that are certainly there when this part of a statement or expression is run. */
function namesThereIn(node: Node, part: Node): string[] {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
    if (part === node.consequent) return namesThereWhen(node.test, true);
    return part === node.alternate ? namesThereWhen(node.test, false) : [];
  }
  return node.type === 'LogicalExpression' && part === node.right
    ? namesThereWhen(node.left, node.operator === '&&')
    : [];
}

/** Names that are certainly there when the condition has come out like this. */
function namesThereWhen(condition: Node, outcome: boolean): string[] {
  if (condition.type === 'UnaryExpression' && condition.operator === '!')
    return namesThereWhen(condition.argument, !outcome);
  if (condition.type === 'LogicalExpression') {
    const [left, right] = [condition.left, condition.right].map((side) => namesThereWhen(side, outcome));
    const areBothSo = condition.operator === (outcome ? '&&' : '||');
    return areBothSo ? [...left!, ...right!] : left!.filter((name) => right!.includes(name));
  }
  if (condition.type !== 'BinaryExpression') return [];
  const { left, operator, right } = condition;
  const [name, type] = [askedByTypeof(left) ?? askedByTypeof(right), textOf(right) ?? textOf(left)];
  if (name === undefined || type === undefined) return [];
  return isThere(operator, type, askedByTypeof(left) !== undefined) === outcome ? [name] : [];
}

/** Whether a name is there for certain when this comparison of its type comes out true; if not, when it comes out false. */
function isThere(operator: string, type: string, isTypeFirst: boolean): boolean | undefined {
  if (/^===?$/.test(operator)) return type !== 'undefined';
  if (/^!==?$/.test(operator)) return type === 'undefined';
  // Minifiers write `typeof name < "u"`: of all types only `undefined` comes after it.
  if (type !== 'u' || !/^[<>]$/.test(operator)) return undefined;
  return (operator === '<') === isTypeFirst;
}

const textOf = (node: Node): string | undefined =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof (value as Node | null)?.type === 'string');
}

const isFunction = (node: Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';

function scopeOf(node: Node, outer: Scope): Scope {
  if (node.type === 'CatchClause' && node.param?.type === 'Identifier')
    return { declared: new Set([node.param.name]), outer };
  if (!isFunction(node)) return outer;
  const declared = declaredIn(node.body);
  declared.add('arguments');
  for (const param of node.params) if (param.type === 'Identifier') declared.add(param.name);
  if (node.id) declared.add(node.id.name);
  return { declared, outer };
}

/** Variables and functions of a body, without those of the functions in it. */
function declaredIn(body: Node): Set<string> {
  const declared = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'FunctionDeclaration' && node.id) declared.add(node.id.name);
    if (isFunction(node)) return;
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') declared.add(node.id.name);
    childrenOf(node).forEach(visit);
  };
  childrenOf(body).forEach(visit);
  return declared;
}

/** Not the name of a property, of a key or of a label. */
function isReference(node: Identifier, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.computed || parent.object === node;
    case 'Property':
      return parent.value === node;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'CatchClause':
      return false;
    default:
      return true;
  }
}
