import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openProject } from '../../src/files/open-project.ts';
import { writeProject } from '../../src/files/write-project.ts';

/** Our own documents against the published JSON Schemas, by a validator that knows nothing of us. */
const root = join(import.meta.dirname, '../..');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

function validator(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(read('data/schemas', `${name}.json`) as object);
}

describe('published schemas', () => {
  const samples = readdirSync(join(root, 'tests/golden/samples')).filter((name) =>
    name.endsWith('.json'),
  );

  it.each(samples)('the report of %s is a check-report', (name) => {
    const validate = validator('check-report');
    validate(read('tests/golden/samples', name));
    expect(validate.errors).toBeNull();
  });

  it('refuse a report with an unknown verdict, a negative area or a missing digest', () => {
    const validate = validator('check-report');
    const report = read('tests/golden/samples', samples[0]!) as Record<string, unknown>;
    expect(validate({ ...report, verdict: 'fine' })).toBe(false);
    expect(validate({ ...report, digest: undefined })).toBe(false);
    const lines = report.lines as Record<string, unknown>[];
    expect(validate({ ...report, lines: [{ ...lines[0], areaM2: -1 }] })).toBe(false);
  });

  it('layers/catalog.json is a catalog', () => {
    const validate = validator('catalog');
    validate(read('layers/catalog.json'));
    expect(validate.errors).toBeNull();
  });

  it('nx-2023-63.yaml is a policy pack', () => {
    const validate = validator('policy-pack');
    validate(parse(readFileSync(join(root, 'data/policy/nx-2023-63.yaml'), 'utf8')));
    expect(validate.errors).toBeNull();
  });

  it('a saved project is a project; one without claim or with a text for an area is none', async () => {
    const validate = validator('project');
    const name = '示例项目.txt';
    const bytes = new Uint8Array(readFileSync(join(root, 'data/samples', name)));
    const [project] = await openProject({ name, bytes });
    const document = JSON.parse(new TextDecoder().decode(writeProject(project!)));
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, claim: undefined })).toBe(false);
    const [parcel] = document.project.parcels;
    const parcels = [{ ...parcel, planeAreaM2: '1' }];
    expect(validate({ ...document, project: { ...document.project, parcels } })).toBe(false);
  });
});
