import * as z from 'zod/mini';

export type JsonSchema = Record<string, unknown>;
type Schema = z.core.$ZodType;

const isNode = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const FEWEST_PROPERTIES = 3;

function tidy(node: unknown, answer: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => tidy(item, answer));
  if (!isNode(node)) return node;
  const kept = Object.entries(node).filter(([key, value]) => {
    if (key === '$schema' || key === '~standard') return false;
    // A format says it better than zod's long expression.
    if (key === 'pattern' && typeof node.format === 'string') return false;
    // Answers may grow; a client that refuses new members would break.
    return !(answer && key === 'additionalProperties' && value === false);
  });
  return Object.fromEntries(kept.map(([key, value]) => [key, tidy(value, answer)]));
}

/** Requests are described as they are sent, answers as they arrive. */
export function jsonSchema(schema: Schema, kind: 'request' | 'answer'): JsonSchema {
  const converted = z.toJSONSchema(schema, {
    io: kind === 'request' ? 'input' : 'output',
    unrepresentable: 'any',
    cycles: 'ref',
    reused: 'inline',
  });
  return tidy(converted, kind === 'answer') as JsonSchema;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[^A-Za-z0-9]/g, '');
}

function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** Names that say where a thing stands and not what it is; the name around them is better. */
const VAGUE = new Set(['items', 'value', 'first', 'current', 'received', 'required', 'content', 'contents']);

const isObjectSchema = (node: JsonSchema) =>
  isNode(node.properties) && Object.keys(node.properties).length >= FEWEST_PROPERTIES;

/** Gives schemas that appear more than once a name, so that the document stays readable. */
export class SharedSchemas {
  readonly components: Record<string, JsonSchema> = {};
  private readonly counts = new Map<string, number>();
  private readonly names = new Map<string, string>();

  count(node: unknown): void {
    if (Array.isArray(node)) for (const item of node) this.count(item);
    else if (isNode(node)) {
      if (isObjectSchema(node)) {
        const text = JSON.stringify(node);
        this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
      }
      for (const inner of Object.values(node)) this.count(inner);
    }
  }

  /** @param hint what the schema is called where it stands, e.g. the property's name */
  share(node: unknown, hint: string): unknown {
    if (Array.isArray(node)) return node.map((item) => this.share(item, hint));
    if (!isNode(node)) return node;
    const text = JSON.stringify(node);
    if (!isObjectSchema(node) || (this.counts.get(text) ?? 0) < 2) return this.inner(node, hint);
    const known = this.names.get(text);
    const name = known ?? this.freeName(hint);
    if (!known) {
      this.names.set(text, name);
      this.components[name] = {};
      this.components[name] = this.inner(node, hint);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  private inner(node: JsonSchema, hint: string): JsonSchema {
    const entries = Object.entries(node).map(([key, value]) => {
      if (key !== 'properties' || !isNode(value)) return [key, this.share(value, hint)];
      const properties = Object.entries(value).map(([property, schema]) => [
        property,
        this.share(schema, VAGUE.has(property) ? hint : singular(property)),
      ]);
      return [key, Object.fromEntries(properties)];
    });
    return Object.fromEntries(entries) as JsonSchema;
  }

  private freeName(hint: string): string {
    const base = capitalised(singular(hint)) || 'Schema';
    let name = base;
    for (let number = 2; name in this.components; number += 1) name = `${base}${String(number)}`;
    return name;
  }
}
