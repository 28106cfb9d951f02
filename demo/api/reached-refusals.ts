import ts from 'typescript';
import { refusalCatalogue } from '#libs/decider/refusal.js';
import type { Sources } from './sources.js';

/** Errors of a class of their own, and the code by which they are told. */
const THROWN: Readonly<Record<string, string>> = { FieldsRefused: 'FIELDS_REFUSED', StoreBusy: 'STORE_BUSY', NotMultipart: 'UNSUPPORTED_MEDIA_TYPE', BodyTooLarge: 'PAYLOAD_TOO_LARGE' };

/** Which "no" a function can reach: every `refuse('CODE')` in what it calls, and in the decider of the stream that it gives a command to, there only in the command's own cases. */
export class ReachedRefusals {
  readonly #walked = new Map<string, ReadonlySet<string>>();
  /** Where the bus takes every command that is given: another version, a key used before. */
  readonly #given: ts.Node;

  readonly #streams: readonly string[];

  constructor(private readonly sources: Sources) {
    this.#streams = sources.files.flatMap(({ fileName }) => /\/([a-z-]+)\.decider\.ts$/.exec(fileName)?.[1] ?? []);
    this.#given = sources.method('GiveCommandHandler', 'execute').body;
  }

  /** Without commands of its own a route names the stream and the command somewhere on its way: it is walked once to hear the names, and once more with them. */
  from(node: ts.Node, commands: readonly string[] = []): ReadonlySet<string> {
    const heard: Walk = { commands, found: new Set(), seen: new Set(), named: new Set() };
    this.#visitOnce(node, heard);
    if (commands.length > 0) return heard.found;
    const again: Walk = { ...heard, seen: new Set() };
    this.#visitOnce(node, again);
    return again.found;
  }

  /** The refusals of one command of a stream: of its decider, and of what its desk looks up before. */
  ofCommand(stream: string, command: string): ReadonlySet<string> {
    const key = `${stream} ${command}`;
    if (!this.#walked.has(key)) this.#walked.set(key, this.#ofCommand(stream, command));
    return this.#walked.get(key)!;
  }

  #ofCommand(stream: string, command: string): ReadonlySet<string> {
    const walk: Walk = { commands: [command], found: new Set(), seen: new Set(), named: new Set() };
    for (const { fileName, statements } of this.sources.files) {
      if (!fileName.endsWith(`/${stream}.decider.ts`)) continue;
      for (const each of statements) if (ts.isFunctionDeclaration(each) && each.name?.text === 'decide') this.#visitOnce(each, walk);
      const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1);
      for (const file of this.sources.files) if (file.fileName.startsWith(folder)) this.#visitTables(file, command, walk);
    }
    for (const file of this.sources.files) if (/desks?\.ts$|\/route\.ts$/.test(file.fileName)) this.#visitDesk(file, stream, walk);
    return walk.found;
  }

  /** `const steps = { AcceptComplaint(command, state) { … } }`, what may be done when: `{ AcceptComplaint: (state) => … }`, and either made of another table: `{ ...Object.fromEntries(…) }`. */
  #visitTables(node: ts.Node, command: string, walk: Walk): void {
    if (ts.isObjectLiteralExpression(node)) {
      const own = node.properties.filter((each) => each.name?.getText() === command);
      const made = node.properties.filter(ts.isSpreadAssignment).filter(({ expression }) => own.length === 0 && this.sources.checker.getTypeAtLocation(expression).getProperty(command));
      for (const each of [...own, ...made]) this.#visitOnce(each, walk);
    }
    ts.forEachChild(node, (child) => this.#visitTables(child, command, walk));
  }

  /** `{ stream: 'claim', prepare }`, and `byLaw('payment', payment, …)`. */
  #visitDesk(node: ts.Node, stream: string, walk: Walk): void {
    const literal = (each: ts.Node | undefined): boolean => each !== undefined && ts.isStringLiteral(each) && each.text === stream;
    if (ts.isCallExpression(node) && literal(node.arguments[0])) node.arguments.slice(2).forEach((each) => this.#visitOnce(each, walk));
    if (ts.isObjectLiteralExpression(node) && node.properties.some((each) => ts.isPropertyAssignment(each) && each.name.getText() === 'stream' && literal(each.initializer))) {
      for (const each of node.properties) if (each.name?.getText() === 'prepare') this.#visitOnce(each, walk);
    }
    ts.forEachChild(node, (child) => this.#visitDesk(child, stream, walk));
  }

  #visitOnce(node: ts.Node, walk: Walk): void {
    if (walk.seen.has(node)) return;
    walk.seen.add(node);
    this.#visit(node, walk);
  }

  #visit(node: ts.Node, walk: Walk): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isSwitchStatement(node) && /(^|\.)type$/.test(node.expression.getText()) && walk.commands.length > 0) return this.#visitCases(node, walk);
    if ((ts.isIfStatement(node) || ts.isConditionalExpression(node)) && this.#isForOthers(ts.isIfStatement(node) ? node.expression : node.condition, walk)) {
      const otherwise = ts.isIfStatement(node) ? node.elseStatement : node.whenFalse;
      return otherwise && this.#visit(otherwise, walk);
    }
    if (ts.isNewExpression(node)) this.#made(node, walk);
    if (ts.isStringLiteral(node)) this.#heard(node, walk);
    if (ts.isCallExpression(node) && this.#isRefuse(node.expression) && !isHandedOn(node.arguments[0])) for (const code of this.#literalsOf(node.arguments[0])) walk.found.add(code);
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      const fn = this.sources.callable(node);
      if (fn && !isWithin(node, fn)) this.#visitOnce(fn.body, walk);
    }
    ts.forEachChild(node, (child) => this.#visit(child, walk));
  }

  #visitCases(node: ts.SwitchStatement, walk: Walk): void {
    const clauses = node.caseBlock.clauses;
    const labels = clauses.map((clause) => (ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression) ? clause.expression.text : undefined));
    const wanted = labels.map((label) => label !== undefined && walk.commands.includes(label));
    if (!wanted.includes(true)) return clauses.filter(ts.isDefaultClause).forEach((clause) => this.#visit(clause, walk));
    for (let at = wanted.indexOf(true); at >= 0; at = wanted.indexOf(true, at + 1)) {
      let end = at;
      while (clauses[end]!.statements.length === 0 && end + 1 < clauses.length) end++; // Labels that share what stands below.
      this.#visit(clauses[end]!, walk);
    }
  }

  #heard(node: ts.StringLiteral, walk: Walk): void {
    walk.named.add(node.text);
    if (refusalCatalogue.has(node.text) && !ts.isBinaryExpression(node.parent) && !ts.isCaseClause(node.parent)) walk.found.add(node.text);
  }

  /** `type === 'FileSuit' || type === 'ServeAward'`, where the walk is about another command of that type. */
  #isForOthers(condition: ts.Expression, walk: Walk): boolean {
    if (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.BarBarToken) return this.#isForOthers(condition.left, walk) && this.#isForOthers(condition.right, walk);
    if (!ts.isBinaryExpression(condition) || condition.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken || !ts.isStringLiteral(condition.right) || walk.commands.includes(condition.right.text)) return false;
    return this.#literals(this.#declaredType(condition.left)).some((each) => walk.commands.includes(each));
  }

  /** Not narrowed by the conditions before it. */
  #declaredType(node: ts.Expression): ts.Type {
    const symbol = this.sources.checker.getSymbolAtLocation(node);
    return symbol ? this.sources.checker.getTypeOfSymbol(symbol) : this.sources.checker.getTypeAtLocation(node);
  }

  #made({ expression, arguments: given }: ts.NewExpression, walk: Walk): void {
    const name = expression.getText();
    if (Object.hasOwn(THROWN, name)) walk.found.add(THROWN[name]!);
    if (name !== 'GiveCommand' || !given) return;
    this.#visitOnce(this.#given, walk);
    const known = this.#literalsOf(given[0]);
    for (const stream of known.length > 0 ? known : this.#streams.filter((each) => walk.named.has(each))) {
      const type = this.sources.checker.getTypeAtLocation(given[2]!);
      const kinds = (type.isUnion() ? type.types : [type]).flatMap((each) => {
        const property = each.getProperty('type');
        return property ? this.#literals(this.sources.checker.getTypeOfSymbol(property)) : [];
      });
      const commands = kinds.length > 0 ? kinds : walk.commands.length > 0 ? walk.commands : [...walk.named].filter((each) => /^[A-Z][a-z]+[A-Z]/.test(each));
      for (const command of commands) for (const code of this.ofCommand(stream, command)) walk.found.add(code);
    }
  }

  #isRefuse(callee: ts.Expression): boolean {
    return this.sources.declared(callee).some((each) => ts.isVariableDeclaration(each) && each.initializer && ts.isCallExpression(each.initializer) && each.initializer.expression.getText() === 'refusals');
  }

  #literalsOf(node: ts.Node | undefined): readonly string[] {
    return node ? this.#literals(this.sources.checker.getTypeAtLocation(node)) : [];
  }

  #literals(type: ts.Type): readonly string[] {
    return (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  }
}

interface Walk {
  readonly commands: readonly string[];
  readonly found: Set<string>;
  readonly seen: Set<ts.Node>;
  /** Every text on the way: a stream and a command that are handed on as texts are among them. */
  readonly named: Set<string>;
}

/** `refuse(otherwise)` says what the row of the command, or whoever calls, names: that text is heard where it stands. */
function isHandedOn(code: ts.Expression | undefined): boolean {
  return code !== undefined && (ts.isPropertyAccessExpression(code) || ts.isIdentifier(code));
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end && node.getSourceFile() === outer.getSourceFile();
}
