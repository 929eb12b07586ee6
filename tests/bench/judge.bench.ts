import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileSource } from '../../src/cli/file-source.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Finding } from '../../src/domain/report.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { measureProject, openPack, reportOf } from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { judge } from '../../src/policy/judge.ts';
import { factsOfReport } from '../../src/policy/report-facts.ts';
import { seededProjects } from '../check/seeded-projects.ts';
import { measure } from './measure.ts';

/*
 * `node tests/bench/run.mjs judge`: judging the facts of N=10,000 reports beside checking as many seeded
 * sites over the served layers, held in memory, one thread. First it is asked whether the facts of each
 * report give its findings again. Answers differ from site to site. The bar: a tenth.
 */
const root = resolve(process.env.BENCH_FOLDER ?? import.meta.dirname, '../..');
const count = Number(process.env.N ?? 10_000);
const pack = openPack(readFileSync(join(root, 'data/policy/nx-2023-63.yaml')), 'nx-2023-63.yaml');
const clipper = await loadClipper();
const folder = join(root, 'layers');
const opened = openCatalog(
  readFileSync(join(folder, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(folder, entry.file)),
  'full',
);
const projects = await seededProjects(opened, count, 7);
const handle = shareLayers(opened, count);

const CLAIMS: readonly Claim[] = [
  {},
  { temporaryLand: 'no', pbfMajorBasis: 'none', sector: '工业' },
  { limitedActivity: 6, nationalMajor: 'none', newConstructionLand: 'yes', temporaryLand: 'no' },
  { nationalMajor: 3, newConstructionLand: 'no', temporaryLand: 'no', pbfMajorBasis: 'present' },
  { limitedActivity: 'none', nationalMajor: 'none', legacyExisting: 'no', sector: '农业' },
  { temporaryLand: 'yes', limitedActivity: 2 },
];
const claimOf = (index: number): Claim => CLAIMS[index % CLAIMS.length]!;

const options = { thresholdM2: 1, accuracyM: null, geometry: 'none', version: '0' } as const;
const frame = { ...options, sequence: 1, createdAt: '2026-11-21T08:00:00Z' };
const facts: Facts[] = [];
let differing = 0;
const start = process.cpuUsage();
let agreeing = 0;
for (const [index, project] of projects.entries()) {
  const claim = claimOf(index);
  const measured = await measureProject(project, claim, handle, pack, clipper, frame);
  const report = reportOf(measured);
  const before = process.cpuUsage();
  const own = factsOfReport(report);
  if (said(judge(own, claim, pack.pack).findings) !== said(report.findings)) differing++;
  facts.push(own);
  agreeing += seconds(process.cpuUsage(before));
}
const checkS = seconds(process.cpuUsage(start)) - agreeing;
console.log(`${differing} of ${count} reports are judged otherwise by their own facts`);

let verdicts = 0;
const { cpuS } = measure(() => {
  for (const [index, own] of facts.entries())
    verdicts += judge(own, claimOf(index), pack.pack).findings.length;
});
const perCheck = (checkS / count) * 1e6;
const perJudgement = (cpuS / count) * 1e6;
console.log(`checking  ${perCheck.toFixed(0).padStart(7)} µs of CPU a site`);
console.log(
  `judging   ${perJudgement.toFixed(0).padStart(7)} µs of CPU a report, ${verdicts} findings`,
);
const share = cpuS / checkS;
console.log(`share     ${(share * 100).toFixed(1).padStart(7)} %  (bar: 10 %)`);
if (differing > 0 || share >= 0.1) process.exitCode = 1;

function said(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map(({ rule, line, zone, verdict, missing }) => [rule, line, zone, verdict, missing]),
  );
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}
