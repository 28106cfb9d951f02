import ts from 'typescript';
import type { JsonSchema } from '#libs/contracts/breaking.js';
import type { Callable, Sources } from './sources.js';

type Schema = Record<string, unknown>;
const { TypeFlags } = ts;
const DEPTH_MAX = 14;
const VAGUE = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive | TypeFlags.Never;

/**
 * What a function answers, as a JSON Schema of what `JSON.stringify` makes of it. A handler is mostly declared to return `object`: then its `return`s say more,
 * through the functions that they call. What nobody wrote down a type for stays open (`{}`).
 */
export class AnswerSchemas {
  /** The named types met on the way, by the name of their component. */
  readonly components: Record<string, JsonSchema> = {};
  readonly #names = new Map<ts.Symbol, string>();
  readonly #within = new Set<ts.Node>();

  /** `taken`: names of other components. */
  constructor(private readonly sources: Sources, private readonly taken: ReadonlySet<string>) {}

  /** Undefined for a handler that returns nothing: it writes its answer itself. */
  of(handler: Callable): JsonSchema | undefined {
    const declared = this.#returned(handler);
    if (declared.flags & (TypeFlags.Void | TypeFlags.Undefined)) return undefined;
    return this.#vague(declared) ? this.#ofReturns(handler) : this.#ofType(declared, 0);
  }

  #returned(fn: Callable): ts.Type {
    const { checker } = this.sources;
    const type = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(fn)!);
    return checker.getAwaitedType(type) ?? type;
  }

  #ofReturns(fn: Callable): Schema {
    if (this.#within.has(fn)) return {};
    this.#within.add(fn);
    const found = ts.isBlock(fn.body) ? returnsIn(fn.body).map((each) => this.#ofExpression(each)) : [this.#ofExpression(fn.body)];
    this.#within.delete(fn);
    return anyOf(found);
  }

  #ofExpression(node: ts.Expression): Schema {
    const { checker } = this.sources;
    const value = bare(node);
    if (ts.isConditionalExpression(value)) return anyOf([this.#ofExpression(value.whenTrue), this.#ofExpression(value.whenFalse)]);
    const type = checker.getAwaitedType(checker.getTypeAtLocation(value)) ?? checker.getTypeAtLocation(value);
    if (ts.isObjectLiteralExpression(value)) return this.#ofLiteral(value, type);
    if (!this.#vague(type)) return this.#ofType(type, 0);
    const fn = ts.isCallExpression(value) ? this.sources.callable(ts.isPropertyAccessExpression(value.expression) ? value.expression.name : value.expression) : undefined;
    if (fn) return this.of(fn) as Schema ?? {};
    const [declaration] = ts.isIdentifier(value) ? this.sources.declared(value) : [];
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer ? this.#ofExpression(declaration.initializer) : this.#ofType(type, 0);
  }

  /** The compiler knows the whole; what it knows of a property as `object` alone, the property's own expression says better. */
  #ofLiteral(node: ts.ObjectLiteralExpression, type: ts.Type): Schema {
    const whole = this.#ofType(type, 0);
    const properties = whole['properties'] as Record<string, Schema> | undefined;
    for (const each of node.properties) {
      if (!properties || !ts.isPropertyAssignment(each)) continue;
      const name = each.name.getText().replace(/^['"]|['"]$/g, '');
      const known = this.sources.checker.getTypeAtLocation(each.initializer);
      if (Object.hasOwn(properties, name) && this.#vague(this.sources.checker.getAwaitedType(known) ?? known)) properties[name] = this.#ofExpression(each.initializer);
    }
    return whole;
  }

  #vague(type: ts.Type): boolean {
    return (type.flags & VAGUE) !== 0 || (type.isUnion() && type.types.some(({ flags }) => flags & TypeFlags.NonPrimitive));
  }

  #ofType(type: ts.Type, depth: number): Schema {
    if (depth > DEPTH_MAX || type.flags & (VAGUE & ~TypeFlags.NonPrimitive)) return {};
    if (type.flags & TypeFlags.NonPrimitive) return { type: 'object' };
    if (type.flags & TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.isUnion()) return this.#ofUnion(type, depth);
    if (type.isIntersection()) {
      const plain = type.types.find(({ flags }) => flags & (TypeFlags.StringLike | TypeFlags.NumberLike));
      if (plain) return this.#ofType(plain, depth);
    }
    if (type.flags & TypeFlags.Instantiable) {
      const bound = this.sources.checker.getBaseConstraintOfType(type);
      return bound && bound !== type ? this.#ofType(bound, depth + 1) : {};
    }
    return type.flags & (TypeFlags.Object | TypeFlags.Intersection) ? this.#ofObject(type, depth) : {};
  }

  #ofUnion(type: ts.UnionType, depth: number): Schema {
    const types = type.types.filter(({ flags }) => !(flags & (TypeFlags.Undefined | TypeFlags.Void)));
    const literals = types.filter((each): each is ts.StringLiteralType => each.isStringLiteral());
    const booleans = types.filter(({ flags }) => flags & TypeFlags.BooleanLike);
    const rest = types.filter((each) => !each.isStringLiteral() && !(each.flags & TypeFlags.BooleanLike));
    const enumerated = literals.length > 0 ? [{ type: 'string', enum: literals.map(({ value }) => value).sort() }] : [];
    return anyOf([...enumerated, ...(booleans.length > 0 ? [{ type: 'boolean' }] : []), ...rest.map((each) => this.#ofType(each, depth + 1))]);
  }

  #ofObject(type: ts.Type, depth: number): Schema {
    const { checker } = this.sources;
    const name = type.symbol?.name;
    if (name === 'Date') return { type: 'string', format: 'date-time' };
    if (name === 'Promise') return this.#ofType(checker.getAwaitedType(type)!, depth + 1);
    if (name === 'Map' || name === 'ReadonlyMap' || name === 'Set') return { type: 'object' };
    if (name === 'Buffer' || name === 'Uint8Array') return { type: 'string' };
    const given = checker.getTypeArguments(type as ts.TypeReference);
    if (checker.isTupleType(type)) return { type: 'array', items: anyOf(given.map((each) => this.#ofType(each, depth + 1))) };
    if (checker.isArrayType(type) || name === 'ReadonlyArray') return { type: 'array', items: given[0] ? this.#ofType(given[0], depth + 1) : {} };
    const component = this.#componentOf(type, given);
    if (!component) return this.#ofProperties(type, depth);
    if (!Object.hasOwn(this.components, component)) {
      this.components[component] = {}; // Before its own properties, which may refer to it.
      this.components[component] = this.#ofProperties(type, 0);
    }
    return { $ref: `#/components/schemas/${component}` };
  }

  #ofProperties(type: ts.Type, depth: number): Schema {
    const { checker } = this.sources;
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const of = checker.getTypeOfSymbol(property);
      if (property.name.startsWith('__') || property.name.startsWith('#') || of.getCallSignatures().length > 0) continue;
      properties[property.name] = this.#ofType(of, depth + 1);
      const maybe = property.flags & ts.SymbolFlags.Optional || (of.isUnion() && of.types.some(({ flags }) => flags & TypeFlags.Undefined)) || of.flags & (TypeFlags.Undefined | TypeFlags.Unknown | TypeFlags.Any);
      if (!maybe) required.push(property.name);
    }
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object', ...(Object.keys(properties).length > 0 && { properties }), ...(required.length > 0 && { required: required.sort() }),
      ...(index && { additionalProperties: this.#ofType(index, depth + 1) }),
    };
  }

  /** A named type of ours is one component, however often it is met; of two with one name the second takes the name of its folder before it. */
  #componentOf(type: ts.Type, given: readonly ts.Type[]): string | undefined {
    const symbol = type.aliasSymbol && !type.aliasTypeArguments ? type.aliasSymbol : type.isClassOrInterface() && given.length === 0 ? type.symbol : undefined;
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || declaration.getSourceFile().fileName.includes('/node_modules/')) return undefined;
    const known = this.#names.get(symbol);
    if (known) return known;
    const folder = declaration.getSourceFile().fileName.split('/').at(-2)!.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    const plain = symbol.name.replace(/Table$/, '');
    const name = [plain, `${folder}${plain}`].find((each) => !this.taken.has(each) && ![...this.#names.values()].includes(each));
    if (name) this.#names.set(symbol, name);
    return name;
  }
}

function returnsIn(body: ts.Node): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node) ? bare(node.expression) : node;
}

/** One of several, each once; `null` beside a plain type is a type of its own. */
function anyOf(all: readonly Schema[]): Schema {
  const each = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  if (each.length === 0 || each.some((one) => Object.keys(one).length === 0)) return {};
  if (each.length === 1) return each[0]!;
  const [one, nothing] = [each.find(({ type }) => type !== 'null'), each.find(({ type }) => type === 'null')];
  if (each.length === 2 && nothing && typeof one?.['type'] === 'string') return { ...one, type: [one['type'], 'null'], ...(Array.isArray(one['enum']) && { enum: [...one['enum'] as unknown[], null] }) };
  return { anyOf: each };
}
