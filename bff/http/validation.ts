import * as z from 'zod/mini';
import type { FieldError } from './contract';
import { invalidInput } from './problem';

type Issue = z.core.$ZodIssue;

/** Chinese words for an issue whose schema brought none of its own. */
function defaultMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '这一项必须填写' : '这一项的格式不对';
    case 'too_small':
      return issue.origin === 'string' ? '这一项太短了' : '这一项太小了';
    case 'too_big':
      return issue.origin === 'string' ? '这一项太长了' : '这一项太大了';
    case 'unrecognized_keys':
      return `不认识的内容：${issue.keys.join('、').slice(0, 80)}`;
    case 'invalid_value':
      return '请从给出的选项里选一个';
    default:
      return '这一项的格式不对';
  }
}

/** Messages written in a schema are Chinese; zod's own are English and are replaced. */
function messageOf(issue: Issue): string {
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : defaultMessage(issue);
}

function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const branches = issue.errors.filter((branch) => branch.length > 0);
    const closest = branches.sort((a, b) => a.length - b.length)[0];
    if (!closest) return [issue];
    return flatten(closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

export function fieldErrors(error: z.core.$ZodError, prefix = ''): FieldError[] {
  return flatten(error.issues)
    .slice(0, 20)
    .map((issue) => ({
      path: [prefix, ...issue.path.map(String)].filter(Boolean).join('.').slice(0, 200),
      code: issue.code.toUpperCase(),
      message: messageOf(issue),
    }));
}

/** Parses what came in; a refusal is 422 INVALID_INPUT with a Chinese message per field. */
export function parseInput<S extends z.core.$ZodType>(schema: S, value: unknown, prefix = ''): z.output<S> {
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  throw invalidInput(fieldErrors(result.error, prefix));
}
