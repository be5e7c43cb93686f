import type { AnyNode, FunctionDeclaration, FunctionExpression, Identifier, Program } from 'acorn';

/** A name that no scope of the file declares: a global of the platform, or nothing at all. */
export interface FreeName {
  name: string;
  node: Identifier;
  /** The code asks `typeof name` around here, so it lives without it. */
  guarded: boolean;
}

type Node = AnyNode | Identifier;
type FunctionNode = FunctionDeclaration | FunctionExpression;

interface Scope {
  declared: Set<string>;
  /** Names that are asked for by typeof here; code in inner scopes goes by it, too. */
  asked: Set<string>;
}

/** Free names of an ES5 file, whose only scopes are functions and catch clauses. */
export function freeNames(program: Program): FreeName[] {
  const found: FreeName[] = [];
  const pending: { node: Identifier; scopes: Scope[] }[] = [];

  const visit = (node: Node, parent: Node | undefined, scopes: Scope[]): void => {
    if (isFunction(node)) {
      const inner = [...scopes, functionScope(node)];
      for (const child of childrenOf(node)) visit(child, node, inner);
      return;
    }
    if (node.type === 'CatchClause' && node.param?.type === 'Identifier') {
      const inner = [...scopes, { declared: new Set([node.param.name]), asked: new Set<string>() }];
      for (const child of childrenOf(node)) visit(child, node, inner);
      return;
    }
    if (
      node.type === 'UnaryExpression' &&
      node.operator === 'typeof' &&
      node.argument.type === 'Identifier'
    ) {
      scopes.at(-1)?.asked.add(node.argument.name);
      return;
    }
    if (node.type === 'Identifier') {
      if (isReference(node, parent)) pending.push({ node, scopes });
      return;
    }
    for (const child of childrenOf(node)) visit(child, node, scopes);
  };

  const top: Scope = { declared: declaredIn(program), asked: new Set() };
  visit(program, undefined, [top]);
  for (const { node, scopes } of pending) {
    if (scopes.some(({ declared }) => declared.has(node.name))) continue;
    // The file's own scope does not count: one check would excuse all.
    const guarded = scopes.slice(1).some(({ asked }) => asked.has(node.name));
    found.push({ name: node.name, node, guarded });
  }
  return found;
}

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

function functionScope(node: FunctionNode): Scope {
  const declared = declaredIn(node.body);
  declared.add('arguments');
  for (const param of node.params) if (param.type === 'Identifier') declared.add(param.name);
  if (node.id) declared.add(node.id.name);
  return { declared, asked: new Set() };
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
