import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as glassEasel from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';

type Template = glassEasel.template.ComponentTemplate;

/** What WXML itself means; every other tag is one of WeChat's built-in components. */
const WXML_TAGS = new Set([
  'template',
  'import',
  'include',
  'wxs',
  'block',
  'slot',
  'comp',
  'custom-wrapper',
]);

/**
 * Built-in tags are prefixed so that a `<form>` or a `<label>` does not get HTML's own behaviour; `bindtap` gets the colon without which this compiler takes
 * it for an attribute.
 */
const adapted = (wxml: string): string =>
  wxml
    .replace(/<(\/?)([a-z][\w-]*)/g, (whole, slash: string, tag: string) =>
      WXML_TAGS.has(tag) ? whole : `<${slash}wx-${tag}`,
    )
    .replace(/ (bind|catch)([a-z]+)="/gi, ' $1:$2="');

/** The name under which the compiler knows a file: its path without the ending. */
const nameOf = (file: string): string => file.replace(/\.(wxml|wxs)$/, '');

/** Compiles the given pages and components with everything they import; a missing import fails here, as it would on a phone. */
export class Templates {
  private readonly group = new TmplGroup();
  private readonly added = new Set<string>();

  constructor(private readonly dist: string) {}

  add(wxmlFile: string): void {
    const file = path.posix.normalize(wxmlFile);
    if (this.added.has(file)) return;
    this.added.add(file);
    const absolute = path.join(this.dist, file);
    if (!existsSync(absolute)) throw new Error(`A template is missing from the bundle: ${file}`);
    const source = readFileSync(absolute, 'utf8');
    const folder = path.posix.dirname(file);
    for (const [, imported = ''] of source.matchAll(/<(?:import|include)\s+src="([^"]+)"/g)) {
      this.add(resolve(folder, imported));
    }
    for (const [, script = ''] of source.matchAll(/<wxs[^>]*\ssrc="([^"]+)"/g))
      this.addScript(resolve(folder, script));
    const problems = this.group.addTmpl(nameOf(file), adapted(source)) as
      { level?: number; message?: string }[] | undefined;
    const errors = (problems ?? []).filter(({ level = 0 }) => level >= ERROR_LEVEL);
    if (errors.length > 0) throw new Error(`${file} does not compile: ${JSON.stringify(errors[0])}`);
  }

  private addScript(file: string): void {
    if (this.added.has(file)) return;
    this.added.add(file);
    this.group.addScript(nameOf(file), readFileSync(path.join(this.dist, file), 'utf8'));
  }

  /** All templates at once; page templates refer to the shared ones by name. */
  compiled(): (name: string) => Template {
    const make = new Function(`return ${this.group.getTmplGenObjectGroups()}`) as () => Record<
      string,
      Template['content']
    >;
    const groupList = make();
    this.group.free();
    return (name) => {
      const content = groupList[name];
      if (!content) throw new Error(`No template was compiled for ${name}`);
      return { groupList, content } as Template;
    };
  }
}

const ERROR_LEVEL = 3;

const resolve = (folder: string, reference: string): string =>
  reference.startsWith('/') ? reference.slice(1) : path.posix.join(folder, reference);
