import {
  HIDEABLE,
  type HouseTemplate,
  NEVER_HIDDEN,
  reportTemplateSchema,
} from '../domain/report-template.ts';
import { UserError } from '../domain/user-error.ts';
import { fromSchema, type Mistake, mistake, mistakeList } from '../policy/mistakes.ts';
import { readYaml, type YamlData } from '../policy/read-yaml.ts';
import { pngLogo } from '../report/house/png-logo.ts';

/** Bytes of a file beside the template. @throws UserError where it is not there */
export type ReadBeside = (file: string) => Promise<Uint8Array>;

/** A template is words of a page or two. */
const MAX_BYTES = 256 * 1024;

/**
 * A house template from its file, YAML or JSON, with its logo.
 *
 * @throws UserError `template-text`, `template-syntax`, `template-schema` with every mistake, its place
 *   and the choices, `template-logo`
 */
export async function openTemplate(
  bytes: Uint8Array,
  file: string,
  readBeside: ReadBeside,
): Promise<HouseTemplate> {
  const yaml = read(textOf(bytes, file), file);
  const parsed = reportTemplateSchema.safeParse(yaml.data);
  const mistakes = parsed.success
    ? placeMistakes(parsed.data)
    : parsed.error.issues.flatMap(
        (issue) =>
          hideMistake(issue.path, yaml.data) ?? fromSchema(issue, yaml.data, reportTemplateSchema),
      );
  if (!parsed.success || mistakes.length > 0) throw wrongTemplate(mistakes, yaml, file);
  const template = parsed.data;
  if (!template.logo) return { template, logo: null };
  const { file: logoFile, widthMm } = template.logo;
  const fail = (fault: string) => new UserError('template-logo', { file, logo: logoFile, fault });
  const picture = await readBeside(logoFile).catch((error: unknown) => {
    if (error instanceof UserError) throw fail('missing');
    throw error;
  });
  const logo = pngLogo(picture, widthMm);
  if ('fault' in logo) throw fail(logo.fault);
  return { template, logo };
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    if (bytes.length > MAX_BYTES) throw new TypeError('too long');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UserError('template-text', { file });
    throw error;
  }
}

function read(text: string, file: string): YamlData {
  try {
    return readYaml(text, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError('template-syntax', error.params);
  }
}

/** A section that stands nowhere, or in two places. */
function placeMistakes({ sections }: HouseTemplate['template']): Mistake[] {
  return sections.flatMap(({ before, after }, i) =>
    before !== undefined && after !== undefined
      ? [mistake('one-place', ['sections', i], null, ['before', 'after'])]
      : [],
  );
}

/** Hiding what a report may not be without has a sentence of its own. */
function hideMistake(path: readonly PropertyKey[], data: unknown): Mistake[] | null {
  const [field, index] = path;
  if (field !== 'hide' || typeof index !== 'number') return null;
  const name = (data as { hide: readonly unknown[] }).hide[index];
  if (!(NEVER_HIDDEN as readonly unknown[]).includes(name)) return null;
  return [mistake('never-hidden', ['hide', index], name, HIDEABLE)];
}

function wrongTemplate(mistakes: readonly Mistake[], yaml: YamlData, file: string): UserError {
  const placed = mistakes
    .map((one) => ({ ...one, ...yaml.placeOf(one.path) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const said = mistakeList(placed);
  const params = { file, mistakes: placed.length, sayZh: said.zh, sayEn: said.en };
  return new UserError('template-schema', params, placed);
}
