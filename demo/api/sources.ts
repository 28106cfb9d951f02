import { join } from 'node:path';
import ts from 'typescript';

type Handler = ts.MethodDeclaration & { readonly body: ts.Block };
export type Callable = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

/** The product's sources as the compiler sees them: what a route returns and which refusals it can reach stands in the code, and nowhere else. */
export class Sources {
  readonly checker: ts.TypeChecker;
  readonly files: readonly ts.SourceFile[];
  readonly #methods = new Map<string, Handler>();

  constructor(root: string) {
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true,
      experimentalDecorators: true, strictPropertyInitialization: false, skipLibCheck: true, types: ['node'], paths: { '#libs/*': [join(root, 'libs/*')] }, noEmit: true,
    };
    const program = ts.createProgram([join(root, 'demo/services.ts')], options);
    this.checker = program.getTypeChecker();
    this.files = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'));
    for (const file of this.files) this.#collect(file);
  }

  /** The method of a class that Nest makes. Throws where there is none: a route that nobody can describe. */
  method(of: string, name: string): Handler {
    const found = this.#methods.get(`${of}.${name}`);
    if (!found) throw new Error(`No source of ${of}.${name} was found.`);
    return found;
  }

  /** What its comment says, or else that of its controller. */
  commentOf(handler: Handler): string {
    return commentAt(handler) || commentAt(handler.parent) || (ts.isClassLike(handler.parent) && handler.parent.parent.parent ? commentAt(handler.parent.parent.parent) : '');
  }

  /** The function that a name or a call stands for, where it is one of ours. */
  callable(node: ts.Node): Callable | undefined {
    return this.declared(node).map(functionIn).find((each) => each !== undefined);
  }

  /** What a name stands for, through its imports. */
  declared(node: ts.Node): readonly ts.Declaration[] {
    let symbol = this.checker.getSymbolAtLocation(node);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    if (symbol && ts.isShorthandPropertyAssignment(node.parent)) symbol = this.checker.getShorthandAssignmentValueSymbol(node.parent) ?? symbol;
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).filter((each) => !each.getSourceFile().fileName.includes('/node_modules/'));
  }

  #collect(node: ts.Node): void {
    if (ts.isClassLike(node) && node.name && ts.canHaveDecorators(node) && ts.getDecorators(node)?.some((each) => /^(Controller|CommandHandler)\(/.test(each.expression.getText()))) {
      for (const member of node.members) if (ts.isMethodDeclaration(member) && member.body) this.#methods.set(`${node.name.text}.${member.name.getText()}`, member as Handler);
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }
}

function functionIn(declaration: ts.Declaration): Callable | undefined {
  const value = (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)) && declaration.initializer ? declaration.initializer : declaration;
  return ts.isFunctionLike(value) && (value as { body?: ts.Node }).body ? (value as Callable) : undefined;
}

function commentAt(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n').trim();
  return text.replace(/\s*\n\s*/g, ' ');
}
