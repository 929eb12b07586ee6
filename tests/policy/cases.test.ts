import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimSchema } from '../../src/domain/claim.ts';
import type { Finding } from '../../src/domain/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { CASES, PACK } from './pack-file.ts';
import { factsOf, type Site } from './site.ts';

interface Case {
  why?: string;
  site: Site;
  claim: unknown;
  finding?: Pick<Finding, 'rule' | 'line' | 'zone' | 'verdict'>;
}

/** `fires.yaml` and `misses.yaml` in a folder for each rule; expectations read off the clauses by hand. */
const asked = PACK.rules.filter((rule) => rule.role === 'admission' || rule.role === 'duty');

function read(rule: string, name: string): Case {
  return parse(readFileSync(join(CASES, rule, name), 'utf8'));
}

/** A duty that only asks is not in force. */
function inForce(one: Case): Finding[] {
  const { findings } = judge(factsOf(one.site), claimSchema.parse(one.claim), PACK);
  return findings.filter((finding) => finding.verdict !== null || finding.duties.length > 0);
}

describe('every rule that judges a site', () => {
  test.each(asked.map((rule) => rule.id))('%s fires', (id) => {
    const one = read(id, 'fires.yaml');
    const fired = inForce(one).filter((finding) => finding.rule === id);
    expect(fired).toEqual([expect.objectContaining(one.finding)]);
  });

  test.each(asked.filter((rule) => !rule.when.always).map((rule) => rule.id))(
    '%s just misses',
    (id) => {
      const one = read(id, 'misses.yaml');
      expect(
        inForce(one).map((finding) => finding.rule),
        one.why,
      ).not.toContain(id);
    },
  );

  test('no folder of a rule that does not exist', () => {
    const folders = readdirSync(CASES, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => entry.name).sort()).toEqual(asked.map((rule) => rule.id).sort());
    expect(existsSync(join(CASES, 'minimal-pack.yaml'))).toBe(true);
  });
});
